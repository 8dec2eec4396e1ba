import type { Language } from "../../lib/language.ts";
import type { Claim } from "../claim.ts";
import type { Checker, Fault, Verdict } from "../verdict.ts";
import type { Check } from "./check.ts";
import { type Checks, createChecks, type CheckTools } from "./checks.ts";
import { createReadings, type Readings } from "./reading.ts";

/** Makes the checker of one set of talks. */
export const createChecker = (tools: CheckTools): Checker =>
  createCheckerOf(createReadings(tools), createChecks(tools));

/** A checker that asks these checks, and every one of them, so that a model is told all at once. */
export function createCheckerOf(readings: Readings, checks: Checks): Checker {
  // oxlint-disable-next-line eslint/max-params -- a text, its claims, its language and the checks
  const judge = (
    text: string,
    claims: readonly Claim[],
    language: Language,
    list: readonly Check[],
  ): Verdict => {
    if (claims.length === 0) return verdictOf([{ about: "claim", words: [] }]);
    if (text.length > LONGEST_JUDGED) return verdictOf([{ about: "form", words: [] }]);
    const evidence = readings.evidence(claims, language);
    const sentence = readings.sentence(text, language, evidence);
    return verdictOf(list.flatMap((check) => check(sentence, evidence)));
  };
  return {
    sentence: (text, claims, language) => judge(text, claims, language, checks.sentence),
    translation: (text, claim, language) => judge(text, [claim], language, checks.translation),
  };
}

/** In UTF-16 units; neither a sentence nor a translation is as long, and longer ones only cost time. */
const LONGEST_JUDGED = 2_000;

function verdictOf([first, ...more]: readonly Fault[]): Verdict {
  return first === undefined
    ? { kind: "supported" }
    : { kind: "unsupported", faults: [first, ...more] };
}
