import type { Language } from "../../../../src/lib/language.ts";
import type { Claim } from "../../../../src/summarize/claim.ts";
import type { Checker, FaultKind } from "../../../../src/summarize/verdict.ts";
import { loadChecker } from "./load-checker.ts";
import { CLAIMS } from "./sample-claims.ts";

/** Names of the sample claims, with spaces between them. */
export type Cited = string;

let checker: Checker | null = null;
const checkerOf = (): Checker => (checker ??= loadChecker());

/** The sample claims of these names, told in a language. */
function claimsNamed(names: Cited, language: Language): Claim[] {
  const all: Readonly<Record<string, Readonly<Record<Language, Claim>>>> = CLAIMS;
  return names.split(" ").map((name) => {
    const found = all[name]?.[language];
    if (found === undefined) throw new Error(`no sample claim is called ${name}`);
    return found;
  });
}

/** What a translation of a sample claim is wrong about. */
export function translationFaults(text: string, cited: Cited, language: Language): FaultKind[] {
  const [claim] = claimsNamed(cited, language);
  return claim === undefined ? [] : kindsIn(checkerOf().translation(text, claim, language));
}

const kindsIn = (verdict: ReturnType<Checker["sentence"]>): FaultKind[] =>
  verdict.kind === "supported" ? [] : verdict.faults.map(({ about }) => about);

/** What is wrong about a translation of somebody's words. */
// oxlint-disable-next-line eslint/max-params -- whose words, in which language, when
export function faultsOfTranslation(
  original: Claim["originals"][number],
  text: string,
  language: Language,
  published = PUBLISHED,
): FaultKind[] {
  const statement = {
    speaker: null,
    topic: null,
    stance: "demands" as const,
    direct: true,
    published,
  };
  const claim: Claim = {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a test's own id
    id: "c1" as Claim["id"],
    told: "",
    originals: [original],
    citations: [1],
    fact: { kind: "statement", party: "IRN", statement: { ...statement, ...original } },
  };
  return kindsIn(checkerOf().translation(text, claim, language));
}

const PUBLISHED = "2026-02-05T09:00:00Z";
