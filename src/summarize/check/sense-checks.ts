import type { Check } from "./check.ts";
import type { CheckTools } from "./checks.ts";
import { createContraryCheck } from "./contrary-check.ts";
import { createCoverageCheck } from "./coverage-check.ts";
import { createKeptCheck } from "./kept-check.ts";
import { createModalityCheck } from "./modality-check.ts";
import { createNegationCheck } from "./negation-check.ts";
import { createOrderCheck } from "./order-check.ts";
import { createPersonCheck } from "./person-check.ts";
import { createPolarityReader, type PolarityReader } from "./polarity.ts";
import { createPredicateReader, type PredicateReader } from "./predicates.ts";
import { createSenseReader, type SenseReader } from "./sense-reading.ts";
import { createWordingCheck } from "./wording-check.ts";

/** What the checks of sense are made with. */
type SenseCheckTools = Pick<CheckTools, "reader" | "senseWords" | "surfaceWords" | "eventLexicons">;

/** What a translation means: who does what, how surely, and where the talks stand. */
export function createSenseChecks(tools: SenseCheckTools): readonly Check[] {
  const { reader, senseWords, eventLexicons, surfaceWords } = tools;
  const { languages } = reader;
  const senses = createSenseReader({ senseWords, eventLexicons, languages });
  const predicates = createPredicateReader(senses);
  const polarities = createPolarityReader(senses, predicates);
  return [
    ...createMeaningChecks({ senses, predicates, polarities }),
    createCoverageCheck(senses),
    createOrderCheck(senses, surfaceWords),
    createKeptCheck(senseWords.kept, reader),
    createPersonCheck(senseWords.persons),
  ];
}

type Readers = {
  readonly senses: SenseReader;
  readonly predicates: PredicateReader;
  readonly polarities: PolarityReader;
};

/** What a translation may not turn round. */
const createMeaningChecks = ({ senses, predicates, polarities }: Readers): readonly Check[] => [
  createNegationCheck(predicates, senses, polarities),
  createContraryCheck(polarities, senses),
  createModalityCheck(predicates, senses),
  createWordingCheck(senses, polarities),
];
