import type { Checker, Fault, Verdict } from "../verdict.ts";
import type { Check } from "./check.ts";
import { type Checks, createChecks, type CheckTools } from "./checks.ts";
import { originalEvidence } from "./original-evidence.ts";
import { createReadings, type EvidenceReading, type Readings } from "./reading.ts";

/** Makes the checker of one set of talks. */
export const createChecker = (tools: CheckTools): Checker =>
  createCheckerOf(createReadings(tools), createChecks(tools));

/** A checker that asks these checks, and every one of them, so that a model is told all at once. */
export function createCheckerOf(readings: Readings, checks: Checks): Checker {
  const judge = (evidence: EvidenceReading, text: string, list: readonly Check[]): Verdict => {
    if (evidence.claims.length === 0) return verdictOf([{ about: "claim", words: [] }]);
    if (text.length > LONGEST_JUDGED) return verdictOf([{ about: "form", words: [] }]);
    const sentence = readings.sentence(text, evidence.language, evidence);
    return verdictOf(list.flatMap((check) => check(sentence, evidence)));
  };
  return {
    sentence: (text, claims, language) =>
      judge(readings.evidence(claims, language), text, checks.sentence),
    translation: (text, claim, language) =>
      judge(originalEvidence(readings.evidence([claim], language)), text, checks.translation),
  };
}

/** In UTF-16 units; neither a sentence nor a translation is as long, and longer ones only cost time. */
const LONGEST_JUDGED = 2_000;

function verdictOf([first, ...more]: readonly Fault[]): Verdict {
  return first === undefined
    ? { kind: "supported" }
    : { kind: "unsupported", faults: [first, ...more] };
}
