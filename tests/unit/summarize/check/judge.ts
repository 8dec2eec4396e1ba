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
export function claimsNamed(names: Cited, language: Language): Claim[] {
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
