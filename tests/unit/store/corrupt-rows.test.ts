import { describe, expect, it } from "vitest";
import type { CorruptRow } from "../../../src/store/corrupt-row.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { Store } from "../../../src/store/store.ts";
import { newCursor } from "../../../src/feeds/feed-state.ts";
import {
  allOf,
  fetchedFrom,
  sampleArticle,
  sampleDigest,
  sampleReading,
} from "../../support/store-samples.ts";
import { sampleSubscription, subscriptionId } from "../../support/delivery-samples.ts";
import { sampleNarration } from "../../support/narrations.ts";
import { ask, type EngineName, ENGINES, testDatabases } from "../../support/store-engines.ts";

const databases = testDatabases();

const SECOND = sampleArticle(2).id;
const EVER = { since: new Date(0), until: new Date("2100-01-01") };

type Reading<T> = { readonly value: T; readonly reported: readonly CorruptRow[] };

/** Fills a store, damages it by hand, and reads it. */
async function readDamaged<T>(
  engine: EngineName,
  damage: string,
  read: (store: Store) => Promise<T>,
): Promise<Reading<T>> {
  const url = await databases.emptied(engine);
  const reported: CorruptRow[] = [];
  const store = await openStore(url, (row) => reported.push(row));
  await fill(store);
  await ask(url, damage);
  const value = await read(store);
  await store.close();
  return { value, reported };
}

async function fill({ articles, extractions, digests, feedStates }: Store): Promise<void> {
  await articles.keep(
    [1, 2, 3].map((n) => sampleArticle(n)),
    fetchedFrom("wire"),
  );
  await extractions.keep(
    "iran-us",
    "v1",
    [1, 2, 3].map((n) => sampleReading(n)),
  );
  await digests.keep("reader", sampleDigest("iran-us", "2026-02-05T18:00:00Z"));
  await feedStates.save(newCursor("https://a.example/feed"));
}

describe.each(ENGINES)("in %s", (engine) => {
  it.each([
    ["cut short", "substr(reading_json, 1, 40)", "not JSON"],
    ["empty", "''", "not JSON"],
    ["something else", "'[]'", "expected object"],
    ["of an unknown phase", `replace(reading_json, '"scheduled","h', '"napping","h')`, "phase"],
    ["without its evidence", `replace(reading_json, '"evidence":[2,9],', '')`, "evidence"],
    ["with an impossible span", "replace(reading_json, '[2,9]', '[9,2]')", "evidence"],
  ])("an extraction that is %s is left out and reported; the others are read", async (...row) => {
    const [, damaged, reason] = row;
    const { value, reported } = await readDamaged(
      engine,
      `update extractions set reading_json = ${damaged} where article_id = '${SECOND}'`,
      ({ extractions }) => allOf(extractions.of("iran-us", EVER)),
    );
    expect(value.map(({ articleId }) => articleId)).toEqual([1, 3].map((n) => sampleArticle(n).id));
    expect(reported).toHaveLength(1);
    expect(reported[0]).toMatchObject({ table: "extractions", key: `iran-us ${SECOND}` });
    expect(reported[0]?.reason).toContain(reason);
  });

  it.each([
    ["an unknown language", "lang = 'xx'", "lang"],
    ["a date beyond time", "fetched_at = 8640000000000001", "fetched_at"],
  ])("an article with %s is left out and reported; the others are read", async (...row) => {
    const [, damage, column] = row;
    const { value, reported } = await readDamaged(
      engine,
      `update articles set ${damage} where id = '${SECOND}'`,
      ({ articles }) => allOf(articles.between(EVER.since, new Date(8.64e15))),
    );
    expect(value).toHaveLength(2);
    expect(reported[0]?.reason).toContain(column);
  });

  it("a digest that cannot be read is as one never told", async () => {
    const { value, reported } = await readDamaged(
      engine,
      "update digests set digest_json = replace(digest_json, 'wire', 'rumour mill')",
      ({ digests }) => digests.last("iran-us", "reader"),
    );
    expect(value).toBeNull();
    expect(reported).toMatchObject([{ table: "digests", key: "iran-us reader" }]);
  });

  it("a feed state that cannot be read is as one never kept: the feed is due at once", async () => {
    const { value, reported } = await readDamaged(
      engine,
      `update feed_states set cursor_json = replace(cursor_json, '1970', 'soon')`,
      ({ feedStates }) => feedStates.load(["https://a.example/feed"]),
    );
    expect(value.size).toBe(0);
    expect(reported).toMatchObject([{ table: "feed_states", key: "https://a.example/feed" }]);
  });

  it("a subscription that cannot be read is left out and reported, however many chose the same", async () => {
    const url = await databases.emptied(engine);
    const reported: CorruptRow[] = [];
    const store = await openStore(url, (row) => reported.push(row));
    await store.subscriptions.keepAll([1, 2, 3].map((n) => sampleSubscription(n)));
    expect(await store.subscriptions.all(null, 10)).toHaveLength(3);
    const second = subscriptionId(2);
    await ask(
      url,
      `update subscriptions set choices_json = replace(choices_json, '"fa"', '"xx"') where id = '${second}'`,
    );
    for (const _ of ["once", "and again"]) {
      const left = await store.subscriptions.all(null, 10);
      expect(left.map(({ id }) => id)).toEqual([1, 3].map((n) => subscriptionId(n)));
    }
    expect(reported).toHaveLength(2);
    expect(reported[0]).toMatchObject({ table: "subscriptions", key: second });
    await store.close();
  });

  it("a narration that is cut short is as one never kept, and reported", async () => {
    const url = await databases.emptied(engine);
    const reported: CorruptRow[] = [];
    const store = await openStore(url, (row) => reported.push(row));
    await store.narrations.keep("key", sampleNarration());
    await ask(url, "update narrations set narration_json = substr(narration_json, 1, 40)");
    expect(await store.narrations.find("key")).toBeNull();
    expect(reported).toEqual([{ table: "narrations", key: "key", reason: "not JSON" }]);
    await store.close();
  });
});

it("an article with a title of another type is left out and reported, where columns take any type", async () => {
  const { value, reported } = await readDamaged(
    "SQLite",
    `update articles set title = x'00ff' where id = '${SECOND}'`,
    ({ articles }) => allOf(articles.between(EVER.since, EVER.until)),
  );
  expect(value).toHaveLength(2);
  expect(reported[0]?.reason).toContain("title");
});
