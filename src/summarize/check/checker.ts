import type { Claim } from "../claim.ts";
import { createNameReader } from "../grammar/read-names.ts";
import { createSentenceReader } from "../grammar/read-sentence.ts";
import { judgeSentence } from "../grammar/judge.ts";
import type { Checker, Fault, Verdict } from "../verdict.ts";
import { type CheckTools, createTranslationChecks } from "./checks.ts";
import { formFaults } from "./form-check.ts";
import { originalEvidence } from "./original-evidence.ts";
import { createReadings } from "./reading.ts";

/**
 * Makes the checker of one set of talks. A sentence must be one that the grammar makes of its claims; of a
 * translation, for which there is no grammar, every check there is must find nothing amiss.
 */
export function createChecker(tools: CheckTools): Checker {
  const { reader, dates, names, grammars } = tools;
  const readSentence = createSentenceReader(reader, dates, createNameReader(reader, names.places));
  const readings = createReadings(tools);
  const checks = createTranslationChecks(tools);
  return {
    sentence(text, claims, language) {
      const [fault, ...more] = formFaults(text);
      if (fault !== undefined) return { kind: "unsupported", faults: [fault, ...more] };
      return judgeSentence({ names, grammars, readSentence }, text, claims, language);
    },
    translation(text, claim, language) {
      if (text.length > LONGEST_JUDGED) return verdictOf([{ about: "form", words: [] }], claim);
      const evidence = originalEvidence(readings.evidence([claim], language));
      const translation = readings.sentence(text, language, evidence);
      return verdictOf(
        checks.flatMap((check) => check(translation, evidence)),
        claim,
      );
    },
  };
}

/** In UTF-16 units; no translation is as long, and longer ones only cost time. */
const LONGEST_JUDGED = 2_000;

const verdictOf = ([first, ...more]: readonly Fault[], claim: Claim): Verdict =>
  first === undefined
    ? { kind: "supported", by: [claim] }
    : { kind: "unsupported", faults: [first, ...more] };
