import { describe, expect, it } from "vitest";
import { loadCore } from "../../../../src/app/core.ts";
import { storedReports } from "../../../../src/app/stored-reports.ts";
import { createTakeIn } from "../../../../src/app/take-in.ts";
import { digestAt, NO_FEEDS } from "../../../../src/app/tell.ts";
import { createUpkeep, type UpkeepDeps } from "../../../../src/app/upkeep/upkeep.ts";
import type { Article, ArticleId } from "../../../../src/articles/article.ts";
import { readItemsFile } from "../../../../src/app/items-file.ts";
import { openStore } from "../../../../src/store/open-store.ts";
import type { Store } from "../../../../src/store/store.ts";
import { deliveryId, NINE, sampleMessage, sampleOwed } from "../../../support/delivery-samples.ts";
import { SILENT } from "../../../support/instrumented.ts";
import { TOLD_ROUND } from "../../../support/told-rounds.ts";
import { ask, ENGINES, type EngineName, testDatabases } from "../../../support/store-engines.ts";

const databases = testDatabases();
const core = loadCore("iran-us");
const { articles } = readItemsFile("seeds/corpus/items.en.json");
const EVE = new Date("2026-02-06T06:00:00Z");
const DAY_MS = 86_400_000;
const later = (days: number): Date => new Date(EVE.getTime() + days * DAY_MS);

async function opened(engine: EngineName) {
  const url = await databases.emptied(engine);
  const store = await openStore(url, (row) => {
    throw new Error(JSON.stringify(row));
  });
  const takeIn = createTakeIn(store, [core]);
  await takeIn.articles(articles, { feed: "wire", at: EVE });
  return { url, store, takeIn };
}

const upkeepOf = (store: Store, changes: Partial<UpkeepDeps> = {}) =>
  createUpkeep({
    store,
    cores: () => [core],
    desks: [],
    keepTextsDays: 7,
    keepDigestsDays: 0,
    monotonicMs: () => 0,
    log: SILENT,
    ...changes,
  });

async function digestOf(store: Store) {
  const { reports, heardBefore } = await storedReports(core, store, EVE);
  const log = core.openLog(heardBefore);
  for (const report of reports) log.add(report);
  return digestAt(core, log, EVE, { since: null, feeds: NO_FEEDS });
}

