import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { openStore } from "../../../src/store/open-store.ts";
import {
  chatAt,
  minutesPast,
  NINE,
  sampleChat,
  sampleMessage,
  sampleOccasion,
  sampleOwed,
  sampleSubscription,
} from "../../support/delivery-samples.ts";
import { IN_HAND } from "../../support/outbox-worker.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const folder = temporaryFolder();
let files = 0;

const newFile = (): string => {
  files += 1;
  return `${folder()}/${files}.db`;
};

const nothingIsCorrupt = (row: { table: string; key: string; reason: string }): never => {
  throw new Error(`corrupt row: ${JSON.stringify(row)}`);
};

const LEASED =
  "not exists (select 1 from deliveries as leased where leased.platform = deliveries.platform " +
  "and leased.channel = deliveries.channel and leased.lease_ends > 0)";

/** Each question that is asked while all goes on, as the stores ask it, and the index that answers it. */
const QUESTIONS: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "what may be claimed",
    `select * from deliveries where platform = 't' and priority = 1 and ready_at <= 5 and ${LEASED} order by ready_at limit 9`,
    ["deliveries_ready", "deliveries_leased"],
  ],
  [
    "what falls due next",
    "select ready_at from deliveries where platform = 't' and priority = 1 and ready_at > 5 order by ready_at limit 1",
    ["deliveries_ready"],
  ],
  [
    "what is past its worth",
    "update deliveries set status = 'expired' where expires_at <= 5 and ready_at is not null and (lease_ends is null or lease_ends <= 5)",
    ["deliveries_by_expiry"],
  ],
  [
    "which deliveries told an occasion",
    "select * from deliveries where occasion = 'o' and id > 'a' order by id limit 9",
    ["deliveries_by_occasion"],
  ],
  [
    "what an address is owed",
    "delete from deliveries where platform = 't' and channel = '5'",
    ["deliveries_by_address"],
  ],
  [
    "which subscriptions are due",
    "select * from subscriptions where wake_at <= 5 order by wake_at limit 9",
    ["subscriptions_by_wake"],
  ],
  [
    "which subscriptions follow some talks",
    "select * from subscriptions where talks = 'x' and status = 'active' and id > 'a' order by id limit 9",
    ["subscriptions_by_talks"],
  ],
];

it.each(QUESTIONS)("finds %s by an index alone, in its order", async (_, question, indexes) => {
  const file = newFile();
  await (await openStore(`file:${file}`, nothingIsCorrupt)).close();
  const database = new DatabaseSync(file);
  const plan = database
    .prepare(`explain query plan ${question}`)
    .all()
    .map(({ detail }) => String(detail));
  database.close();
  for (const index of indexes) expect(plan.join("\n")).toContain(index);
  expect(plan.filter((line) => line.startsWith("SCAN") || line.includes("TEMP B-TREE"))).toEqual(
    [],
  );
});

it("leaves no trace of an address that is forgotten, in any table", async () => {
  const file = newFile();
  const store = await openStore(`file:${file}`, nothingIsCorrupt);
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
  expect(rowsWith(file, "8675309")).not.toEqual([]);

  await store.transaction(async ({ chats, outbox, subscriptions }) => {
    await chats.forget(address);
    await subscriptions.forget(address);
    await outbox.forget(address);
  });
  expect(rowsWith(file, "8675309")).toEqual([]);
  expect(await store.subscriptions.counts()).toMatchObject([{ count: 1 }]);
  await store.close();
});

/** The tables that hold some digits anywhere. */
function rowsWith(file: string, digits: string): string[] {
  const database = new DatabaseSync(file);
  const tables = database
    .prepare("select name from sqlite_master where type = 'table'")
    .all()
    .map(({ name }) => String(name));
  const found = tables.filter((name) =>
    database
      .prepare(`select * from "${name}"`)
      .all()
      .some((row) => JSON.stringify(row).includes(digits)),
  );
  database.close();
  return found;
}

const WORKER = new URL("../../support/outbox-worker.ts", import.meta.url).pathname;
const NEVER = -1;

/** The ids that another process said it had in hand, until it ended. */
async function workedOff(file: string, fatal = NEVER): Promise<string[]> {
  const worker = spawn(process.execPath, [WORKER, `file:${file}`, String(fatal)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ids: string[] = [];
  for await (const line of createInterface({ input: worker.stdout })) ids.push(line);
  return ids;
}

async function oweMany(file: string): Promise<void> {
  const store = await openStore(`file:${file}`, nothingIsCorrupt);
  const owed = Array.from({ length: 300 }, (_, n) => sampleOwed(n));
  await store.outbox.add([sampleMessage("message-1")], owed);
  await store.close();
}

it("lets several processes claim at once, and gives nothing twice", async () => {
  const file = newFile();
  await oweMany(file);
  const ids = (await Promise.all([1, 2, 3].map(() => workedOff(file)))).flat();
  expect(ids).toHaveLength(300);
  expect(new Set(ids).size).toBe(300);
}, 60_000);

it("gives again only what a killed process had in hand, and loses nothing", async () => {
  const file = newFile();
  await oweMany(file);
  const before = await workedOff(file, 5);
  const inHand = new Set(before.slice(-IN_HAND));
  const after = await workedOff(file);
  expect(after.filter((id) => before.includes(id))).toEqual([]);
  const store = await openStore(`file:${file}`, nothingIsCorrupt);
  const lease = { platform: "telegram", now: minutesPast(1), leaseEnds: minutesPast(2), limit: 99 };
  expect(new Set((await store.outbox.claim(lease)).map(({ id }) => id))).toEqual(inHand);
  expect(new Set([...before, ...after]).size).toBe(300);
  await store.close();
}, 60_000);

it("buries a corrupt delivery when it would be claimed, so that it holds up no other", async () => {
  const file = newFile();
  const reported: string[] = [];
  const store = await openStore(`file:${file}`, ({ key }) => reported.push(key));
  const to = chatAt(5);
  await store.outbox.add(
    [sampleMessage("message-1")],
    [sampleOwed(1, { to, dueAt: minutesPast(-1) }), sampleOwed(2, { to })],
  );
  const database = new DatabaseSync(file);
  database.exec("update deliveries set style = 'loud' where id = 'delivery-1'");
  database.close();
  const lease = { platform: "telegram", now: NINE, leaseEnds: minutesPast(1), limit: 7 };
  expect(await store.outbox.claim(lease)).toEqual([]);
  expect((await store.outbox.claim(lease)).map(({ id }) => id)).toEqual(["delivery-2"]);
  expect(new Set(reported)).toEqual(new Set(["delivery-1"]));
  await store.close();
});
