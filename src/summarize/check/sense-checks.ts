import type { Check } from "./check.ts";
import type { CheckTools } from "./checks.ts";
import { createContraryCheck } from "./contrary-check.ts";
import { createCoverageCheck } from "./coverage-check.ts";
import { createDeedCheck } from "./deed-check.ts";
import { createEventCheck } from "./event-check.ts";
import { createModalityCheck } from "./modality-check.ts";
import { createNegationCheck } from "./negation-check.ts";
import { createPhaseCheck } from "./phase-check.ts";
import { createPolarityReader, type PolarityReader } from "./polarity.ts";
import { createPredicateReader, type PredicateReader } from "./predicates.ts";
import { createRelationReader } from "./relations.ts";
import { createSenseReader, type SenseReader } from "./sense-reading.ts";
import { createTopicCheck } from "./topic-check.ts";
import { createWordingCheck } from "./wording-check.ts";

/** What the checks of sense are made with. */
type SenseCheckTools = Pick<
  CheckTools,
  "reader" | "coder" | "extractor" | "senseWords" | "eventLexicons"
>;

/** What a translation means: who does what, how surely, and where the talks stand. */
export function createSenseChecks(tools: SenseCheckTools): readonly Check[] {
  const { reader, senseWords, eventLexicons } = tools;
  const { languages } = reader;
  const senses = createSenseReader({ senseWords, eventLexicons, languages });
  const predicates = createPredicateReader(senses);
  const polarities = createPolarityReader(senses, predicates);
  return [
    ...createMeaningChecks(tools, { senses, predicates, polarities }),
    createCoverageCheck(senses),
  ];
}

type Readers = {
  readonly senses: SenseReader;
  readonly predicates: PredicateReader;
  readonly polarities: PolarityReader;
};

/** What a translation may not turn round. */
const createMeaningChecks = (
  { reader: { dossier }, coder, extractor }: SenseCheckTools,
  { senses, predicates, polarities }: Readers,
): readonly Check[] => [
  createPhaseCheck(dossier),
  createNegationCheck(predicates, senses, polarities),
  createContraryCheck(polarities),
  createModalityCheck(predicates, senses, extractor),
  createEventCheck(senses, predicates),
  createDeedCheck(createRelationReader(coder, senses)),
  createTopicCheck(senses, dossier),
  createWordingCheck(senses, dossier, polarities),
];
