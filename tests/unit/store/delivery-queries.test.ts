import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { readFileSync } from "node:fs";
import { Kysely, PostgresDialect } from "kysely";
import { Pool } from "pg";
import { describe, expect, it } from "vitest";
import { migrate } from "../../../src/store/migrate.ts";
import { createOccasionStore } from "../../../src/store/occasions.ts";
import { createOutbox } from "../../../src/store/outbox.ts";
import { hastenRowsAmongOthers } from "../../../src/store/hasten-deliveries.ts";
import { insertRowsAsDocument } from "../../../src/store/postgres-inserts.ts";
import { claimRowsAmongOthers } from "../../../src/store/postgres-claims.ts";
import { createSqliteDialect } from "../../../src/store/sqlite-dialect.ts";
import type { Store } from "../../../src/store/store.ts";
import { createSubscriptionStore } from "../../../src/store/subscriptions.ts";
import type { Tables } from "../../../src/store/tables.ts";
import { openStore } from "../../../src/store/open-store.ts";
import {
  chatAt,
  deliveryId,
  minutesPast,
  NINE,
  sampleChat,
  sampleMessage,
  sampleOccasion,
  sampleOwed,
  sampleSubscription,
  subscriptionId,
} from "../../support/delivery-samples.ts";
import { IN_HAND } from "../../support/outbox-worker.ts";
import { ask, ENGINES, testDatabases } from "../../support/store-engines.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const databases = testDatabases();
const folder = temporaryFolder();
let files = 0;

const newFile = (): string => {
  files += 1;
  return `${folder()}/${files}.db`;
};

const nothingIsCorrupt = (row: { table: string; key: string; reason: string }): never => {
  throw new Error(`corrupt row: ${JSON.stringify(row)}`);
};

const HERE = chatAt(5);
const OCCASION = sampleOccasion("o").id;
const CLAIM = { platform: "telegram", now: NINE, leaseEnds: minutesPast(1), limit: 9 };
const WAITING = { at: NINE, reason: "taken back", untouched: true };

type Asked = Pick<Store, "outbox" | "subscriptions" | "occasions">;
type Question = readonly [string, (stores: Asked) => Promise<unknown>, readonly string[]];

/** Each question that is asked while all goes on, and the indexes that answer it; a key is one, too. */
const QUESTIONS: readonly Question[] = [
  [
    "what may be claimed",
    ({ outbox }) => outbox.claim(CLAIM),
    ["deliveries_ready", "deliveries_leased"],
  ],
  ["what falls due next", ({ outbox }) => outbox.nextDueAt("telegram", NINE), ["deliveries_ready"]],
  ["whose leases ran out", ({ outbox }) => outbox.hasten("telegram", NINE), ["deliveries_leased"]],
  [
    "what a platform's leases are",
    ({ outbox }) => outbox.letGo("telegram", NINE),
    ["deliveries_leased"],
  ],
  ["what is past its worth", ({ outbox }) => outbox.expire(NINE), ["deliveries_by_expiry"]],
  [
    "what a wrong clock put off",
    ({ outbox }) => outbox.bringForward("telegram", NINE, minutesPast(9)),
    ["deliveries_ready"],
  ],
  [
    "which deliveries told an occasion, alone or among others",
    ({ outbox }) => outbox.telling(OCCASION, null, 9),
    ["deliveries_by_occasion", "autoindex_told_occasions"],
  ],
  [
    "what an address was told",
    ({ outbox }) => outbox.toldAt(HERE, [OCCASION]),
    ["deliveries_by_address"],
  ],
  ["what an address is owed", ({ outbox }) => outbox.forget(HERE), ["deliveries_by_address"]],
  [
    "what waits for an address",
    ({ outbox }) => outbox.withdraw(HERE, NINE, "kicked"),
    ["deliveries_by_address"],
  ],
  [
    "what waits for a subscription",
    ({ outbox }) => outbox.waitingFor({ id: subscriptionId(1), address: HERE }),
    ["deliveries_by_address"],
  ],
  [
    "what is to be taken back",
    ({ outbox }) => outbox.withdrawEach([deliveryId(1)], WAITING),
    ["sqlite_autoindex_deliveries_1"],
  ],
  [
    "which subscriptions are due",
    ({ subscriptions }) => subscriptions.due(NINE, 9),
    ["subscriptions_by_wake"],
  ],
  [
    "which subscriptions follow some talks",
    ({ subscriptions }) => subscriptions.following("iran-us", null, 9),
    ["subscriptions_by_talks"],
  ],
  [
    "what occasions are left to tell",
    ({ occasions }) => occasions.unfinished(),
    ["occasions_by_progress"],
  ],
  [
    "what the latest occasions are",
    ({ occasions }) => occasions.latest("iran-us", 9),
    ["occasions_by_talks"],
  ],
];

