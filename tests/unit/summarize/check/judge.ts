import { loadCore } from "../../../../src/app/core.ts";
import type { Language } from "../../../../src/lib/language.ts";
import type { Claim } from "../../../../src/summarize/claim.ts";
import type { Checker, FaultKind } from "../../../../src/summarize/verdict.ts";
import { CLAIMS } from "./sample-claims.ts";

/** Names of the sample claims, with spaces between them. */
export type Cited = string;

let checker: Checker | null = null;
const checkerOf = (): Checker => (checker ??= loadCore("iran-us").checker());

/** The sample claims of these names, told in a language. */
export function claimsNamed(names: Cited, language: Language): Claim[] {
  const all: Readonly<Record<string, Readonly<Record<Language, Claim>>>> = CLAIMS;
  return names.split(" ").map((name) => {
    const found = all[name]?.[language];
    if (found === undefined) throw new Error(`no sample claim is called ${name}`);
    return found;
  });
}

/** What a sentence is wrong about. */
export const faultsOf = (text: string, cited: Cited, language: Language): FaultKind[] =>
  kindsIn(checkerOf().sentence(text, claimsNamed(cited, language), language));

/** What a translation of a sample claim is wrong about. */
export function translationFaults(text: string, cited: Cited, language: Language): FaultKind[] {
  const [claim] = claimsNamed(cited, language);
  return claim === undefined ? [] : kindsIn(checkerOf().translation(text, claim, language));
}

const kindsIn = (verdict: ReturnType<Checker["sentence"]>): FaultKind[] =>
  verdict.kind === "supported" ? [] : verdict.faults.map(({ about }) => about);

/** What surface checks find; the rest is for others to judge. */
export const SURFACE: ReadonlySet<FaultKind> = new Set<FaultKind>([
  "claim",
  "number",
  "date",
  "relative-date",
  "name",
  "place",
  "party",
  "quotation",
  "language",
  "form",
]);
