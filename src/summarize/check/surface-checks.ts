import type { Checks, CheckTools } from "./checks.ts";
import { createDateCheck } from "./date-check.ts";
import { createDayWordFinder } from "./day-words.ts";
import { createDualCheck } from "./dual-check.ts";
import { createFormCheck, textCheck } from "./form-check.ts";
import { createLanguageCheck } from "./language-check.ts";
import { createNamedChecks } from "./named-checks.ts";
import { createNamedFinder } from "./named.ts";
import { createNumberCheck } from "./number-check.ts";
import { quotationCheck } from "./quotation-check.ts";
import { relativeDateCheck } from "./relative-date-check.ts";
import { createSurfaceFinder } from "./surface-words.ts";
import { createNumberReader } from "./text-numbers.ts";
import { createPairCheck } from "./translation-checks.ts";
import { createUnknownNameCheck } from "./unknown-name-check.ts";

/** What the surface is checked with. */
export type SurfaceTools = Pick<CheckTools, "reader" | "names" | "dateLexicons" | "surfaceWords">;

/** What a sentence names, counts and quotes, and how it is written. */
export function createSurfaceChecks(tools: SurfaceTools): Checks {
  const { reader, names, dateLexicons, surfaceWords } = tools;
  const surface = createSurfaceFinder(surfaceWords, reader.languages);
  const numbers = createNumberReader({ dateLexicons, surfaceWords, surface });
  const namedIn = createNamedFinder(surfaceWords);
  const named = createNamedChecks(names, namedIn);
  // A translation stands beside who said it.
  const translated = createNamedChecks(names, namedIn, (_, evidence) => evidence);
  const unknown = createUnknownNameCheck(reader);
  const language = createLanguageCheck(surfaceWords);
  const { timeZone } = reader.dossier;
  return {
    sentence: [
      createFormCheck(surface),
      language,
      createNumberCheck({ reader, surfaceWords, surface, numbers }),
      createDualCheck({ reader, surfaceWords, numbers }),
      createDateCheck({ dayWords: createDayWordFinder(dateLexicons), timeZone }),
      relativeDateCheck,
      ...named,
      unknown,
      quotationCheck,
    ],
    translation: [
      textCheck,
      language,
      createPairCheck({ numbers, surfaceWords }),
      ...translated,
      unknown,
    ],
  };
}
