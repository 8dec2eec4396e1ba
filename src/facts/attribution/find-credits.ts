import { compilePhrases, findPhrases, type Phrases } from "../../articles/phrases.ts";
import { LANGUAGES, type Language } from "../../lib/language.ts";
import type { ReadArticle, Reader } from "../read-article.ts";

/** The outlets, by the dossier's names, that an article names beside its own; an official one may be credited too. */
export type CreditFinder = (read: ReadArticle) => readonly string[];

/** More names than these are a review of the press, and no credit. */
const MOST_CREDITED = 4;

/** Knows the dossier's feeds and sources by name. */
export function createCreditFinder({ dossier, languages }: Reader): CreditFinder {
  const entries = [...dossier.sources, ...dossier.feeds].flatMap(({ name, also }) =>
    [name, ...also].map((written) => [written, name] as const),
  );
  const compiled = new Map<Language, Phrases<string>>(
    LANGUAGES.map((language) => [language, compilePhrases(entries, languages[language])]),
  );
  return ({ article, tokens }) => {
    const phrases = compiled.get(article.lang);
    if (phrases === undefined) return [];
    const found = findPhrases(phrases, tokens, 0, tokens.length).map(({ value }) => value);
    const others = new Set(found.filter((name) => name !== article.source));
    return others.size > MOST_CREDITED ? [] : [...others];
  };
}
