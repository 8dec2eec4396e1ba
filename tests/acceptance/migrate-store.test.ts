import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import { chatAt, minutesPast } from "../support/delivery-samples.ts";
import { ask, testDatabases } from "../support/store-engines.ts";
import { fillWhole } from "../support/store-full.ts";
import { allOf } from "../support/store-samples.ts";
import { parley } from "../support/terminal.ts";

const ARTICLES = 2_600;

const databases = testDatabases();

const moving = (from: string, to: string) => parley(["migrate-store", "--from", from, "--to", to]);

async function filledFile(): Promise<string> {
  const from = await databases.fresh("SQLite");
  await fillWhole(from, ARTICLES);
  return from;
}

/** All that its readers are given of a store. */
async function contentsOf(url: string): Promise<unknown> {
  const store = await openStore(url, (row) => {
    throw new Error(`corrupt row: ${JSON.stringify(row)}`);
  });
  const ever = [new Date(0), new Date("2100-01-01")] as const;
  const contents = {
    articles: await allOf(store.articles.between(...ever)),
    readings: await allOf(store.extractions.of("iran-us", { since: ever[0], until: ever[1] })),
    unread: (await allOf(store.extractions.unread("iran-us", "v1"))).length,
    digest: await store.digests.last("iran-us", "telegram:1"),
    narration: await store.narrations.find("key"),
    tokens: await store.modelTokens.used("2026-02-05"),
    feeds: [...(await store.feedStates.load(["https://a.example/feed"]))],
    chats: [await store.chats.find(chatAt(5)), await store.chats.find(chatAt(5, "7"))],
    subscriptions: await store.subscriptions.all(null, 100),
    occasions: await store.occasions.latest("iran-us", 100),
    counts: await store.outbox.counts(minutesPast(1)),
  };
  await store.close();
  return contents;
}

it("moves everything, proves it, and leaves the file as it was", async () => {
  const [from, to] = [await filledFile(), await databases.fresh("PostgreSQL")];
  const before = await contentsOf(from);

  const { code, out, err } = await moving(from, to);
  expect(err).toContain("All has arrived");
  expect(code).toBe(0);
  expect(err.split("\n")).toEqual(
    expect.arrayContaining([
      "articles: 0 of 2600",
      "articles: 1000 of 2600",
      "articles: 2600 of 2600",
    ]),
  );
  expect(out).toMatch(/^articles: 2600 rows, [0-9a-f]{16} in both$/mu);
  expect(out.split("\n").filter((line) => line.includes(": 0 rows"))).toEqual([]);
  expect(await contentsOf(to)).toEqual(before);
  expect(await contentsOf(from)).toEqual(before);

  const again = await moving(from, to);
  expect(again).toMatchObject({ code: 0, out });
  expect(again.err).toContain("All had arrived before; nothing was changed.");
}, 60_000);

it("moves every table of the schema but those of migrations and search", async () => {
  const [from, to] = [await databases.fresh("SQLite"), await databases.fresh("PostgreSQL")];
  await (await openStore(from, () => undefined)).close();
  const { out } = await moving(from, to);
  const tables = await ask(from, "select name from sqlite_master where type = 'table'");
  const kept = tables
    .map(({ name }) => String(name))
    .filter(
      (name) => !/^(?:migration|article_search|sqlite_|leases$|compatible_versions$)/u.test(name),
    );
  expect(out.split("\n").map((line) => line.split(":")[0])).toEqual(expect.arrayContaining(kept));
  expect(out.split("\n")).toHaveLength(kept.length);
});

/** Lets a database wait for ever in the midst of the articles. */
const WAIT_IN_ARTICLES = `
  create function wait() returns trigger language plpgsql as
    $$ begin perform pg_sleep(60); return new; end $$;
  create trigger wait before insert on articles for each row
    when (new.id = 'article-001500') execute function wait()`;
const WAIT_NO_LONGER = `
  select pg_terminate_backend(pid, 5000) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid();
  drop trigger wait on articles`;

