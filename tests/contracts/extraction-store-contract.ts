import { expect, it } from "vitest";
import type { Store } from "../../src/store/store.ts";
import {
  allOf,
  at,
  EMPTY_EXTRACTION,
  fetchedFrom,
  FULL_EXTRACTION,
  sampleArticle,
  sampleId,
  sampleReading,
} from "../support/store-samples.ts";

type WithStore = (check: (store: Store) => Promise<void>) => () => Promise<void>;

const EVER = { since: at("2000-01-01"), until: at("2100-01-01") };
const TALKS = "iran-us";

/** What every engine must do with extractions. */
export function extractionStoreContract(withStore: WithStore): void {
  it(
    "gives a reading back whole, with what its article is known by",
    withStore(async ({ articles, extractions }) => {
      await articles.keep([sampleArticle(1)], fetchedFrom("wire"));
      await extractions.keep(TALKS, "v1", [sampleReading(1)]);
      const [read, ...more] = await allOf(extractions.of(TALKS, EVER));
      expect(more).toEqual([]);
      const { url, source, lang, published } = sampleArticle(1);
      expect(read).toEqual({
        ...sampleReading(1),
        url,
        source,
        lang,
        published,
        fetchedAt: at("2026-02-05T18:05:00Z"),
        feed: "wire",
        story: null,
      });
    }),
  );

  it(
    "counts the readings of a time, which differs once one is added or revised",
    withStore(async ({ articles, extractions }) => {
      const totals = () => extractions.totals(TALKS, { ...EVER, relevantOnly: true });
      expect(await totals()).toEqual({ readings: 0, revisions: 0 });
      await articles.keep(
        [1, 2].map((n) => sampleArticle(n)),
        fetchedFrom("wire"),
      );
      await extractions.keep(TALKS, "v1", [
        sampleReading(1),
        { ...sampleReading(2), extraction: EMPTY_EXTRACTION },
      ]);
      const newest = sampleArticle(1).published;
      expect(await totals()).toEqual({ readings: 1, revisions: 1 });
      await extractions.keep(TALKS, "v1", [{ ...sampleReading(1), revision: 2 }]);
      expect(await totals()).toEqual({ readings: 1, revisions: 2 });
      expect(await extractions.totals(TALKS, EVER)).toMatchObject({ readings: 2 });
      expect(await extractions.totals(TALKS, { ...EVER, until: newest })).toMatchObject({
        readings: 0,
      });
      const after = new Date(newest.getTime() + 1);
      expect(await extractions.newestBefore(TALKS, after)).toEqual(newest);
      expect(await extractions.newestBefore(TALKS, newest)).toBeNull();
      expect(await extractions.newestBefore("other-talks", after)).toBeNull();
    }),
  );

  it(
    "gives the extractions of a time in the order of publication, its end left out",
    withStore(async ({ articles, extractions }) => {
      await articles.keep(
        [4, 1, 3, 2].map((n) => sampleArticle(n)),
        fetchedFrom("wire"),
      );
      await extractions.keep(
        TALKS,
        "v1",
        [4, 3, 1, 2].map((n) => sampleReading(n)),
      );
      const since = sampleArticle(2).published;
      const found = await allOf(
        extractions.of(TALKS, { since, until: sampleArticle(4).published }),
      );
      expect(found.map(({ articleId }) => articleId)).toEqual(
        [2, 3].map((n) => sampleArticle(n).id),
      );
    }),
  );

  it(
    "gives every extraction of more than a page, once",
    withStore(async ({ articles, extractions }) => {
      const published = at("2026-02-05T18:00:00Z");
      const many = Array.from({ length: 1_001 }, (_, n) => sampleArticle(n, { published }));
      await articles.keep(many, fetchedFrom("wire"));
      await extractions.keep(
        TALKS,
        "v1",
        many.map((_, n) => sampleReading(n, EMPTY_EXTRACTION)),
      );
      const found = await allOf(extractions.of(TALKS, EVER));
      expect(found.map(({ articleId }) => articleId)).toEqual(many.map(({ id }) => id));
    }),
  );

  it(
    "can leave out the articles about something else",
    withStore(async ({ articles, extractions }) => {
      await articles.keep([sampleArticle(1), sampleArticle(2)], fetchedFrom("wire"));
      await extractions.keep(TALKS, "v1", [sampleReading(1, EMPTY_EXTRACTION), sampleReading(2)]);
      expect(await allOf(extractions.of(TALKS, EVER))).toHaveLength(2);
      const relevant = await allOf(extractions.of(TALKS, { ...EVER, relevantOnly: true }));
      expect(relevant.map(({ articleId }) => articleId)).toEqual([sampleArticle(2).id]);
    }),
  );

  it(
    "keeps what an article says of one set of talks apart from what it says of others",
    withStore(async ({ articles, extractions }) => {
      await articles.keep([sampleArticle(1)], fetchedFrom("wire"));
      await extractions.keep(TALKS, "v1", [sampleReading(1)]);
      await extractions.keep("russia-ukraine", "v1", [sampleReading(1, EMPTY_EXTRACTION)]);
      const [read] = await allOf(extractions.of("russia-ukraine", EVER));
      expect(read?.extraction.relevant).toBe(false);
      expect(await allOf(extractions.of(TALKS, EVER))).toHaveLength(1);
    }),
  );

  it(
    "asks for every article that a new extractor has not read",
    withStore(async ({ articles, extractions }) => {
      await articles.keep([sampleArticle(2), sampleArticle(1)], fetchedFrom("wire"));
      const unread = async (extractor: string) =>
        (await allOf(extractions.unread(TALKS, extractor))).map(({ id }) => id);
      expect(await unread("v1")).toEqual([sampleArticle(1).id, sampleArticle(2).id]);
      await extractions.keep(TALKS, "v1", [sampleReading(1), sampleReading(2)]);
      expect(await unread("v1")).toEqual([]);
      expect(await unread("v2")).toHaveLength(2);
      await extractions.keep(TALKS, "v2", [sampleReading(1, EMPTY_EXTRACTION)]);
      expect(await unread("v2")).toEqual([sampleArticle(2).id]);
      expect(await allOf(extractions.of(TALKS, EVER))).toHaveLength(2);
    }),
  );

  it(
    "reads more articles than a page while the readings are being kept",
    withStore(async ({ articles, extractions }) => {
      const many = Array.from({ length: 700 }, (_, n) => sampleArticle(n));
      await articles.keep(many, fetchedFrom("wire"));
      for await (const { id, revision } of extractions.unread(TALKS, "v1"))
        await extractions.keep(TALKS, "v1", [
          { ...sampleReading(0, EMPTY_EXTRACTION, revision), articleId: id },
        ]);
      expect(await allOf(extractions.of(TALKS, EVER))).toHaveLength(700);
    }),
  );

  it(
    "never shows evidence of one wording against another: an edited article is read again first",
    withStore(async ({ articles, extractions }) => {
      await articles.keep([sampleArticle(1)], fetchedFrom("wire"));
      await extractions.keep(TALKS, "v1", [sampleReading(1)]);
      await articles.keep([sampleArticle(1, { title: "Edited" })], fetchedFrom("wire"));
      expect(await allOf(extractions.of(TALKS, EVER))).toEqual([]);
      const [unread] = await allOf(extractions.unread(TALKS, "v1"));
      expect(unread?.revision).toBe(2);
      await extractions.keep(TALKS, "v1", [sampleReading(1, FULL_EXTRACTION, 2)]);
      const [read] = await allOf(extractions.of(TALKS, EVER));
      expect(read?.revision).toBe(2);
    }),
  );

  it(
    "keeps nothing of an article that it does not have",
    withStore(async ({ extractions }) => {
      const stranger = { ...sampleReading(1), articleId: sampleId("stranger") };
      await extractions.keep(TALKS, "v1", [stranger]);
      expect(await allOf(extractions.of(TALKS, EVER))).toEqual([]);
    }),
  );

  it(
    "keeps halves of characters in what was said",
    withStore(async ({ articles, extractions }) => {
      const [statement] = FULL_EXTRACTION.statements;
      const statements = statement === undefined ? [] : [{ ...statement, text: "a\ud800\0b" }];
      await articles.keep([sampleArticle(1)], fetchedFrom("wire"));
      await extractions.keep(TALKS, "v1", [sampleReading(1, { ...FULL_EXTRACTION, statements })]);
      const [read] = await allOf(extractions.of(TALKS, EVER));
      expect(read?.extraction.statements).toEqual(statements);
    }),
  );
}
