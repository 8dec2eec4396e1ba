import { globSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { newCursor } from "../../../src/feeds/feed-state.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { STEPS } from "../../../src/store/steps.ts";
import {
  deliveryId,
  minutesPast,
  NINE,
  sampleMessage,
  sampleOccasion,
  sampleSubscription,
} from "../../support/delivery-samples.ts";
import { sampleNarration } from "../../support/narrations.ts";
import { allOf, FULL_EXTRACTION, sampleDigest } from "../../support/store-samples.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const FIXTURES = new URL("../../fixtures/store", import.meta.url).pathname;
const VERSIONS = Object.keys(STEPS).map((_, n) => n + 1);
const EVER = { since: new Date(0), until: new Date("2100-01-01") };

const STEPS_TABLE =
  "create table migrations (name varchar(255) primary key not null, timestamp varchar(255) not null)";
const LOCK_TABLE =
  "create table migration_lock (id varchar(255) primary key not null, is_locked integer not null)";

const folder = temporaryFolder();
let files = 0;

/** A database as an earlier version left it; these files are never made anew. */
function writtenBy(version: number): string {
  files += 1;
  const file = `${folder()}/${files}.db`;
  const database = new DatabaseSync(file);
  database.exec(readFileSync(`${FIXTURES}/version-${version}.sql`, "utf8"));
  database.close();
  return file;
}

const open = (file: string) =>
  openStore(`file:${file}`, (row) => {
    throw new Error(`corrupt row: ${JSON.stringify(row)}`);
  });

function schemaOf(file: string): unknown {
  const database = new DatabaseSync(file);
  const schema = database
    .prepare("select type, name, tbl_name, sql from sqlite_master order by type, name")
    .all();
  database.close();
  return schema;
}

it.each([
  ["before its first table", ""],
  ["after its first table", STEPS_TABLE],
  ["before its first step", `${STEPS_TABLE}; ${LOCK_TABLE}`],
])("a database whose first opening was cut short %s is opened like a new one", async (_, sql) => {
  files += 1;
  const file = `${folder()}/${files}.db`;
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
  const store = await open(file);
  expect(await store.articles.count()).toBe(0);
  await store.close();
});

it("has a database of every version to start from", () => {
  expect(globSync(`${FIXTURES}/version-*.sql`)).toHaveLength(VERSIONS.length);
});

describe.each(VERSIONS)("a database of version %i", (version) => {
  it("ends with the schema of a new one", async () => {
    const file = writtenBy(version);
    await (await open(file)).close();
    const fresh = `${folder()}/fresh-${version}.db`;
    await (await open(fresh)).close();
    expect(schemaOf(file)).toEqual(schemaOf(fresh));
  });

  it("keeps all its articles and feed states", async () => {
    const store = await open(writtenBy(version));
    expect(await store.articles.count()).toBe(2);
    expect(await allOf(store.articles.between(EVER.since, EVER.until))).toMatchObject([
      { title: "محادثات مسقط", summary: "It's set.", lang: "ar", feed: "wire", revision: 2 },
      { title: "Talks in Muscat", body: "They meet.", lang: "en", feed: null, revision: 1 },
    ]);
    const address = "https://a.example/feed";
    expect((await store.feedStates.load([address])).get(address)).toEqual(newCursor(address));
    await store.close();
  });

  it("keeps all that was read and told, or has nothing read yet", async () => {
    const store = await open(writtenBy(version));
    const read = await allOf(store.extractions.of("iran-us", EVER));
    const unread = await allOf(store.extractions.unread("iran-us", "v1"));
    expect(read.map(({ extraction }) => extraction)).toEqual(version < 2 ? [] : [FULL_EXTRACTION]);
    expect(unread).toHaveLength(version < 2 ? 2 : 1);
    expect(await store.digests.last("iran-us", "reader")).toEqual(
      version < 2 ? null : sampleDigest("iran-us", "2026-02-05T18:00:00Z"),
    );
    await store.close();
  });

  it("keeps all that is owed and was chosen, or has nobody yet", async () => {
    const store = await open(writtenBy(version));
    const [subscription = null] = await store.subscriptions.due(NINE, 10);
    const [claimed = null] = await store.outbox.claim({
      platform: "telegram",
      now: NINE,
      leaseEnds: minutesPast(1),
      limit: 10,
    });
    const digest = await store.archive.find(subscription?.toldDigest ?? "");
    expect({
      chats: await store.chats.count(),
      subscription: subscription?.id,
      held: (await store.occasions.release(sampleSubscription(1).id)).length,
      claimed: claimed?.id,
      sent: (await store.outbox.find(deliveryId(1)))?.sentIds,
      message: await store.outbox.message(sampleMessage("message-1").id),
      digest: digest?.talks,
    }).toEqual(
      version < 3
        ? { chats: 0, held: 0, message: null }
        : {
            chats: 1,
            subscription: sampleSubscription(1).id,
            held: 1,
            claimed: deliveryId(2),
            sent: ["100"],
            message: sampleMessage("message-1"),
            digest: "iran-us",
          },
    );
    await store.close();
  });

  it("keeps what deliveries tell of beside their occasions, or knows of nothing yet", async () => {
    const store = await open(writtenBy(version));
    const telling = await store.outbox.telling(sampleOccasion("occasion-2").id, null, 10);
    expect(telling.map(({ id }) => id)).toEqual(version < 4 ? [] : [deliveryId(1)]);
    await store.close();
  });

  it("keeps what models wrote and used, or has asked none yet", async () => {
    const store = await open(writtenBy(version));
    const narration = await store.narrations.find("key-1");
    const used = await store.modelTokens.used("2026-02-05");
    expect({ narration, used }).toEqual(
      version < 5
        ? { narration: null, used: [] }
        : {
            narration: sampleNarration(),
            used: [{ model: "small", inputTokens: 1_200, outputTokens: 300, calls: 2 }],
          },
    );
    await store.close();
  });

  it("keeps the order of its leases, or has given none yet", async () => {
    const store = await open(writtenBy(version));
    const [lease] = await store.leases.acquire(["feeds/1"], { holder: "node-2", ms: 1_000 });
    expect(lease?.holder).toBe("node-2");
    expect(lease?.token).toBe(version >= 6 ? 1_770_314_400_002 : lease?.token);
    await store.close();
  });

  it("can be opened again and again", async () => {
    const file = writtenBy(version);
    for (let times = 0; times < 3; times += 1) await (await open(file)).close();
    const store = await open(file);
    expect(await store.articles.count()).toBe(2);
    await store.close();
  });
});
