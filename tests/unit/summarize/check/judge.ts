import { loadDossier } from "../../../../src/config/load-dossier.ts";
import { loadLexicons } from "../../../../src/config/load-lexicon.ts";
import { loadPlaces } from "../../../../src/config/load-places.ts";
import { createDateFinder } from "../../../../src/facts/dates/date-finder.ts";
import { loadDateLexicons } from "../../../../src/facts/dates/date-lexicon.ts";
import { createReader } from "../../../../src/facts/read-article.ts";
import { createCheckerOf } from "../../../../src/summarize/check/checker.ts";
import { createReadings } from "../../../../src/summarize/check/reading.ts";
import { createSurfaceChecks } from "../../../../src/summarize/check/surface-checks.ts";
import { loadSurfaceWords } from "../../../../src/summarize/check/surface-words.ts";
import type { Language } from "../../../../src/lib/language.ts";
import type { Claim } from "../../../../src/summarize/claim.ts";
import type { Checker, FaultKind } from "../../../../src/summarize/verdict.ts";
import { CLAIMS } from "./sample-claims.ts";

/** Names of the sample claims, with spaces between them. */
export type Cited = string;

/** The surface checks of one set of talks. */
export function loadSurfaceChecker(talks = "iran-us"): Checker {
  const lexicons = loadLexicons("seeds/lexicon", ["talks", "speech"]);
  const dateLexicons = loadDateLexicons("seeds/lexicon");
  const dossier = loadDossier(`seeds/talks/${talks}.yaml`);
  const names = { dossier, places: loadPlaces("seeds/places.yaml") };
  const reader = createReader(dossier, names.places, lexicons);
  const tools = { reader, dates: createDateFinder(dateLexicons, lexicons) };
  const surfaceWords = loadSurfaceWords("seeds/checks");
  const checks = createSurfaceChecks({ reader, names, dateLexicons, surfaceWords });
  return createCheckerOf(createReadings(tools), checks);
}

let checker: Checker | null = null;
const checkerOf = (): Checker => (checker ??= loadSurfaceChecker());

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
