import { expect, it } from "vitest";
import type { Extraction } from "../../src/facts/fact.ts";
import type { Reading } from "../../src/facts/extraction-store.ts";
import type { Store } from "../../src/store/store.ts";
import {
  allOf,
  at,
  EMPTY_EXTRACTION,
  fetchedFrom,
  FULL_EXTRACTION,
  sampleArticle,
  sampleId,
} from "../support/store-samples.ts";

type WithStore = (check: (store: Store) => Promise<void>) => () => Promise<void>;

const EVER = { since: at("2000-01-01"), until: at("2100-01-01") };
const TALKS = "iran-us";

const readingOf = (n: number, extraction: Extraction = FULL_EXTRACTION, revision = 1): Reading => ({
  articleId: sampleArticle(n).id,
  revision,
  extraction,
});

/** What every engine must do with extractions. */
export function extractionStoreContract(withStore: WithStore): void {
  it(
    "gives an extraction back whole, with its article",
    withStore(async ({ articles, extractions }) => {
      await articles.keep([sampleArticle(1)], fetchedFrom("wire"));
      await extractions.keep(TALKS, "v1", [readingOf(1)]);
      const [read, ...more] = await allOf(extractions.of(TALKS, EVER));
      expect(more).toEqual([]);
      expect(read?.extraction).toEqual(FULL_EXTRACTION);
      expect(read?.article).toEqual(await articles.find(sampleArticle(1).id));
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
        [4, 3, 1, 2].map((n) => readingOf(n)),
      );
      const since = sampleArticle(2).published;
      const found = await allOf(
        extractions.of(TALKS, { since, until: sampleArticle(4).published }),
      );
      expect(found.map(({ article }) => article.id)).toEqual(
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
        many.map((_, n) => readingOf(n, EMPTY_EXTRACTION)),
      );
      const found = await allOf(extractions.of(TALKS, EVER));
      expect(found.map(({ article }) => article.id)).toEqual(many.map(({ id }) => id));
    }),
  );

  it(
    "can leave out the articles about something else",
    withStore(async ({ articles, extractions }) => {
      await articles.keep([sampleArticle(1), sampleArticle(2)], fetchedFrom("wire"));
      await extractions.keep(TALKS, "v1", [readingOf(1, EMPTY_EXTRACTION), readingOf(2)]);
      expect(await allOf(extractions.of(TALKS, EVER))).toHaveLength(2);
      const relevant = await allOf(extractions.of(TALKS, { ...EVER, relevantOnly: true }));
      expect(relevant.map(({ article }) => article.id)).toEqual([sampleArticle(2).id]);
    }),
  );

  it(
    "keeps what an article says of one set of talks apart from what it says of others",
    withStore(async ({ articles, extractions }) => {
      await articles.keep([sampleArticle(1)], fetchedFrom("wire"));
      await extractions.keep(TALKS, "v1", [readingOf(1)]);
      await extractions.keep("russia-ukraine", "v1", [readingOf(1, EMPTY_EXTRACTION)]);
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
      await extractions.keep(TALKS, "v1", [readingOf(1), readingOf(2)]);
      expect(await unread("v1")).toEqual([]);
      expect(await unread("v2")).toHaveLength(2);
      await extractions.keep(TALKS, "v2", [readingOf(1, EMPTY_EXTRACTION)]);
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
          { articleId: id, revision, extraction: EMPTY_EXTRACTION },
        ]);
      expect(await allOf(extractions.of(TALKS, EVER))).toHaveLength(700);
    }),
  );

  it(
    "never shows evidence of one wording against another: an edited article is read again first",
    withStore(async ({ articles, extractions }) => {
      await articles.keep([sampleArticle(1)], fetchedFrom("wire"));
      await extractions.keep(TALKS, "v1", [readingOf(1)]);
      await articles.keep([sampleArticle(1, { title: "Edited" })], fetchedFrom("wire"));
      expect(await allOf(extractions.of(TALKS, EVER))).toEqual([]);
      const [unread] = await allOf(extractions.unread(TALKS, "v1"));
      expect(unread?.revision).toBe(2);
      await extractions.keep(TALKS, "v1", [readingOf(1, FULL_EXTRACTION, 2)]);
      const [read] = await allOf(extractions.of(TALKS, EVER));
      expect(read?.article.title).toBe("Edited");
    }),
  );

  it(
    "keeps nothing of an article that it does not have",
    withStore(async ({ extractions }) => {
      const stranger = { ...readingOf(1), articleId: sampleId("stranger") };
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
      await extractions.keep(TALKS, "v1", [readingOf(1, { ...FULL_EXTRACTION, statements })]);
      const [read] = await allOf(extractions.of(TALKS, EVER));
      expect(read?.extraction.statements).toEqual(statements);
    }),
  );
}
