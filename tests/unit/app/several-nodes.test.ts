import { describe, expect, it } from "vitest";
import { loadCore } from "../../../src/app/core.ts";
import { readItemsFile } from "../../../src/app/items-file.ts";
import { createLogMemory } from "../../../src/app/log-memory.ts";
import { createTakeIn } from "../../../src/app/take-in.ts";
import { digestAt, NO_FEEDS } from "../../../src/app/tell.ts";
import type { Article, ArticleId } from "../../../src/articles/article.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { Store } from "../../../src/store/store.ts";
import { testDatabases } from "../../support/store-engines.ts";

const core = loadCore("iran-us");
const { articles: news } = readItemsFile("seeds/corpus/items.en.json");
const NOW = new Date("2026-02-07T12:00:00Z");
const FETCHED = { feed: "wire", at: NOW };

/** Each report once more, by another outlet, so that there are stories of two. */
const copies = news.map((article, n): Article => ({
  ...article,
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an id of a test
  id: `copy-${n}` as ArticleId,
  url: `https://copies.example/${n}`,
  source: "The Copier",
  published: new Date(article.published.getTime() + 60_000),
}));
const ALL = [...news, ...copies].toSorted(
  (a, b) => a.published.getTime() - b.published.getTime() || (a.id < b.id ? -1 : 1),
);

const databases = testDatabases();
const open = (url: string) => openStore(url, () => undefined);

/** A node over a database: its own connection, its own memory. */
async function nodeOn(url: string) {
  const store = await open(url);
  const memory = createLogMemory(core, store);
  const takeIn = createTakeIn(store, [core], (readings) => memory.hear(readings));
  await memory.log(NOW);
  return { store, memory, takeIn };
}

async function storiesIn({ articles }: Store): Promise<ReadonlyMap<string, string | null>> {
  const stories = new Map<string, string | null>();
  for await (const { id, story } of articles.between(new Date(0), new Date("2100-01-01")))
    stories.set(id, story);
  return stories;
}

/** Which articles stand together, whatever their story is called. */
async function groupsIn(store: Store): Promise<readonly string[]> {
  const groups = Map.groupBy(await storiesIn(store), ([id, story]) => story ?? id);
  return [...groups.values()]
    .map((all) =>
      all
        .map(([id]) => id)
        .toSorted()
        .join(" "),
    )
    .toSorted();
}

/** One node that reads everything in the order of its publication. */
async function readAlone(): Promise<Store> {
  const { store, takeIn } = await nodeOn("file::memory:");
  for (const article of ALL) await takeIn.articles([article], FETCHED);
  return store;
}

describe("several nodes on PostgreSQL", () => {
  it("put the same articles into the same stories, whichever of them reads each", async () => {
    const url = await databases.fresh("PostgreSQL");
    const nodes = [await nodeOn(url), await nodeOn(url), await nodeOn(url)];
    for (const [n, article] of ALL.entries())
      await nodes[n % nodes.length]?.takeIn.articles([article], FETCHED);
    const alone = await readAlone();
    const [first] = nodes;
    expect(first === undefined ? null : await storiesIn(first.store)).toEqual(
      await storiesIn(alone),
    );
    for (const { store } of [...nodes, { store: alone }]) await store.close();
  });

  it("take a report and its copy that two of them read at the same moment for one story", async () => {
    const url = await databases.fresh("PostgreSQL");
    const [one, other] = [await nodeOn(url), await nodeOn(url)];
    for (const [n, article] of news.entries()) {
      const copy = copies[n];
      if (copy === undefined) continue;
      const turn = [one, other].toSorted(() => (n % 2 === 0 ? 1 : -1));
      await Promise.all([
        turn[0]?.takeIn.articles([article], FETCHED),
        turn[1]?.takeIn.articles([copy], FETCHED),
      ]);
    }
    const alone = await readAlone();
    expect(await groupsIn(one.store)).toEqual(await groupsIn(alone));
    for (const { store } of [one, other, { store: alone }]) await store.close();
  });

  it("tell the same on each node, and as if all were read anew", async () => {
    const url = await databases.fresh("PostgreSQL");
    const nodes = [await nodeOn(url), await nodeOn(url)];
    for (const [n, article] of ALL.entries())
      await nodes[n % nodes.length]?.takeIn.articles([article], FETCHED);
    const anew = await nodeOn(url);
    const told = await Promise.all(
      [...nodes, anew].map(async ({ memory }) => {
        await memory.compare();
        return digestAt(core, await memory.log(NOW), NOW, { since: null, feeds: NO_FEEDS });
      }),
    );
    expect(told[0]).toEqual(told[2]);
    expect(told[1]).toEqual(told[2]);
    for (const { store } of [...nodes, anew]) await store.close();
  });
});