describe.each(ENGINES)("upkeep on %s", (engine) => {
  it("lets the texts of a week ago go, and tells the same of that week as before", async () => {
    const { store } = await opened(engine);
    const before = await digestOf(store);
    const upkeep = upkeepOf(store);
    await upkeep(later(6));
    expect(await store.articles.countPruned()).toBe(0);
    await upkeep(later(8));
    expect(await store.articles.countPruned()).toBe(articles.length);
    expect(await digestOf(store)).toEqual(before);
    await store.close();
  });

  it("knows what it pruned when the same, or a copy of it, comes again, also after a restart", async () => {
    const { url, store } = await opened(engine);
    const story = articles.find(({ id }) => id === "en-01") ?? articles[0];
    if (story === undefined) throw new Error("the corpus is empty");
    const kept = await store.articles.find(story.id);
    await upkeepOf(store)(later(8));
    await store.close();
    const again = await openStore(url, () => undefined);
    const takeIn = createTakeIn(again, [core]);
    const copy: Article = {
      ...story,
      id: "a-late-copy" as ArticleId,
      url: "https://another.example/late",
      source: "Another",
    };
    const taken = await takeIn.articles([story, copy], { feed: "wire", at: later(9) });
    expect(taken).toMatchObject({ added: 1, revised: 0, unchanged: 1 });
    expect((await again.articles.find(copy.id))?.story).toBe(kept?.story);
    await again.close();
  });

  it("keeps the rounds that desks tell of, in place of those before", async () => {
    const { store } = await opened(engine);
    const { names } = core;
    const tellOf = (...rounds: (typeof TOLD_ROUND)[]) =>
      upkeepOf(store, { desks: [{ names, rounds: () => Promise.resolve(rounds) }] });
    const second = { ...TOLD_ROUND, firstDate: "2026-02-12", date: "2026-02-12" } as const;
    await tellOf(TOLD_ROUND, { ...TOLD_ROUND, firstDate: "2026-02-05", date: "2026-02-05" })(EVE);
    await tellOf(second, TOLD_ROUND)(EVE);
    expect(await store.toldRounds.of("iran-us")).toEqual([TOLD_ROUND, second]);
    expect(await store.toldRounds.of("other-talks")).toEqual([]);
    await store.close();
  });

  it("forgets the leases of nodes that are gone, once a day has passed", async () => {
    const { url, store } = await opened(engine);
    const term = { holder: "gone", ms: -DAY_MS };
    await store.leases.acquire(["ingest/node/gone"], term);
    await store.leases.acquire(["ingest/node/there"], { holder: "there", ms: DAY_MS });
    await upkeepOf(store)(EVE);
    expect(await ask(url, "select name from leases")).toEqual([{ name: "ingest/node/there" }]);
    await store.close();
  });

  it("keeps them for ever when told so", async () => {
    const { store } = await opened(engine);
    await upkeepOf(store, { keepTextsDays: 0 })(later(5_000));
    expect(await store.articles.countPruned()).toBe(0);
    await store.close();
  });

  it("keeps digests that were told for as long as it is told to, or for ever", async () => {
    const { store } = await opened(engine);
    const digest = await digestOf(store);
    const name = await store.archive.keep(digest);
    await upkeepOf(store)(later(5_000));
    expect(await store.archive.find(name)).toEqual(digest);
    await upkeepOf(store, { keepDigestsDays: 45 })(later(44));
    expect(await store.archive.find(name)).toEqual(digest);
    await upkeepOf(store, { keepDigestsDays: 45 })(later(46));
    expect(await store.archive.find(name)).toBeNull();
    await store.close();
  });

  it("does what it can in a minute's time, and the rest in the next", async () => {
    const { store } = await opened(engine);
    let elapsed = 0;
    const upkeep = upkeepOf(store, { monotonicMs: () => (elapsed += 900) });
    await upkeep(later(8));
    const first = await store.articles.countPruned();
    expect(first).toBeLessThan(articles.length);
    for (let minute = 0; minute < 10; minute += 1) await upkeep(later(8));
    expect(await store.articles.countPruned()).toBe(articles.length);
    await store.close();
  });

  it("forgets deliveries a week after they came to an end, and tells what it did", async () => {
    const { store } = await opened(engine);
    const message = sampleMessage("message-0");
    await store.outbox.add([message], [sampleOwed(1, { messageId: message.id })]);
    const leaseEnds = new Date(NINE.getTime() + 60_000);
    const claimed = await store.outbox.claim({
      platform: "telegram",
      now: NINE,
      leaseEnds,
      limit: 1,
    });
    await store.outbox.settle(
      claimed.map((one) => ({ ...one, status: { kind: "sent", at: NINE } })),
    );
    const heard: [string, number][] = [];
    const observe = {
      pruned: (what: string, count: number) => void heard.push([what, count]),
      size: () => undefined,
    };
    const upkeep = upkeepOf(store, { keepTextsDays: 0, observe });
    await upkeep(new Date(NINE.getTime() + 6 * DAY_MS));
    expect(await store.outbox.find(deliveryId(1))).not.toBeNull();
    await upkeep(new Date(NINE.getTime() + 8 * DAY_MS));
    expect(await store.outbox.find(deliveryId(1))).toBeNull();
    expect(heard).toEqual([["deliveries", 1]]);
    await store.close();
  });
});

it("gives room in a SQLite file back to the disk, a little at a time", async () => {
  const url = await databases.fresh("SQLite");
  const store = await openStore(url, () => undefined);
  const long = Array.from({ length: 400 }, (_, n): Article => {
    const [article] = articles;
    if (article === undefined) throw new Error("the corpus is empty");
    return { ...article, id: `long-${n}` as ArticleId, body: "words ".repeat(4_000) };
  });
  await store.articles.keep(long, { feed: "wire", at: EVE });
  const full = await store.size();
  await ask(url, "update articles set body = null");
  expect((await store.size()).freeBytes).toBeGreaterThan(full.bytes / 2);
  const given = await store.giveBack();
  expect(given).toBeGreaterThan(1_000_000);
  expect((await store.size()).bytes).toBe(full.bytes - given);
  while ((await store.giveBack()) > 0);
  const { bytes, freeBytes } = await store.size();
  expect(freeBytes).toBeLessThan(bytes * 0.12);
  await store.close();
});
