import type { Checks, CheckTools } from "./checks.ts";

/** What a sentence means: who does what, how surely, and where the talks stand. */
export const createSenseChecks = (_tools: CheckTools): Checks => ({
  sentence: [],
  translation: [],
});
