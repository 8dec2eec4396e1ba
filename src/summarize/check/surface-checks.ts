import type { Check } from "./check.ts";
import type { CheckTools } from "./checks.ts";
import { textCheck } from "./form-check.ts";
import { createLanguageCheck } from "./language-check.ts";
import { createNamedChecks } from "./named-checks.ts";
import { createNamedFinder } from "./named.ts";
import { createSurfaceFinder } from "./surface-words.ts";
import { createNumberReader } from "./text-numbers.ts";
import { createPairCheck } from "./translation-checks.ts";
import { createUnknownNameCheck } from "./unknown-name-check.ts";

/** What the surface is checked with. */
export type SurfaceTools = Pick<CheckTools, "reader" | "names" | "dateLexicons" | "surfaceWords">;

/** What a translation names and counts, and how it is written. */
export function createSurfaceChecks(tools: SurfaceTools): readonly Check[] {
  const { reader, names, dateLexicons, surfaceWords } = tools;
  const surface = createSurfaceFinder(surfaceWords, reader.languages);
  const numbers = createNumberReader({ dateLexicons, surfaceWords, surface });
  const namedIn = createNamedFinder(surfaceWords);
  const translated = createNamedChecks(names, namedIn);
  const unknown = createUnknownNameCheck(reader);
  const language = createLanguageCheck(surfaceWords);
  return [textCheck, language, createPairCheck({ numbers, surfaceWords }), ...translated, unknown];
}
