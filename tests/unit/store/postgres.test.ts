import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { OwedDelivery } from "../../../src/deliveries/delivery.ts";
import { ConfigError } from "../../../src/config/env.ts";
import type { SubscriptionId } from "../../../src/deliveries/subscription.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { Store } from "../../../src/store/store.ts";
import { StoreError } from "../../../src/store/store-error.ts";
import {
  chatAt,
  minutesPast,
  NINE,
  sampleChat,
  sampleMessage,
  sampleOwed,
  sampleSubscription,
  subscriptionId,
} from "../../support/delivery-samples.ts";
import { type PostgresServer, startPostgres } from "../../support/postgres-server.ts";
import { ask, testDatabases } from "../../support/store-engines.ts";
import { fetchedFrom, sampleArticle } from "../../support/store-samples.ts";

const databases = testDatabases();

const open = (url: string): Promise<Store> =>
  openStore(url, (row) => {
    throw new Error(`corrupt row: ${JSON.stringify(row)}`);
  });

const newDatabase = () => databases.fresh("PostgreSQL");

const withSetting = (address: string, name: string, value: string): string => {
  const url = new URL(address);
  url.searchParams.set(name, value);
  return url.href;
};

/** Two nodes on one database. */
async function twoNodes<T>(work: (one: Store, other: Store) => Promise<T>, url?: string) {
  const address = url ?? (await newDatabase());
  const nodes = await Promise.all([open(address), open(address)]);
  try {
    return await work(...nodes);
  } finally {
    await Promise.all(nodes.map((node) => node.close()));
  }
}

const CHANNELS = Array.from({ length: 12 }, (_, n) => n);
const LEASE = { platform: "telegram", now: NINE, leaseEnds: minutesPast(1), limit: 3 };

/** Channels of which more than one delivery is leased. */
const DOUBLED = `select channel from deliveries where lease_ends > ${NINE.getTime()}
  group by channel having count(*) > 1`;

let owedUntilNow = 0;

const owedTo = (channel: number, kind: OwedDelivery["kind"], count: number): OwedDelivery[] =>
  Array.from({ length: count }, () => {
    owedUntilNow += 1;
    return sampleOwed(owedUntilNow, { to: chatAt(channel), kind });
  });

/** Reads a subscription and writes it back with a changed figure. */
const raise = (node: Store): Promise<void> =>
  node.transaction(async ({ subscriptions }) => {
    const found = await subscriptions.find(subscriptionId(1));
    if (found === null) throw new Error("gone");
    await subscriptions.keep({ ...found, eventIntensity: found.eventIntensity + 1 });
  });

