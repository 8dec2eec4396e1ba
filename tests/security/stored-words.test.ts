import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadSearchWords } from "../../src/app/core.ts";
import { newCursor } from "../../src/feeds/feed-state.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import {
  minutesPast,
  NINE,
  sampleChat,
  sampleMessage,
  sampleOccasion,
  sampleOwed,
  sampleSubscription,
} from "../support/delivery-samples.ts";
import { sampleNarration } from "../support/narrations.ts";
import { ask, type EngineName, ENGINES, testDatabases } from "../support/store-engines.ts";
import {
  allOf,
  fetchedFrom,
  FULL_EXTRACTION,
  sampleArticle,
  sampleDigest,
  sampleReading,
} from "../support/store-samples.ts";

/** What would change a statement that it were written into, in one engine or the other. */
const HOSTILE = [
  `'; drop table articles; --`,
  `' or '1'='1`,
  `" or ""="`,
  `'); delete from subscriptions; select ('`,
  `\\'; truncate deliveries; --`,
  `$1 $$ drop table chats $$ ? :name @name`,
  `* OR title:x NEAR(a b) "unclosed`,
  `%_[a-z]`,
  `a & b | !c:* <-> 'd`,
] as const;

const databases = testDatabases();

const opened = (url: string): Promise<Store> =>
  openStore(url, (row) => {
    throw new Error(`corrupt row: ${JSON.stringify(row)}`);
  });

/** The tables of a database that are the store's own. */
async function tablesOf(engine: EngineName, url: string): Promise<string[]> {
  const rows = await ask(
    url,
    engine === "SQLite"
      ? "select name from sqlite_master where type = 'table'"
      : "select tablename as name from pg_tables where schemaname = 'public'",
  );
  return rows.map(({ name }) => String(name)).toSorted();
}

/** Puts words wherever the store takes words that others choose; gives all that comes back. */
async function writeEverywhere(store: Store, words: string): Promise<readonly unknown[]> {
  // Types stop at the border: what ids are made of comes from outside.
  const id = words as never;
  const address = { platform: words, channel: words, thread: words };
  const article = sampleArticle(1, {
    id,
    url: words,
    source: words,
    title: words,
    summary: words,
    body: words,
  });
  const digest = { ...sampleDigest("iran-us", "2026-02-05T09:00:00Z"), talks: words };
  const statements = FULL_EXTRACTION.statements.map((said) => ({ ...said, text: words }));
  const reading = {
    ...sampleReading(1, { ...FULL_EXTRACTION, statements }),
    articleId: article.id,
    headline: words,
  };
  const chat = sampleChat(address, { timeZone: words, talks: words });
  const subscription = sampleSubscription(1, {
    id,
    address,
    owner: words,
    talks: words,
    timeZone: words,
    toldDigest: id,
  });
  const occasion = sampleOccasion(words, { talks: words, digest: id });
  const message = sampleMessage(words, words);
  const owed = sampleOwed(words, {
    id,
    messageId: id,
    subscription: id,
    occasion: id,
    edits: id,
    to: address,
  });
  await store.articles.keep([article], fetchedFrom(words));
  await store.extractions.keep(words, words, [reading]);
  await store.feedStates.save({ ...newCursor(words), lastFailure: words });
  await store.digests.keep(words, digest);
  await store.narrations.keep(words, sampleNarration({ by: { model: words, prompts: words } }));
  await store.modelTokens.add(id, { model: words, inputTokens: 1, outputTokens: 1, calls: 1 });
  await store.chats.keep(chat);
  await store.subscriptions.keep(subscription);
  await store.occasions.add(occasion);
  await store.occasions.advance(occasion.id, subscription.id, false);
  await store.outbox.add([message], [owed]);
  const rendering = { messageId: message.id, platform: words, style: "rich" as const };
  await store.outbox.keepParts(rendering, [words]);
  const kept = [
    await store.subscriptions.find(subscription.id),
    await store.outbox.find(owed.id),
    await store.outbox.withdraw(address, NINE, words),
    await store.outbox.find(owed.id),
    await store.outbox.parts(rendering),
    await store.subscriptions.end(address, minutesPast(1), words),
    await store.chats.find(address),
    await store.occasions.find(occasion.id),
    await store.articles.find(article.id),
    await allOf(store.extractions.of(words, { since: new Date(0), until: minutesPast(99_999) })),
    [...(await store.feedStates.load([words]))],
    await store.digests.last(words, words),
    await store.narrations.find(words),
    await store.modelTokens.used(id),
    await store.archive.find(await store.archive.keep(digest)),
  ];
  await store.search(loadSearchWords()).find(words, "en", 10);
  return kept;
}

