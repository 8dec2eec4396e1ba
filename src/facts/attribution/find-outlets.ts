import { compilePhrases, findPhrases, type Phrases } from "../../articles/phrases.ts";
import { LANGUAGES, type Language } from "../../lib/language.ts";
import type { ReadSentence, Reader, ReadArticle } from "../read-article.ts";

/** Finds the outlets that sentences cite. */
export type OutletFinder = (read: ReadArticle, sentence: ReadSentence) => string | null;

/** Knows the dossier's feeds and sources by name; gives the name of the first that a sentence cites. */
export function createOutletFinder({ dossier, languages }: Reader): OutletFinder {
  // A ministry's or a presidency's own feed is its side's word, not an outlet's.
  const entries = [...dossier.sources, ...dossier.feeds]
    .filter(({ tier }) => tier !== "official")
    .flatMap(({ name, also }) => [name, ...also].map((written) => [written, name] as const));
  const compiled = new Map<Language, Phrases<string>>(
    LANGUAGES.map((language) => [language, compilePhrases(entries, languages[language])]),
  );
  return (read, sentence) => {
    const phrases = compiled.get(read.article.lang);
    if (phrases === undefined) return null;
    const own = read.article.source;
    const found = findPhrases(phrases, read.tokens, sentence.from, sentence.to);
    return found.find(({ value }) => value !== own)?.value ?? null;
  };
}