describe("several nodes", () => {
  it("open a new database at once", async () => {
    await twoNodes(async (one, other) => {
      await one.articles.keep([sampleArticle(1)], fetchedFrom("wire"));
      expect(await other.articles.count()).toBe(1);
    });
  });

  it("never lease two deliveries of a channel at once, and send each delivery once", async () => {
    const url = await newDatabase();
    await twoNodes(async (one, other) => {
      const briefings = CHANNELS.flatMap((channel) => owedTo(channel, "briefing", 9));
      await one.outbox.add([sampleMessage("message-1")], briefings);
      const sent: string[] = [];
      for (let round = 0; round < 60; round += 1) {
        const alerts = round < 9 ? CHANNELS.flatMap((channel) => owedTo(channel, "alert", 1)) : [];
        const claiming = [one, other, one, other, one, other].map(({ outbox }) =>
          outbox.claim(LEASE),
        );
        await other.outbox.add([], alerts);
        const claimed = (await Promise.all(claiming)).flat();
        expect(await ask(url, DOUBLED)).toEqual([]);
        sent.push(...claimed.map(({ id }) => id));
        await one.outbox.settle(
          claimed.map((each) => ({ ...each, status: { kind: "sent", at: NINE } })),
        );
      }
      expect(sent).toHaveLength(CHANNELS.length * 18);
      expect(new Set(sent).size).toBe(sent.length);
    }, url);
  }, 30_000);

  it("leave alone the channels that another is just claiming of, and wait for nobody", async () => {
    const url = await newDatabase();
    await twoNodes(async (one, other) => {
      await one.outbox.add([sampleMessage("message-1")], owedTo(1, "briefing", 1));
      const [hasClaimed, mayGo] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const claiming = one.transaction(async ({ outbox }) => {
        const claimed = await outbox.claim(LEASE);
        hasClaimed.resolve();
        await mayGo.promise;
        return claimed;
      });
      await hasClaimed.promise;
      const [urgent] = owedTo(1, "alert", 1);
      if (urgent === undefined) throw new Error("none");
      await other.outbox.add([], [urgent, ...owedTo(2, "briefing", 1)]);
      const elsewhere = await other.outbox.claim(LEASE);
      expect(elsewhere.map(({ to }) => to.channel)).toEqual(["2"]);
      mayGo.resolve();
      const claimed = await claiming;
      expect(claimed.map(({ kind }) => kind)).toEqual(["briefing"]);
      expect(await ask(url, DOUBLED)).toEqual([]);
      expect(await other.outbox.claim(LEASE)).toEqual([]);
      await one.outbox.settle(
        claimed.map((each) => ({ ...each, status: { kind: "sent", at: NINE } })),
      );
      expect((await other.outbox.claim(LEASE)).map(({ id }) => id)).toEqual([urgent.id]);
    }, url);
  });

  it("lose no change when both read and write the same", async () => {
    await twoNodes(async (one, other) => {
      const EACH = 15;
      await one.subscriptions.keep(sampleSubscription(1, { eventIntensity: 0 }));
      await Promise.all(Array.from({ length: EACH }, () => [raise(one), raise(other)]).flat());
      const found = await one.subscriptions.find(subscriptionId(1));
      expect(found?.eventIntensity).toBe(2 * EACH);
    });
  }, 30_000);

  it("go on when one is frozen within a transaction, which keeps nothing", async () => {
    const url = withSetting(await newDatabase(), "idle_in_transaction_session_timeout", "300");
    await twoNodes(async (frozen, other) => {
      await other.chats.keep(sampleChat(chatAt(1)));
      const thawed = Promise.withResolvers<void>();
      const wrote = Promise.withResolvers<void>();
      const freezing = frozen.transaction(async ({ chats }) => {
        await chats.keep({ ...sampleChat(chatAt(1)), timeZone: "Asia/Tehran" });
        wrote.resolve();
        await thawed.promise;
        await chats.count();
      });
      await wrote.promise;
      await other.chats.keep({ ...sampleChat(chatAt(1)), timeZone: "Asia/Muscat" });
      thawed.resolve();
      await expect(freezing).rejects.toMatchObject({ failure: "unreachable" });
      expect((await frozen.chats.find(chatAt(1)))?.timeZone).toBe("Asia/Muscat");
    }, url);
  });
});

async function refusal(url: string): Promise<string> {
  const error = await open(url).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ConfigError);
  return String(error);
}

const changed = (change: (url: URL) => void): string => {
  const url = new URL(inject("postgres"));
  change(url);
  return url.href;
};

describe("a database that cannot be opened", () => {
  it("says that the password is wrong", async () => {
    const url = changed((each) => (each.password = "hunter2"));
    expect(await refusal(url)).toContain("refuses the user, the password or the database");
  });

  it("says that there is no such database", async () => {
    const url = changed((each) => (each.pathname = "/nowhere"));
    expect(await refusal(url)).toContain("refuses the user, the password or the database");
  });

  it("says that it could not hold every language", async () => {
    await ask(
      inject("postgres"),
      "create database latin encoding 'LATIN1' locale 'C' template template0",
    );
    const url = changed((each) => (each.pathname = "/latin"));
    expect(await refusal(url)).toContain("not in UTF-8");
    await ask(inject("postgres"), "drop database latin");
  });

  it("says that it belongs to another program, and leaves it as it is", async () => {
    const url = await newDatabase();
    await ask(url, "create table recipes (name text)");
    expect(await refusal(url)).toContain("belongs to another program");
    const tables = "select tablename from pg_tables where schemaname = 'public'";
    expect(await ask(url, tables)).toEqual([{ tablename: "recipes" }]);
  });

  it("says that a newer program has written it", async () => {
    const url = await newDatabase();
    await (await open(url)).close();
    await ask(url, "insert into migrations values ('0999-later', '2030-01-01T00:00:00.000Z')");
    expect(await refusal(url)).toContain("written by a newer version of Parley (step 0999-later)");
  });

  it("is named as one that may be there later when no server answers", async () => {
    const error = await open("postgres://parley:hunter2@127.0.0.1:1/parley").catch(
      (caught: unknown) => caught,
    );
    expect(error).toMatchObject({ name: "StoreError", failure: "unreachable" });
  });
});

