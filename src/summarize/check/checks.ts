import type { DateLexicons } from "../../facts/dates/date-lexicon.ts";
import type { EventLexicons } from "../../facts/events/event-lexicon.ts";
import type { Names } from "../../i18n/names.ts";
import type { Grammars } from "../grammar/grammar.ts";
import type { Check } from "./check.ts";
import type { ReadingTools } from "./reading.ts";
import { createSenseChecks } from "./sense-checks.ts";
import type { SenseWords } from "./sense-words.ts";
import type { SurfaceLexicons } from "./surface-words.ts";
import { createSurfaceChecks } from "./surface-checks.ts";

/** What the checks are made with; all pure. */
export type CheckTools = ReadingTools & {
  readonly names: Names;
  readonly grammars: Grammars;
  readonly dateLexicons: DateLexicons;
  readonly surfaceWords: SurfaceLexicons;
  readonly senseWords: SenseWords;
  readonly eventLexicons: EventLexicons;
};

/** Every check of a translation, in the order in which faults are told. */
export const createTranslationChecks = (tools: CheckTools): readonly Check[] => [
  ...createSurfaceChecks(tools),
  ...createSenseChecks(tools),
];
