import type { Orthography } from "../config/lexicon.ts";
import type { Language } from "../lib/language.ts";
import type { StoredArticle } from "./article-store.ts";
import { tokenize } from "./tokens.ts";
import { createWordForms, joinsOf } from "./word-forms.ts";

/** Finds kept articles by their words. */
export type ArticleSearch = {
  /**
   * The last published articles, at most `limit`, that have every word of the query in some form:
   * without marks, clitics and endings. A query without words finds nothing.
   */
  find(query: string, language: Language, limit: number): Promise<readonly StoredArticle[]>;
};

/** The words of a text, each in every form it may be found by. */
export type SearchWords = (text: string, language: Language) => readonly (readonly string[])[];

/** Takes words as the readers of articles take them: folded and lightly stemmed. */
export function createSearchWords(
  orthographies: Readonly<Record<Language, Orthography>>,
): SearchWords {
  const languages = {
    en: waysOf(orthographies.en),
    ar: waysOf(orthographies.ar),
    fa: waysOf(orthographies.fa),
  };
  return (text, language) => {
    const { joins, forms } = languages[language];
    return tokenize(text, joins)
      .filter(({ kind }) => kind !== "mark")
      .map((token) => forms(token.text));
  };
}

const waysOf = (orthography: Orthography) => ({
  joins: joinsOf(orthography),
  forms: createWordForms(orthography),
});