it("takes no offence at the tables of others in schemas of their own", async () => {
  const url = await newDatabase();
  await ask(
    url,
    "create schema host; create table host.migrations (id int); create table host.articles (id int)",
  );
  const store = await open(url);
  await store.articles.keep([sampleArticle(1)], fetchedFrom("wire"));
  expect(await store.articles.count()).toBe(1);
  await store.close();
});

it("puts ids in the order of SQLite, whatever the locale of the server is", async () => {
  const url = new URL(inject("postgres"));
  url.pathname = "/icu";
  await ask(
    inject("postgres"),
    "create database icu encoding 'UTF8' locale_provider icu icu_locale 'en' locale 'C' template template0",
  );
  const store = await open(url.href);
  const ids = ["Z", "a", "B", "-c", "é"].map((id) => id as SubscriptionId);
  await store.subscriptions.keepAll(ids.map((id) => ({ ...sampleSubscription(1), id })));
  const all = await store.subscriptions.all(null, 10);
  expect(all.map(({ id }) => id)).toEqual(ids.toSorted());
  await store.close();
  await ask(inject("postgres"), "drop database icu with (force)");
});

it("names what is held by others for too long, and what its own tools must copy", async () => {
  const url = withSetting(await newDatabase(), "lock_timeout", "100");
  const store = await open(url);
  const holding = store.transaction(() =>
    ask(url, "begin; lock table chats; select pg_sleep(0.6); commit"),
  );
  await expect
    .poll(() => store.chats.count().catch((error: unknown) => error))
    .toMatchObject({ failure: "locked" });
  await holding;
  await expect(store.backup("copy.db")).rejects.toMatchObject({
    failure: "unsupported",
    message: expect.stringContaining("pg_dump"),
  });
  await store.close();
});

it("is closed when all that was asked before is done", async () => {
  const url = await newDatabase();
  const store = await open(url);
  const asks = Array.from({ length: 40 }, (_, n) =>
    store.articles.keep([sampleArticle(n)], fetchedFrom("wire")),
  );
  await store.close();
  await Promise.all(asks);
  await expect(store.articles.count()).rejects.toThrow("destroyed");
  const again = await open(url);
  expect(await again.articles.count()).toBe(40);
  await again.close();
});

describe("a server that is restarted", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  it("ends nothing: what is asked meanwhile fails by name, and all goes on after", async () => {
    const store = await open(server.url("postgres"));
    await store.articles.keep([sampleArticle(1)], fetchedFrom("wire"));
    const halted = Promise.withResolvers<void>();
    const within = store.transaction(async ({ articles }) => {
      await articles.keep([sampleArticle(2)], fetchedFrom("wire"));
      await halted.promise;
      await articles.keep([sampleArticle(3)], fetchedFrom("wire"));
    });
    const [failed] = await Promise.allSettled([within, server.halt().then(halted.resolve)]);
    expect(failed).toMatchObject({ reason: { name: "StoreError", failure: "unreachable" } });
    const meanwhile = await store.articles.count().catch((error: unknown) => error);
    expect(meanwhile).toBeInstanceOf(StoreError);
    expect(meanwhile).toMatchObject({ failure: "unreachable" });

    await server.resume();
    expect(await store.articles.count()).toBe(1);
    await store.articles.keep([sampleArticle(2)], fetchedFrom("wire"));
    expect(await store.articles.count()).toBe(2);
    await store.close();
  }, 30_000);
});
