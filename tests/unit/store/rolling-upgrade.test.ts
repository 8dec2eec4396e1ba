import { describe, expect, it } from "vitest";
import { ConfigError } from "../../../src/config/env.ts";
import { moveBetween } from "../../../src/store/move/open-move.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { STEPS, TELLS_SINCE } from "../../../src/store/steps.ts";
import type { Store } from "../../../src/store/store.ts";
import {
  chatAt,
  minutesPast,
  NINE,
  sampleChat,
  sampleMessage,
  sampleOwed,
  sampleSubscription,
} from "../../support/delivery-samples.ts";
import { NEXT_VERSION, upgrade, VERSION_AFTER_NEXT } from "../../support/next-version.ts";
import { ask, ENGINES, testDatabases } from "../../support/store-engines.ts";
import { allOf, fetchedFrom, sampleArticle } from "../../support/store-samples.ts";

const databases = testDatabases();
const open = (url: string): Promise<Store> =>
  openStore(url, (row) => {
    throw new Error(`corrupt row: ${JSON.stringify(row)}`);
  });
const steps = (url: string) => ask(url, "select name from migrations order by name");

async function refusal(refused: Promise<unknown>): Promise<string> {
  const error = await refused.then(
    () => null,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(ConfigError);
  return String(error);
}

/** What a node does all day, as the program of this version does it. */
async function work(store: Store, n: number): Promise<void> {
  await store.articles.keep([sampleArticle(n)], fetchedFrom("wire"));
  await store.chats.keep(sampleChat(chatAt(n)));
  await store.subscriptions.keep(sampleSubscription(n));
  await store.outbox.add([sampleMessage("message-1")], [sampleOwed(n, { to: chatAt(n) })]);
  const lease = { platform: "telegram", now: NINE, leaseEnds: minutesPast(1), limit: 10 };
  const claimed = await store.outbox.claim(lease);
  expect(claimed).toHaveLength(1);
  await store.outbox.settle(
    claimed.map((one) => ({ ...one, sentIds: ["1"], status: { kind: "sent", at: NINE } })),
  );
  const [held] = await store.leases.acquire([`feeds/${n}`], { holder: "node", ms: 1_000 });
  expect(held?.holder).toBe("node");
}

async function expectAll(store: Store, count: number): Promise<void> {
  const ever = [new Date(0), new Date("2100-01-01")] as const;
  expect(await allOf(store.articles.between(...ever))).toHaveLength(count);
  expect(await store.chats.count()).toBe(count);
  expect(await store.subscriptions.all(null, 10)).toHaveLength(count);
}

describe.each(ENGINES)("in %s, a store of the next version", (engine) => {
  it("is used by a node of this one, begun before and begun after", async () => {
    const url = await databases.fresh(engine);
    const before = await open(url);
    await work(before, 1);
    if (engine === "SQLite") await before.close();
    await upgrade(url);
    if (engine === "PostgreSQL") {
      await work(before, 2);
      await before.close();
    }
    const after = await open(url);
    await work(after, 3);
    await expectAll(after, engine === "PostgreSQL" ? 3 : 2);
    await after.close();
    expect((await steps(url)).at(-1)).toEqual({ name: "9001-later" });
  });

  it("takes no step of this one again, nor of its own", async () => {
    const url = await databases.fresh(engine);
    await upgrade(url);
    const done = await steps(url);
    expect(await upgrade(url, STEPS)).toEqual(["9001-later"]);
    expect(await upgrade(url)).toEqual([]);
    expect(await steps(url)).toEqual(done);
  });

  it("is not moved by this one, which might leave some of it behind", async () => {
    const [from, to] = [await databases.fresh(engine), await databases.fresh("SQLite")];
    await upgrade(from);
    const moving = moveBetween({
      from,
      to,
      source: "one",
      now: () => NINE,
      signal: new AbortController().signal,
      onStep: () => undefined,
    });
    expect(await refusal(moving)).toContain("move it with that version");
  });
});

describe.each(ENGINES)("in %s, a store two versions ahead", (engine) => {
  it("is refused by a node of this one, and used by one of the next", async () => {
    const url = await databases.fresh(engine);
    await upgrade(url, VERSION_AFTER_NEXT);
    expect(await refusal(open(url))).toContain(
      "written by a newer version of Parley (step 9002-contracted), which this version cannot work beside",
    );
    expect(await upgrade(url, NEXT_VERSION)).toEqual(["9002-contracted"]);
  });
});

it("a store of a version that broke off elsewhere is refused", async () => {
  const url = await databases.fresh("SQLite");
  const { "0008-shared-limits": left, ...others } = NEXT_VERSION;
  expect(left).toBeDefined();
  await upgrade(url, others);
  expect(await refusal(open(url))).toContain("step 9001-later");
});

it("nodes of two versions that begin on a new database at once take each step once", async () => {
  const url = await databases.fresh("PostgreSQL");
  const nodes = [STEPS, NEXT_VERSION, STEPS, NEXT_VERSION].map((each) => upgrade(url, each));
  await Promise.all(nodes);
  expect((await steps(url)).map(({ name }) => name)).toEqual(Object.keys(NEXT_VERSION));
  const told = Object.keys(NEXT_VERSION).filter((name) => name > TELLS_SINCE);
  expect(await ask(url, "select step from compatible_versions order by step")).toEqual(
    told.map((step) => ({ step })),
  );
});

it("each step names the step that it may be used from", () => {
  const names = Object.keys(STEPS);
  for (const [name, { compatibleFrom }] of Object.entries(STEPS)) {
    expect(names).toContain(compatibleFrom);
    expect(compatibleFrom <= name).toBe(true);
  }
});
