import type { Check } from "./check.ts";
import type { Checks, CheckTools } from "./checks.ts";
import { createContraryCheck } from "./contrary-check.ts";
import { createCoverageCheck } from "./coverage-check.ts";
import { createDeedCheck } from "./deed-check.ts";
import { createEventCheck } from "./event-check.ts";
import { createFlagCheck } from "./flag-check.ts";
import { createFrameReader } from "./frames.ts";
import { createHedgeCheck } from "./hedge-check.ts";
import { createModalityCheck } from "./modality-check.ts";
import { createNegationCheck } from "./negation-check.ts";
import { createPhaseCheck } from "./phase-check.ts";
import { createPolarityReader, type PolarityReader } from "./polarity.ts";
import { createPredicateReader, type PredicateReader } from "./predicates.ts";
import { createProofChecks } from "./proof-checks.ts";
import { createProvenDeed } from "./proven-deed.ts";
import { createProvenOrder } from "./proven-order.ts";
import { createProvenPost } from "./proven-post.ts";
import { createRelationReader } from "./relations.ts";
import { createRoleCheck } from "./role-check.ts";
import { createSenseReader, type SenseReader } from "./sense-reading.ts";
import { createStanceCheck } from "./stance-check.ts";
import { bothSidesCheck, teamCheck } from "./team-check.ts";
import { createTopicCheck } from "./topic-check.ts";
import { createWordingCheck } from "./wording-check.ts";

/** What the checks of sense are made with. */
type SenseCheckTools = Pick<
  CheckTools,
  "reader" | "coder" | "extractor" | "senseWords" | "eventLexicons"
>;

/** What a sentence means: who does what, how surely, and where the talks stand. */
export function createSenseChecks(tools: SenseCheckTools): Checks {
  const { reader, senseWords, eventLexicons } = tools;
  const { dossier, languages } = reader;
  const senses = createSenseReader({ senseWords, eventLexicons, languages });
  const predicates = createPredicateReader(senses);
  const polarities = createPolarityReader(senses, predicates);
  const meaning = createMeaningChecks(tools, { senses, predicates, polarities });
  return {
    sentence: [
      ...createProofChecks({ senses, polarities, dossier, words: senseWords.proof, languages }),
      createRoleCheck(senses, dossier),
      teamCheck,
      bothSidesCheck,
      createFlagCheck(senses),
      createHedgeCheck(senses, predicates),
      ...meaning,
      ...createOwnerChecks(senses, senseWords, languages),
      createStanceCheck(dossier),
    ],
    translation: [...meaning, createCoverageCheck(senses)],
  };
}

type Readers = {
  readonly senses: SenseReader;
  readonly predicates: PredicateReader;
  readonly polarities: PolarityReader;
};

/** What sentences and translations alike may not turn round. */
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

/** Who does what, who holds which post, and in which order. */
const createOwnerChecks = (
  senses: SenseReader,
  senseWords: SenseCheckTools["senseWords"],
  languages: SenseCheckTools["reader"]["languages"],
): readonly Check[] => [
  createProvenDeed(createFrameReader(senseWords.frames, languages)),
  createProvenPost(senseWords.frames, languages),
  createProvenOrder(senses, senseWords.frames),
];
