import { compilePhrases, findPhrases, type Phrases } from "../../articles/phrases.ts";
import type { Language } from "../../lib/language.ts";
import { LANGUAGES } from "../../lib/language.ts";
import { type Check, faultsIn } from "./check.ts";
import { type Passage, type ReadingTools, textOfTokens } from "./reading.ts";
import type { Kept } from "./sense-words.ts";

type Sign = { readonly line: number; readonly isSure: boolean };
type Found = Sign & { readonly from: number; readonly to: number };

/**
 * Small words that turn a meaning though every word around them stays: units of time, how many, how often,
 * what is new or over. What the translation has of them the original has, and for most the reverse.
 */
export function createKeptCheck(kept: readonly Kept[], reader: ReadingTools["reader"]): Check {
  const compiled = new Map<Language, Phrases<Sign>>(
    LANGUAGES.map((language) => [
      language,
      compilePhrases(signsOf(kept, language), reader.languages[language]),
    ]),
  );
  const signsIn = (passage: Passage): readonly Found[] => {
    const phrases = compiled.get(passage.language);
    const { tokens } = passage.read;
    if (phrases === undefined) return [];
    return findPhrases(phrases, tokens, 0, tokens.length).map(({ value, from, to }) => ({
      ...value,
      from,
      to,
    }));
  };
  return (translation, { claims }) => {
    const [original] = claims.flatMap(({ originals }) => originals);
    if (original === undefined) return [];
    const [ours, theirs] = [signsIn(translation), signsIn(original)];
    const lost = without(theirs, ours).filter(({ line }) => kept[line]?.way === "both");
    return faultsIn("wording", [
      ...without(ours, theirs).map(({ from, to }) => textOfTokens(translation, from, to)),
      ...lost.map(({ from, to }) => textOfTokens(original, from, to)),
    ]);
  };
}

const without = (ones: readonly Found[], others: readonly Found[]): readonly Found[] =>
  ones.filter(({ line, isSure }) => isSure && !others.some((other) => other.line === line));

const signsOf = (kept: readonly Kept[], language: Language): (readonly [string, Sign])[] =>
  kept.flatMap(({ words, maybe }, line) => [
    ...words[language].map((word) => [word, { line, isSure: true }] as const),
    ...maybe[language].map((word) => [word, { line, isSure: false }] as const),
  ]);