it.each(QUESTIONS)("finds %s by an index alone, in its order", async (_, question, indexes) => {
  const database = new DatabaseSync(":memory:");
  const asked: string[] = [];
  const db = new Kysely<Tables>({
    dialect: createSqliteDialect(database),
    log: ({ query }) => {
      asked.push(query.sql);
    },
  });
  await migrate(db);
  asked.splice(0);
  await question({
    outbox: createOutbox(db, nothingIsCorrupt),
    subscriptions: createSubscriptionStore(db, nothingIsCorrupt),
    occasions: createOccasionStore(db, nothingIsCorrupt),
  });
  const plan = asked
    .filter((sql) => /^(?:select|update|delete)/u.test(sql))
    .flatMap((sql) => database.prepare(`explain query plan ${sql}`).all())
    .map(({ detail }) => String(detail));
  await db.destroy();
  for (const index of indexes) expect(plan.join("\n")).toContain(index);
  expect(plan.filter((line) => line.startsWith("SCAN") || line.includes("TEMP B-TREE"))).toEqual(
    [],
  );
});

/** What stands for an index of SQLite's own making in PostgreSQL. */
const KEYS: Readonly<Record<string, string>> = {
  sqlite_autoindex_deliveries_1: "deliveries_pkey",
  autoindex_told_occasions: "told_occasions_key",
};

let filled: Promise<string> | null = null;

/** A database of whose deliveries the server knows that they are many, and of many channels. */
function filledServer(): Promise<string> {
  filled ??= (async () => {
    const url = await databases.fresh("PostgreSQL");
    const store = await openStore(url, nothingIsCorrupt);
    const many = Array.from({ length: 4_000 }, (_, n) =>
      sampleOwed(n, { alsoTells: [sampleOccasion(`o${n}`).id] }),
    );
    await store.outbox.add([sampleMessage("message-1")], many);
    await store.close();
    await ask(url, "analyze");
    return url;
  })();
  return filled;
}

it.each(QUESTIONS)("finds %s by an index on PostgreSQL", async (_, question, indexes) => {
  const pool = new Pool({
    connectionString: await filledServer(),
    options: "-c enable_seqscan=off",
  });
  const plans: string[] = [];
  const explaining: Promise<void>[] = [];
  const explain = async (sql: string, parameters: readonly unknown[]) => {
    const { rows } = await pool.query(`explain (costs off) ${sql}`, [...parameters]);
    plans.push(...rows.map((row: object) => Object.values(row).join("")));
  };
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query: { sql, parameters } }) => {
      if (/^(?:select|update|delete)/u.test(sql)) explaining.push(explain(sql, parameters));
    },
  });
  await question({
    outbox: createOutbox(db, nothingIsCorrupt, {
      claimRows: claimRowsAmongOthers,
      hastenRows: hastenRowsAmongOthers,
      insertRows: insertRowsAsDocument,
    }),
    subscriptions: createSubscriptionStore(db, nothingIsCorrupt),
    occasions: createOccasionStore(db, nothingIsCorrupt),
  });
  await Promise.all(explaining);
  await db.destroy();
  for (const index of indexes) expect(plans.join("\n")).toContain(KEYS[index] ?? index);
  expect(plans.filter((line) => line.includes("Seq Scan"))).toEqual([]);
});

it("leaves no byte of an address that is forgotten, in the database or its log", async () => {
  const file = newFile();
  const store = await openStore(`file:${file}`, nothingIsCorrupt);
  const address = chatAt(8_675_309);
  const personal = sampleMessage("message-2", "Chat 8675309 has ended");
  const many = Array.from({ length: 200 }, (_, n) =>
    sampleOwed(n, { to: address, messageId: personal.id }),
  );
  await store.chats.keep(sampleChat(address));
  await store.subscriptions.keep(sampleSubscription(1, { address, owner: "telegram:8675309" }));
  await store.outbox.add([personal], many);
  await store.outbox.add([sampleMessage("message-1")], [sampleOwed("other")]);
  const traces = () =>
    [file, `${file}-wal`].filter((path) => readFileSync(path).includes("8675309"));
  expect(traces()).not.toEqual([]);
  await store.transaction(async ({ chats, outbox, subscriptions }) => {
    await chats.forget(address);
    await subscriptions.forget(address);
    await outbox.forget(address);
  });
  expect(traces()).toEqual([]);
  expect(await store.outbox.find(deliveryId("other"))).not.toBeNull();
  await store.close();
});

/** The tables that hold some digits anywhere. */
async function rowsWith(url: string, digits: string): Promise<string[]> {
  const tables = await ask(
    url,
    url.startsWith("file:")
      ? "select name from sqlite_master where type = 'table'"
      : "select tablename as name from pg_tables where schemaname = 'public'",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await ask(url, `select * from "${String(name)}"`);
    if (rows.some((row) => JSON.stringify(row).includes(digits))) found.push(String(name));
  }
  return found;
}

