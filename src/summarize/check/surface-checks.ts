import type { Checks, CheckTools } from "./checks.ts";

/** What a sentence names, counts and quotes, and how it is written. */
export const createSurfaceChecks = (_tools: CheckTools): Checks => ({
  sentence: [],
  translation: [],
});
