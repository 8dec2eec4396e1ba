import type { Claim } from "../claim.ts";
import type { Checker, Fault, Verdict } from "../verdict.ts";
import type { Check } from "./check.ts";
import { createChecks, type CheckTools } from "./checks.ts";
import { createReadings, LONGEST_PASSAGE } from "./reading.ts";

/** Makes the checker of one set of talks. Every check is asked, so that a model is told all at once. */
export function createChecker(tools: CheckTools): Checker {
  const readings = createReadings(tools);
  const checks = createChecks(tools);
  // oxlint-disable-next-line eslint/max-params -- a text, its claims, its language and the checks
  const judge = (
    text: string,
    claims: readonly Claim[],
    language: Claim["originals"][number]["lang"],
    list: readonly Check[],
  ): Verdict => {
    if (claims.length === 0) return verdictOf([{ about: "claim", words: [] }]);
    if (text.length > LONGEST_PASSAGE) return verdictOf([{ about: "form", words: [] }]);
    const evidence = readings.evidence(claims, language);
    const sentence = readings.sentence(text, language, evidence);
    return verdictOf(list.flatMap((check) => check(sentence, evidence)));
  };
  return {
    sentence: (text, claims, language) => judge(text, claims, language, checks.sentence),
    translation: (text, claim, language) => judge(text, [claim], language, checks.translation),
  };
}

function verdictOf([first, ...more]: readonly Fault[]): Verdict {
  return first === undefined
    ? { kind: "supported" }
    : { kind: "unsupported", faults: [first, ...more] };
}
