import type { SearchWords } from "../articles/article-search.ts";
import type { Article, ArticleId } from "../articles/article.ts";
import { detectLanguage } from "../articles/language.ts";
import type { Wanted } from "../digest/widen-digest.ts";
import { subjectsOf } from "../facts/asked-about.ts";
import { LANGUAGES, type Language } from "../lib/language.ts";
import type { Core } from "./core.ts";

/** A question's words, and the language of the chat it is asked in. */
export type AskedWords = { readonly words: string; readonly language: Language };

/** Reads a question as articles are read, in the language that it is asked in. */
export function wantedOf(
  { read }: Pick<Core, "read">,
  searchWords: SearchWords,
  { words, language }: AskedWords,
): Wanted {
  const lang = detectLanguage(words, language) ?? language;
  const about = subjectsOf(read(asArticle(words, lang)));
  return { about, hits: hitsOf(words, searchWords) };
}

const asArticle = (words: string, lang: Language): Article => ({
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a question is read as an article is
  id: "question" as ArticleId,
  url: "",
  source: "",
  published: new Date(0),
  title: words,
  lang,
});

/** Shorter words are mostly those of any question. */
const SHORTEST_WORD = 4;

function hitsOf(words: string, searchWords: SearchWords): Wanted["hits"] {
  const forms = new Map(
    LANGUAGES.map((lang) => [
      lang,
      searchWords(words, lang).filter(([form = ""]) => form.length >= SHORTEST_WORD),
    ]),
  );
  return (text, lang) => {
    const wanted = forms.get(lang) ?? [];
    if (wanted.length === 0) return 0;
    const known = new Set(searchWords(text, lang).flat());
    return wanted.filter((word) => word.some((form) => known.has(form))).length;
  };
}
