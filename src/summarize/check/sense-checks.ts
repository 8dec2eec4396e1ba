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
import { createPolarityReader } from "./polarity.ts";
import { createPredicateReader } from "./predicates.ts";
import { createProofChecks } from "./proof-checks.ts";
import { createProvenDeed } from "./proven-deed.ts";
import { createProvenOrder } from "./proven-order.ts";
import { createProvenPost } from "./proven-post.ts";
import { createRelationReader } from "./relations.ts";
import { createRoleCheck } from "./role-check.ts";
import { createSenseReader } from "./sense-reading.ts";
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
  const { reader, coder, extractor, senseWords, eventLexicons } = tools;
  const { dossier, languages } = reader;
  const senses = createSenseReader({ senseWords, eventLexicons, languages });
  const predicates = createPredicateReader(senses);
  const event = createEventCheck(senses, predicates);
  const deed = createDeedCheck(createRelationReader(coder, senses));
  const provenDeed = createProvenDeed(createFrameReader(senseWords.frames, languages));
  const phase = createPhaseCheck(dossier);
  const polarities = createPolarityReader(senses, predicates);
  const negation = createNegationCheck(predicates, senses, polarities);
  const contrary = createContraryCheck(polarities);
  const wording = createWordingCheck(senses, dossier, polarities);
  const topic = createTopicCheck(senses, dossier);
  const modality = createModalityCheck(predicates, senses, extractor);
  return {
    sentence: [
      ...createProofChecks({ senses, polarities, dossier, words: senseWords.proof, languages }),
      createRoleCheck(senses, dossier),
      teamCheck,
      bothSidesCheck,
      createFlagCheck(senses),
      phase,
      createHedgeCheck(senses, predicates),
      negation,
      contrary,
      modality,
      event,
      deed,
      provenDeed,
      createProvenPost(senseWords.frames, languages),
      createProvenOrder(senses, senseWords.frames),
      createStanceCheck(dossier),
      topic,
      wording,
    ],
    translation: [
      phase,
      negation,
      contrary,
      modality,
      event,
      deed,
      topic,
      wording,
      createCoverageCheck(senses),
    ],
  };
}