describe.each(ENGINES)("%s", (engine) => {
  it("takes any words for words, wherever they are kept", async () => {
    const url = await databases.fresh(engine);
    const store = await opened(url);
    const canary = await writeEverywhere(store, "canary");
    const tables = await tablesOf(engine, url);
    for (const words of HOSTILE) {
      const kept = JSON.stringify(await writeEverywhere(store, words));
      const asWritten = JSON.stringify(words).slice(1, -1);
      expect(kept.replaceAll(asWritten, "canary")).toBe(JSON.stringify(canary));
    }
    expect(await tablesOf(engine, url)).toEqual(tables);
    await store.close();
  });

  it("keeps each row to itself, whatever its key says", async () => {
    const url = await databases.fresh(engine);
    const store = await opened(url);
    for (const words of ["canary", ...HOSTILE]) await writeEverywhere(store, words);
    for (const words of HOSTILE) {
      const address = { platform: words, channel: words, thread: words };
      await store.chats.forget(address);
      await store.subscriptions.forget(address);
      await store.outbox.forget(address);
      await store.chats.move(address, { ...address, channel: `${words}2` });
    }
    for (const table of ["chats", "subscriptions", "deliveries"])
      expect(await ask(url, `select platform, channel from ${table}`)).toEqual([
        { platform: "canary", channel: "canary" },
      ]);
    expect(await store.articles.count()).toBe(HOSTILE.length + 1);
    await store.close();
  });

  it("has no text column that was not tried", async () => {
    const url = await databases.fresh(engine);
    const store = await opened(url);
    await writeEverywhere(store, "canary");
    await store.close();
    const untried: string[] = [];
    for (const table of await tablesOf(engine, url)) {
      if (/^(?:migration|sqlite_|article_search)/.test(table)) continue;
      const rows = await ask(url, `select * from ${table}`);
      for (const column of Object.keys(rows[0] ?? {})) {
        const values = rows.map((row) => row[column]).filter((value) => typeof value === "string");
        const isNumeric = values.every((value) => /^\d+$/.test(value));
        if (isNumeric || values.some((value) => value.includes("canary"))) continue;
        untried.push(`${table}.${column}`);
      }
    }
    // Words of ours alone, each out of a fixed set, and what holds others' words as JSON elsewhere.
    expect(untried.toSorted()).toEqual([
      "articles.lang",
      "chats.language",
      "chats.place",
      "compatible_versions.compatible_from",
      "compatible_versions.step",
      "deliveries.kind",
      "deliveries.sent_ids_json",
      "deliveries.status",
      "deliveries.style",
      "digest_archive.name",
      "occasions.what_json",
      "renderings.style",
      "subscriptions.status",
    ]);
  });
});

describe("statements", () => {
  const sources = globSync("src/store/**/*.ts").map((file) => [file, readFileSync(file, "utf8")]);

  it("are never put together out of words", () => {
    const found = sources.filter(([, source = ""]) => /\bsql\.(?:raw|lit)\b/.test(source));
    expect(found.map(([file]) => file)).toEqual([]);
    const raw = sources.filter(([, source = ""]) => /CompiledQuery\.raw\(/.test(source));
    // Gives the names of savepoints and the words for transactions to the driver.
    expect(raw.map(([file]) => file)).toEqual(["src/store/sqlite-dialect.ts"]);
  });
});
