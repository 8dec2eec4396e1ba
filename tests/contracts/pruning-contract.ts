import { expect, it } from "vitest";
import { createSearchWords } from "../../src/articles/article-search.ts";
import { numbersOf } from "../../src/articles/fingerprint.ts";
import type { Article } from "../../src/articles/article.ts";
import type { Likeness } from "../../src/articles/same-story.ts";
import { loadLexicons } from "../../src/config/load-lexicon.ts";
import type { Store } from "../../src/store/store.ts";
import { allOf, at, fetchedFrom, sampleArticle, sampleReading } from "../support/store-samples.ts";

type WithStore = (check: (store: Store) => Promise<void>) => () => Promise<void>;

const EVER = { since: at("2000-01-01"), until: at("2100-01-01") };
const SPRING = at("2026-05-01T03:00:00Z");
const LIKENESS: Likeness = {
  fingerprint: { words: numbersOf([0, 7, 0xffffffff]), pairs: numbersOf([0x80000000]) },
  headline: { words: numbersOf([7]), denies: true },
};
const article = sampleArticle(1, { summary: "They meet.", body: "In Muscat." });
const { id } = article;
const { summary: _, body: __, ...head } = article;

async function keepPruned({ articles, extractions }: Store): Promise<void> {
  await articles.keep([article], fetchedFrom("wire"));
  await extractions.keep("iran-us", "v1", [sampleReading(1)]);
  await articles.prune(new Map([[id, LIKENESS]]), SPRING);
}

/** What every engine must do with the texts of old articles. */
export function pruningContract(withStore: WithStore): void {
  it(
    "gives articles up for pruning once they are old and were read, those fetched first before others",
    withStore(async ({ articles, extractions }) => {
      for (const [n, day] of [3, 1, 2, 4].entries())
        await articles.keep([sampleArticle(n)], fetchedFrom("wire", `2026-02-0${day}T00:00:00Z`));
      const before = at("2026-02-04T00:00:00Z");
      expect(await articles.aged(before, 10)).toEqual([]);
      const readings = [0, 1, 2, 3].map((n) => sampleReading(n));
      await extractions.keep("iran-us", "v1", readings);
      const aged = await articles.aged(before, 10);
      expect(aged.map((each) => each.id)).toEqual([1, 2, 0].map((n) => sampleArticle(n).id));
      expect(await articles.aged(before, 1)).toHaveLength(1);
    }),
  );

  it(
    "lets go of summary and body, and keeps the rest with what was read",
    withStore(async (store) => {
      await keepPruned(store);
      const { articles, extractions } = store;
      expect(await articles.find(id)).toEqual({
        ...head,
        feed: "wire",
        fetchedAt: at("2026-02-05T18:05:00Z"),
        revision: 1,
        story: null,
        pruned: { at: SPRING, likeness: LIKENESS },
      });
      const readings = await allOf(extractions.of("iran-us", EVER));
      expect(readings).toMatchObject([sampleReading(1)]);
      expect(await articles.aged(at("2030-01-01"), 10)).toEqual([]);
      expect([await articles.count(), await articles.countPruned()]).toEqual([1, 1]);
    }),
  );

  it(
    "is not read anew by another extractor",
    withStore(async (store) => {
      await keepPruned(store);
      expect(await allOf(store.extractions.unread("iran-us", "v2"))).toEqual([]);
      expect(await allOf(store.extractions.unread("other-talks", "v1"))).toEqual([]);
    }),
  );

  it.each<[what: string, again: Article]>([
    ["as it was", article],
    ["without its body", { ...head, summary: "They meet." }],
    ["with its title alone", head],
    ["with another date", { ...article, published: at("2025-12-01") }],
  ])("knows a pruned article that comes again %s", (_what, again) =>
    withStore(async (store) => {
      await keepPruned(store);
      const kept = await store.articles.keep([again], fetchedFrom("wire", "2026-05-02T00:00:00Z"));
      expect(kept).toEqual({ added: [], revised: [], unchanged: [id] });
      expect(await store.articles.find(id)).not.toHaveProperty("body");
    })(),
  );

  it.each<[what: string, edit: Partial<Article>]>([
    ["title", { title: "Talks called off" }],
    ["summary", { summary: "They do not meet." }],
    ["body", { body: "In Istanbul." }],
  ])("takes an edited %s of a pruned article, with its texts", (_what, edit) =>
    withStore(async ({ articles, extractions }) => {
      const store = { articles, extractions } as Store;
      await keepPruned(store);
      const edited = { ...article, ...edit };
      const kept = await articles.keep([edited], fetchedFrom("wire", "2026-05-02T00:00:00Z"));
      expect(kept.revised).toEqual([id]);
      const found = await articles.find(id);
      expect(found).toMatchObject({ ...edited, revision: 2 });
      expect(found).not.toHaveProperty("pruned");
      expect(await allOf(extractions.unread("iran-us", "v1"))).toHaveLength(1);
    })(),
  );

  it(
    "finds a pruned article by its title, and no longer by its texts",
    withStore(async (store) => {
      const { en, ar, fa } = loadLexicons("seeds/lexicon", []);
      const orthographies = { en: en.orthography, ar: ar.orthography, fa: fa.orthography };
      const search = store.search(createSearchWords(orthographies));
      await store.articles.keep([article], fetchedFrom("wire"));
      expect(await search.find("muscat", "en", 10)).toHaveLength(1);
      await keepPruned(store);
      expect(await search.find("muscat", "en", 10)).toEqual([]);
      const [found] = await search.find("talks", "en", 10);
      expect(found?.pruned?.at).toEqual(SPRING);
    }),
  );
}
