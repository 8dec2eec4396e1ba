import { expect, it } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import type { Store } from "../../src/store/store.ts";
import { allOf, at, fetchedFrom, sampleArticle, sampleId } from "../support/store-samples.ts";

type WithStore = (check: (store: Store) => Promise<void>) => () => Promise<void>;

const EVER = [at("2000-01-01"), at("2100-01-01")] as const;
const NOTHING = { added: [], revised: [], unchanged: [] };

/** What every engine must do with articles. */
export function articleStoreContract(withStore: WithStore): void {
  const article = sampleArticle(1, { summary: "They meet.", body: "In Muscat." });
  const { id } = article;

  it(
    "gives an article back as it was published, with how it came",
    withStore(async ({ articles }) => {
      const kept = await articles.keep([article], fetchedFrom("wire"));
      expect(kept).toEqual({ ...NOTHING, added: [id] });
      expect(await articles.find(id)).toEqual({
        ...article,
        feed: "wire",
        fetchedAt: at("2026-02-05T18:05:00Z"),
        revision: 1,
        story: null,
      });
      expect(await articles.find(sampleId("unknown"))).toBeNull();
    }),
  );

  it(
    "leaves out the parts that an article does not have",
    withStore(async ({ articles }) => {
      await articles.keep([sampleArticle(2)], fetchedFrom(null));
      const found = await articles.find(sampleArticle(2).id);
      expect(found).not.toHaveProperty("summary");
      expect(found).not.toHaveProperty("body");
    }),
  );

  it(
    "knows an article that it sees again",
    withStore(async ({ articles }) => {
      await articles.keep([article], fetchedFrom("wire"));
      const again = await articles.keep([article], fetchedFrom("wire", "2026-02-05T19:00:00Z"));
      expect(again).toEqual({ ...NOTHING, unchanged: [id] });
      expect(await articles.count()).toBe(1);
      expect((await articles.find(id))?.fetchedAt).toEqual(at("2026-02-05T18:05:00Z"));
    }),
  );

  it.each<[what: string, edit: Partial<Article>]>([
    ["title", { title: "Talks called off" }],
    ["summary", { summary: "They do not meet." }],
    ["body", { body: "In Istanbul." }],
    ["language", { lang: "ar" }],
    ["date, when it moves back", { published: new Date(article.published.getTime() - 1) }],
  ])("revises an article whose %s was edited, and adds no other", (_, edit) =>
    withStore(async ({ articles }) => {
      await articles.keep([article], fetchedFrom("wire"));
      const kept = await articles.keep([{ ...article, ...edit }], fetchedFrom("wire"));
      expect(kept).toEqual({ ...NOTHING, revised: [id] });
      expect(await articles.count()).toBe(1);
      expect(await articles.find(id)).toMatchObject({ ...article, ...edit, revision: 2 });
    })(),
  );

  it(
    "takes the date of a new wording with it, but not a new date of the same wording",
    withStore(async ({ articles }) => {
      const later = at("2026-02-06T09:00:00Z");
      await articles.keep([article], fetchedFrom("wire"));
      const moved = await articles.keep([{ ...article, published: later }], fetchedFrom("wire"));
      expect(moved.unchanged).toEqual([id]);
      expect((await articles.find(id))?.published).toEqual(article.published);
      await articles.keep([{ ...article, published: later, title: "New" }], fetchedFrom("wire"));
      expect((await articles.find(id))?.published).toEqual(later);
    }),
  );

  it(
    "keeps a full text when the feed repeats the item without it",
    withStore(async ({ articles }) => {
      await articles.keep([article], fetchedFrom("wire"));
      const { body: _, ...short } = article;
      expect((await articles.keep([short], fetchedFrom("wire"))).unchanged).toEqual([id]);
      expect((await articles.find(id))?.body).toBe("In Muscat.");
    }),
  );

  it(
    "does not let two feeds overwrite each other's wording in turn",
    withStore(async ({ articles }) => {
      const copy = { ...article, title: "Talks, part 1 - Example News", source: "Aggregator" };
      await articles.keep([article], fetchedFrom("wire"));
      expect((await articles.keep([copy], fetchedFrom("aggregator"))).unchanged).toEqual([id]);
      expect((await articles.keep([article], fetchedFrom("wire"))).unchanged).toEqual([id]);
      expect((await articles.keep([copy], fetchedFrom(null))).revised).toEqual([id]);
      expect((await articles.find(id))?.feed).toBe("wire");
    }),
  );

  it(
    "counts an article given twice at once as its last publication",
    withStore(async ({ articles }) => {
      const newer = { ...article, title: "Newer", published: at("2026-02-05T20:00:00Z") };
      const kept = await articles.keep([newer, article], fetchedFrom("wire"));
      expect(kept).toEqual({ ...NOTHING, added: [id] });
      expect((await articles.find(id))?.title).toBe("Newer");
    }),
  );

  it(
    "keeps nothing when given nothing",
    withStore(async ({ articles }) => {
      expect(await articles.keep([], fetchedFrom("wire"))).toEqual(NOTHING);
      expect(await articles.newest()).toBeNull();
      expect(await articles.count()).toBe(0);
    }),
  );

  it(
    "gives the articles of a time in the order of publication, its end left out",
    withStore(async ({ articles }) => {
      const same = { published: sampleArticle(3).published };
      const given = [5, 2, 3, 1].map((n) => sampleArticle(n));
      await articles.keep([...given, sampleArticle(9, same)], fetchedFrom("wire"));
      const from = sampleArticle(2).published;
      const found = await allOf(articles.between(from, sampleArticle(5).published));
      expect(found.map((one) => one.id)).toEqual([2, 3, 9].map((n) => sampleArticle(n).id));
      expect((await articles.newest())?.id).toBe(sampleArticle(5).id);
    }),
  );

  it(
    "gives every article of many that were published in the same instant, once",
    withStore(async ({ articles }) => {
      const published = at("2026-02-05T18:00:00Z");
      const many = Array.from({ length: 1_001 }, (_, n) => sampleArticle(n, { published }));
      await articles.keep(many, fetchedFrom("wire"));
      const found = await allOf(articles.between(...EVER));
      expect(found.map((one) => one.id)).toEqual(many.map((one) => one.id));
    }),
  );

  it(
    "puts articles into stories, which a revision does not change",
    withStore(async ({ articles }) => {
      await articles.keep([article, sampleArticle(2)], fetchedFrom("wire"));
      await articles.assignStories(new Map([[sampleArticle(2).id, id]]));
      await articles.keep([sampleArticle(2, { title: "Edited" })], fetchedFrom("wire"));
      expect(await articles.find(sampleArticle(2).id)).toMatchObject({ story: id, revision: 2 });
      expect((await articles.find(id))?.story).toBeNull();
    }),
  );

  it.each([
    [
      "Arabic with marks",
      "\u0645\u064f\u062d\u0627\u062f\u062b\u0627\u062a \u0645\u0633\u0642\u0637",
    ],
    ["Persian with a joiner break", "\u0645\u06cc\u200c\u0631\u0648\u062f"],
    ["characters beyond the first plane", "\ud83c\uddee\ud83c\uddf7 and \ud835\udd38"],
    ["quotation marks and SQL", `'"; drop table articles; -- ?`],
    ["an empty text", ""],
    ["a million characters", "x".repeat(1_000_000)],
  ])("keeps %s as it is", (_, text) =>
    withStore(async ({ articles }) => {
      await articles.keep([{ ...article, title: text, body: text }], fetchedFrom("wire"));
      expect(await articles.find(id)).toMatchObject({ title: text, body: text });
    })(),
  );

  it(
    "keeps offsets right where a text has halves of characters or NUL, and sees no edit in it",
    withStore(async ({ articles }) => {
      const odd = { ...article, title: "a\ud800b\0c" };
      await articles.keep([odd], fetchedFrom("wire"));
      expect((await articles.find(id))?.title).toBe("a\ufffdb\ufffdc");
      expect((await articles.keep([odd], fetchedFrom("wire"))).unchanged).toEqual([id]);
    }),
  );

  it.each(["0001-01-01T00:00:00.000Z", "1969-07-20T20:17:40.000Z", "9999-12-31T23:59:59.999Z"])(
    "keeps the date %s",
    (date) =>
      withStore(async ({ articles }) => {
        await articles.keep([{ ...article, published: at(date) }], fetchedFrom("wire"));
        expect((await articles.find(id))?.published).toEqual(at(date));
      })(),
  );
}
