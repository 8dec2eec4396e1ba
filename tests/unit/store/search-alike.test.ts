import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readItemsFile } from "../../../src/app/items-file.ts";
import { createSearchWords } from "../../../src/articles/article-search.ts";
import { loadLexicons } from "../../../src/config/load-lexicon.ts";
import { LANGUAGES } from "../../../src/lib/language.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { Store } from "../../../src/store/store.ts";
import { ENGINES, testDatabases } from "../../support/store-engines.ts";
import { fetchedFrom } from "../../support/store-samples.ts";

const { en, ar, fa } = loadLexicons("seeds/lexicon", []);
const words = createSearchWords({ en: en.orthography, ar: ar.orthography, fa: fa.orthography });
const corpus = LANGUAGES.flatMap((language) => [
  ...readItemsFile(`seeds/corpus/items.${language}.json`).articles,
]);

const databases = testDatabases();
let stores: readonly Store[] = [];

beforeAll(async () => {
  stores = await Promise.all(
    ENGINES.map(async (engine) => openStore(await databases.fresh(engine), () => undefined)),
  );
  for (const store of stores) {
    await store.articles.keep(corpus, fetchedFrom("wire"));
    await store.search(words).find("talks", "en", 1);
  }
}, 60_000);
afterAll(() => Promise.all(stores.map((store) => store.close())));

/** Some words that stand beside each other in an article, cut as a person might write them. */
const someQuery = fc
  .record({
    article: fc.constantFrom(...corpus),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    count: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ article, at, count }) => {
    const all = `${article.title} ${article.body ?? ""}`.split(/[\s.,:;،؛«»"]+/u).filter(Boolean);
    const from = Math.floor(at * Math.max(0, all.length - count));
    return { lang: article.lang, query: all.slice(from, from + count).join(" ") };
  });

it("finds the same articles in the same order in every engine", async () => {
  let found = 0;
  const findsAlike = fc.asyncProperty(
    someQuery,
    fc.constantFrom(1, 5, 500),
    async ({ lang, query }, limit) => {
      const results = await Promise.all(
        stores.map((store) => store.search(words).find(query, lang, limit)),
      );
      const [embedded, server] = results.map((articles) => articles.map(({ id }) => id));
      expect(server).toEqual(embedded);
      found += embedded?.length === 0 ? 0 : 1;
    },
  );
  await fc.assert(findsAlike, { seed: 20_260_206, numRuns: 300 });
  expect(found).toBeGreaterThan(270);
}, 60_000);