const WORKER = new URL("../../support/outbox-worker.ts", import.meta.url).pathname;
const NEVER = -1;

/** The ids that another process said it had in hand, until it ended. */
async function workedOff(url: string, fatal = NEVER): Promise<string[]> {
  const worker = spawn(process.execPath, [WORKER, url, String(fatal)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ids: string[] = [];
  for await (const line of createInterface({ input: worker.stdout })) ids.push(line);
  return ids;
}

async function oweMany(url: string): Promise<void> {
  const store = await openStore(url, nothingIsCorrupt);
  const owed = Array.from({ length: 300 }, (_, n) => sampleOwed(n));
  await store.outbox.add([sampleMessage("message-1")], owed);
  await store.close();
}

describe.each(ENGINES)("%s", (engine) => {
  it("leaves no trace of an address that is forgotten, in any table", async () => {
    const url = await databases.emptied(engine);
    const store = await openStore(url, nothingIsCorrupt);
    const address = chatAt(8_675_309);
    const subscription = sampleSubscription(1, { address, owner: "telegram:8675309" });
    await store.chats.keep(sampleChat(address));
    await store.chats.keep(sampleChat(chatAt(8_675_309, "7")));
    await store.subscriptions.keepAll([
      subscription,
      sampleSubscription(2, { owner: "telegram:8675309" }),
    ]);
    const occasion = sampleOccasion("occasion-1");
    await store.occasions.add(occasion);
    await store.occasions.hold(occasion.id, [subscription.id]);
    const personal = sampleMessage("message-2", "Chat 8675309 has ended");
    await store.outbox.add(
      [sampleMessage("message-1"), personal],
      [
        sampleOwed(1, { to: address }),
        sampleOwed(2, { to: chatAt(8_675_309, "7"), messageId: personal.id }),
        sampleOwed(3),
      ],
    );
    const lease = { platform: "telegram", now: NINE, leaseEnds: minutesPast(1), limit: 1 };
    for (const one of await store.outbox.claim(lease))
      await store.outbox.settle([
        { ...one, status: { kind: "dead", at: NINE, reason: "8675309 is gone" } },
      ]);
    expect(await rowsWith(url, "8675309")).not.toEqual([]);

    await store.transaction(async ({ chats, outbox, subscriptions }) => {
      await chats.forget(address);
      await subscriptions.forget(address);
      await outbox.forget(address);
    });
    expect(await rowsWith(url, "8675309")).toEqual([]);
    expect(await store.subscriptions.counts()).toMatchObject([{ count: 1 }]);
    await store.close();
  });

  it("lets several processes claim at once, and gives nothing twice", async () => {
    const url = await databases.emptied(engine);
    await oweMany(url);
    const ids = (await Promise.all([1, 2, 3].map(() => workedOff(url)))).flat();
    expect(ids).toHaveLength(300);
    expect(new Set(ids).size).toBe(300);
  }, 60_000);

  it("gives again only what a killed process had in hand, and loses nothing", async () => {
    const url = await databases.emptied(engine);
    await oweMany(url);
    const before = await workedOff(url, 5);
    const inHand = new Set(before.slice(-IN_HAND));
    const after = await workedOff(url);
    expect(after.filter((id) => before.includes(id))).toEqual([]);
    const store = await openStore(url, nothingIsCorrupt);
    const lease = {
      platform: "telegram",
      now: minutesPast(1),
      leaseEnds: minutesPast(2),
      limit: 99,
    };
    expect(new Set((await store.outbox.claim(lease)).map(({ id }) => id))).toEqual(inHand);
    expect(new Set([...before, ...after]).size).toBe(300);
    await store.close();
  }, 60_000);

  it("buries a corrupt delivery when it would be claimed, so that it holds up no other", async () => {
    const url = await databases.emptied(engine);
    const reported: string[] = [];
    const store = await openStore(url, ({ key }) => reported.push(key));
    const to = chatAt(5);
    await store.outbox.add(
      [sampleMessage("message-1")],
      [sampleOwed(1, { to, dueAt: minutesPast(-1) }), sampleOwed(2, { to })],
    );
    await ask(url, "update deliveries set style = 'loud' where id = 'delivery-1'");
    const lease = { platform: "telegram", now: NINE, leaseEnds: minutesPast(1), limit: 7 };
    expect(await store.outbox.claim(lease)).toEqual([]);
    expect((await store.outbox.claim(lease)).map(({ id }) => id)).toEqual(["delivery-2"]);
    expect(new Set(reported)).toEqual(new Set(["delivery-1"]));
    await store.close();
  });
});
