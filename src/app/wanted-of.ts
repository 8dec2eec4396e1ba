import type { SearchWords } from "../articles/article-search.ts";
import type { Article, ArticleId } from "../articles/article.ts";
import { detectLanguage } from "../articles/language.ts";
import { askedDays } from "../digest/asked-days.ts";
import type { Wanted } from "../digest/widen-digest.ts";
import { subjectsOf } from "../facts/asked-about.ts";
import { LANGUAGES, type Language } from "../lib/language.ts";
import type { Core } from "./core.ts";

/** A question's words, the language of the chat it is asked in, and when. */
export type AskedWords = {
  readonly words: string;
  readonly language: Language;
  readonly now: Date;
};

/** Reads a question as articles are read, in the language that it is asked in; its days are the talks' own. */
export function wantedOf(
  { names, read, dates }: Pick<Core, "names" | "read" | "dates">,
  searchWords: SearchWords,
  { words, language, now }: AskedWords,
): Wanted {
  const lang = detectLanguage(words, language) ?? language;
  const about = subjectsOf(read(asArticle(words, lang)));
  const { timeZone } = names.dossier;
  const mentions = dates().findInText(words, lang, { published: now, timeZone });
  return {
    about,
    hits: hitsOf(words, searchWords),
    days: askedDays(mentions, now, timeZone),
  };
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
