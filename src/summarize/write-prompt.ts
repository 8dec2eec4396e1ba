import { plainLine } from "../i18n/direction.ts";
import type { Language } from "../lib/language.ts";
import { shorten } from "../messages/quotation.ts";
import type { Claim } from "./claim.ts";
import type { Fault } from "./verdict.ts";

/** More of a statement adds cost and little else. */
const LONGEST_ORIGINAL = 600;
/** As long as a question may be, in UTF-16 units. */
const LONGEST_QUESTION = 400;

const NAMES: Readonly<Record<Language, string>> = { en: "English", ar: "Arabic", fa: "Persian" };

/** The instructions for writing in a language. */
export const instruct = (instructions: string, language: Language): string =>
  instructions.replaceAll("{language}", NAMES[language]);

/** Claims as a model reads them: one JSON object a line, with the words of others nowhere but in strings. */
export const claimLines = (claims: readonly Claim[]): string =>
  claims.map((claim) => JSON.stringify(lineOf(claim))).join("\n");

/** Only what speakers said goes along in its own language; the sentences behind other claims stay here. */
function lineOf({ id, told, originals, fact }: Claim) {
  const isQuote = fact.kind === "statement";
  const [original] = isQuote ? originals : [];
  return {
    id,
    kind: fact.kind,
    ...(isQuote && fact.party !== null ? { party: fact.party } : {}),
    told,
    ...(original === undefined
      ? {}
      : { originals: [{ lang: original.lang, text: shorten(original.text, LONGEST_ORIGINAL) }] }),
  };
}

/** What is asked of the claims, beneath them. */
export const questionLine = (words: string): string =>
  JSON.stringify({ question: shorten(plainLine(words), LONGEST_QUESTION) });

/** A sentence that fell, by the number that it is asked for again. */
export type Fallen = {
  readonly number: number;
  readonly text: string;
  readonly claims: readonly string[];
  readonly faults: readonly Fault[];
};

/** Sentences to mend, with what is wrong with each. */
export const fallenLines = (fallen: readonly Fallen[]): string =>
  fallen
    .map(({ number, text, claims, faults }) =>
      JSON.stringify({ number, text: plainLine(text), claims, wrong: faults.map(faultWords) }),
    )
    .join("\n");

const faultWords = ({ about, words }: Fault): string =>
  words.length === 0 ? about : `${about}: ${words.join(", ")}`;
