import { expect, it } from "vitest";
import { createSearchWords } from "../../src/articles/article-search.ts";
import { loadLexicons } from "../../src/config/load-lexicon.ts";
import type { Language } from "../../src/lib/language.ts";
import type { Store } from "../../src/store/store.ts";
import { fetchedFrom, sampleArticle } from "../support/store-samples.ts";

type WithStore = (check: (store: Store) => Promise<void>) => () => Promise<void>;

const lexicons = loadLexicons("seeds/lexicon", []);
const words = createSearchWords({
  en: lexicons.en.orthography,
  ar: lexicons.ar.orthography,
  fa: lexicons.fa.orthography,
});

/** What every engine must do to find articles by their words. */
export function articleSearchContract(withStore: WithStore): void {
  it.each<[Language, text: string, query: string]>([
    ["en", "The delegations left Muscat", "delegation muscat"],
    ["en", "It's Iran's turn", "iran"],
    ["ar", "وَالمُحَادَثات في مسقط", "محادثات"],
    ["ar", "تعقد محادثات جديدة", "المحادثات"],
    ["ar", "وصل عراقجي إلى العاصمة", "الى عراقجي"],
    ["fa", "مذاکره\u200cکنندگان آمدند", "مذاكره\u200cكنندگان"],
    ["fa", "دیدار در ۱۷ بهمن", "17 بهمن"],
  ])("finds the %s text «%s» by «%s»", (lang, text, query) =>
    withStore(async (store) => {
      const other = sampleArticle(2, { lang, title: "x", body: "y" });
      await store.articles.keep([sampleArticle(1, { lang, title: text }), other], fetchedFrom("w"));
      const found = await store.search(words).find(query, lang, 10);
      expect(found.map(({ id }) => id)).toEqual([sampleArticle(1).id]);
    })(),
  );

  it(
    "finds the last published first, and no more than asked for",
    withStore(async (store) => {
      const many = Array.from({ length: 600 }, (_, n) => sampleArticle(n));
      await store.articles.keep(many, fetchedFrom("wire"));
      const found = await store.search(words).find("talks", "en", 2);
      expect(found.map(({ id }) => id)).toEqual([sampleArticle(599).id, sampleArticle(598).id]);
    }),
  );

  it(
    "finds articles that came since, and an edited one by its new words only",
    withStore(async (store) => {
      const search = store.search(words);
      await store.articles.keep([sampleArticle(1, { title: "Old words" })], fetchedFrom("wire"));
      expect(await search.find("old", "en", 10)).toHaveLength(1);
      await store.articles.keep([sampleArticle(1, { title: "New words" })], fetchedFrom("wire"));
      await store.articles.keep([sampleArticle(2, { title: "More words" })], fetchedFrom("wire"));
      expect(await search.find("old", "en", 10)).toEqual([]);
      expect(await search.find("new", "en", 10)).toHaveLength(1);
      expect(await search.find("words", "en", 10)).toHaveLength(2);
    }),
  );

  it.each([
    "",
    " \u200c,. ",
    `"`,
    `") OR forms:*`,
    "NEAR(a b)",
    "a* AND NOT",
    "'; drop table articles",
  ])("takes the query %j for words and nothing else", (query) =>
    withStore(async (store) => {
      await store.articles.keep([sampleArticle(1)], fetchedFrom("wire"));
      expect(await store.search(words).find(query, "en", 10)).toEqual([]);
      expect(await store.articles.count()).toBe(1);
    })(),
  );
}
