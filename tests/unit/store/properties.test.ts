import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../../src/articles/article.ts";
import type { Kept } from "../../../src/articles/article-store.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { Store } from "../../../src/store/store.ts";
import {
  allOf,
  at,
  fetchedFrom,
  FULL_EXTRACTION,
  sampleArticle,
  sampleReading,
} from "../../support/store-samples.ts";
import { type EngineName, ENGINES, testDatabases } from "../../support/store-engines.ts";

const RUNS = { seed: 20_260_206, numRuns: 150 };
const EVER = { since: at("0001-01-01"), until: at("9999-12-31") };

const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));
const wellFormed = (text: string): string => text.toWellFormed().replaceAll("\0", "\ufffd");

const databases = testDatabases();

async function withStore(
  engine: EngineName,
  check: (store: Store) => Promise<void>,
): Promise<void> {
  const url = engine === "SQLite" ? "file::memory:" : await databases.emptied(engine);
  const store = await openStore(url, (row) => {
    throw new Error(`corrupt row: ${JSON.stringify(row)}`);
  });
  await check(store);
  await store.close();
}

const someArticle: fc.Arbitrary<Article> = fc
  .record({ n: fc.nat(5), day: fc.nat(3), title: fc.constantFrom("A", "B"), body: fc.boolean() })
  .map(({ n, day, title, body }) =>
    sampleArticle(n, {
      published: new Date(Date.UTC(2026, 1, 1 + day)),
      title,
      ...(body ? { body: title } : {}),
    }),
  );
const someFeed = fc.constantFrom("wire", "aggregator", null);

describe.each(ENGINES)("%s", (engine) => {
  it("gives any text back with every offset where it was", async () => {
    await withStore(engine, async ({ articles }) => {
      let n = 0;
      const keepsText = fc.asyncProperty(anyText, anyText, async (title, body) => {
        n += 1;
        const article = sampleArticle(n, { title, body });
        await articles.keep([article], fetchedFrom("wire"));
        const found = await articles.find(article.id);
        expect(found).toMatchObject({ title: wellFormed(title), body: wellFormed(body) });
        expect(found?.body).toHaveLength(body.length);
      });
      await fc.assert(keepsText, RUNS);
    });
  });

  it("gives any statement back to the code unit", async () => {
    await withStore(engine, async ({ articles, extractions }) => {
      await articles.keep([sampleArticle(1)], fetchedFrom("wire"));
      const keepsWords = fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
        const statements = FULL_EXTRACTION.statements.map((said) => ({ ...said, text }));
        const reading = sampleReading(1, { ...FULL_EXTRACTION, statements });
        await extractions.keep("iran-us", "v1", [reading]);
        const [found] = await allOf(extractions.of("iran-us", EVER));
        expect(found?.extraction).toEqual(reading.extraction);
      });
      await fc.assert(keepsWords, RUNS);
    });
  });

  it("keeps each article once, whatever comes in whatever order, and settles", async () => {
    const batches = fc.array(fc.tuple(fc.array(someArticle, { maxLength: 8 }), someFeed), {
      maxLength: 8,
    });
    const keepsOnce = fc.asyncProperty(batches, (given) =>
      withStore(engine, async ({ articles }) => {
        for (const [batch, feed] of given) {
          const before = await articles.count();
          const kept = await articles.keep(batch, fetchedFrom(feed));
          expect(idsOf(kept)).toEqual([...new Set(batch.map(({ id }) => id))].toSorted());
          expect(await articles.count()).toBe(before + kept.added.length);
          const again = await articles.keep(batch, fetchedFrom(feed));
          expect([...again.added, ...again.revised]).toEqual([]);
        }
      }),
    );
    await fc.assert(keepsOnce, { ...RUNS, numRuns: engine === "SQLite" ? 60 : 20 });
  });
});

const idsOf = ({ added, revised, unchanged }: Kept): string[] =>
  [...added, ...revised, ...unchanged].toSorted();