it("goes on where it was killed, and is no store to run on before it is whole", async () => {
  const [from, to] = [await filledFile(), await databases.fresh("PostgreSQL")];
  await (await openStore(to, () => undefined)).close();
  await ask(to, WAIT_IN_ARTICLES);
  const args = ["src/app/main.ts", "migrate-store", "--from", from, "--to", to];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  const ended = once(child, "close");
  let said = "";
  child.stderr.on("data", (data: Buffer) => {
    said += data.toString();
    if (said.includes("articles: 1000 of")) child.kill("SIGKILL");
  });
  await ended;
  await ask(to, WAIT_NO_LONGER);
  const [{ count } = {}] = await ask(to, "select count(*)::int as count from articles");
  expect(count).toBeGreaterThanOrEqual(1_000);
  expect(count).toBeLessThan(1_500);

  const early = await parley(["digest"], { env: { DATABASE_URL: to } });
  expect(early.code).toBe(1);
  expect(early.err).toContain("run parley migrate-store until it says that it is whole");

  const { code, err } = await moving(from, to);
  expect(err).not.toContain("articles: 0 of");
  expect(err).toContain("articles: 2000 of 2600");
  expect(code).toBe(0);
  expect(await contentsOf(to)).toEqual(await contentsOf(from));
}, 60_000);

it("refuses a database that holds something else", async () => {
  const [from, to] = [await filledFile(), await databases.fresh("PostgreSQL")];
  await fillWhole(to, 1);
  const used = await moving(from, to);
  expect(used.code).toBe(2);
  expect(used.err).toContain("holds something already: articles");
  const [{ count } = {}] = await ask(to, "select count(*)::int as count from articles");
  expect(count).toBe(1);

  const another = await databases.fresh("PostgreSQL");
  await ask(another, "create table recipes (name text)");
  const others = await moving(from, another);
  expect(others.code).toBe(1);
  expect(others.err).toContain("belongs to another program");
}, 60_000);

it("refuses a database that another file was moved into, or this one before it went on", async () => {
  const [from, to] = [await databases.fresh("SQLite"), await databases.fresh("PostgreSQL")];
  const other = await databases.fresh("SQLite");
  await fillWhole(from, 3);
  await fillWhole(other, 3);
  expect((await moving(from, to)).code).toBe(0);
  const elsewhere = await moving(other, to);
  expect(elsewhere.code).toBe(2);
  expect(elsewhere.err).toContain("a store moved from elsewhere");
  await fillWhole(from, 4);
  const later = await moving(from, to);
  expect(later.code).toBe(2);
  expect(later.err).toContain("written to since");
});

it("tells when the file was written to while the move was cut short", async () => {
  const [from, to] = [await filledFile(), await databases.fresh("PostgreSQL")];
  const stopping = new AbortController();
  const stopped = await parley(["migrate-store", "--from", from, "--to", to], {
    signal: stopping.signal,
    onError: (line) => {
      if (line.startsWith("articles: 1000")) stopping.abort();
    },
  });
  expect(stopped).toMatchObject({ code: 1 });
  expect(stopped.err).toContain("run it again to go on");
  await ask(from, "update articles set title = 'Changed since' where id = 'article-000001'");
  const { code, err } = await moving(from, to);
  expect(code).toBe(1);
  expect(err).toContain("Not the same in both: articles.");
}, 60_000);

it.each([
  [["--from", "file:nowhere/parley.db", "--to", "postgres://db/parley"], "no database at nowhere"],
  [["--from", "postgres://db/parley", "--to", "postgres://db/parley"], "--from must be a file"],
  [["--from", "file:package.json", "--to", "file:b.db"], "must be like postgres://"],
])("tells what is wrong with %j", async (args, reason) => {
  const { code, err } = await parley(["migrate-store", ...args]);
  expect(code).toBe(2);
  expect(err).toContain(reason);
});

it("names the row that the new database does not take, and shows no password", async () => {
  const [from, to] = [await databases.fresh("SQLite"), await databases.fresh("PostgreSQL")];
  await fillWhole(from, 60);
  await ask(from, "update articles set revision = 'many' where id = 'article-000055'");
  const { code, err } = await moving(from, to);
  expect(code).toBe(1);
  expect(err).toContain("articles: a row from article-000050 to article-000059 cannot be kept");
  const { password } = new URL(to);
  expect(err).not.toContain(password);
});
