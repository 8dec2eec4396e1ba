import { compilePhrases, findPhrases, type Phrases } from "../../articles/phrases.ts";
import { LANGUAGES, type Language } from "../../lib/language.ts";
import type { ReadArticle, ReadSentence, Reader } from "../read-article.ts";

/** An outlet that a sentence names: token indices `[from, to)`. */
export type OutletMention = { readonly name: string; readonly from: number; readonly to: number };

/** Finds the first outlet other than the article's own that a sentence cites. */
export type OutletFinder = (read: ReadArticle, sentence: ReadSentence) => OutletMention | null;

/** Knows the dossier's feeds and sources by name. */
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
    const found = findPhrases(phrases, read.tokens, sentence.from, sentence.to).find(
      ({ value }) => value !== own,
    );
    return found === undefined ? null : { name: found.value, from: found.from, to: found.to };
  };
}
