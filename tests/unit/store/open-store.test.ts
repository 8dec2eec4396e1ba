import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { inspect } from "node:util";
import { beforeEach, describe, expect, it } from "vitest";
import { ConfigError } from "../../../src/config/env.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { openSqliteDatabase } from "../../../src/store/sqlite-database.ts";
import { StoreError } from "../../../src/store/store-error.ts";
import { fetchedFrom, sampleArticle } from "../../support/store-samples.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const root = temporaryFolder();
let folder = "";
let count = 0;

beforeEach(() => {
  count += 1;
  folder = `${root()}/${count}`;
  mkdirSync(folder);
});

const open = (url: string) => openStore(url, () => {});

async function fill(file: string, articles = 10): Promise<void> {
  const store = await open(`file:${file}`);
  const many = Array.from({ length: articles }, (_, n) => sampleArticle(n));
  await store.articles.keep(many, fetchedFrom("wire"));
  await store.close();
}

describe("a database address", () => {
  it("makes the file and the folders it lies in", async () => {
    await fill(`${folder}/a/b/parley.db`);
    expect(readFileSync(`${folder}/a/b/parley.db`).subarray(0, 15).toString()).toBe(
      "SQLite format 3",
    );
  });

  it("finds everything again when it is opened once more", async () => {
    await fill(`${folder}/parley.db`);
    const store = await open(`file:${folder}/parley.db`);
    expect(await store.articles.count()).toBe(10);
    await store.close();
  });

  it("is closed when all that was asked before is done", async () => {
    const store = await open(`file:${folder}/parley.db`);
    const asks = Array.from({ length: 20 }, (_, n) =>
      store.articles.keep([sampleArticle(n)], fetchedFrom("wire")),
    );
    await store.close();
    await Promise.all(asks);
    await expect(store.articles.count()).rejects.toThrow("destroyed");
    const again = await open(`file:${folder}/parley.db`);
    expect(await again.articles.count()).toBe(20);
    await again.close();
  });

  it("may be written with slashes, as in file:///srv/parley.db", async () => {
    await fill(`//${folder}/parley.db`);
    const store = await open(`file:${folder}/parley.db`);
    expect(await store.articles.count()).toBe(10);
    await store.close();
  });

  it("takes an empty file for a new database", async () => {
    writeFileSync(`${folder}/parley.db`, "");
    await expect(fill(`${folder}/parley.db`)).resolves.toBeUndefined();
  });

  it.each([
    ["postgres://localhost", "must be like postgres://user:password@host:5432/database"],
    ["postgres://:not-a-port:/parley", "must be like postgres://"],
    ["postgres://localhost/parley?pool=many", "pool must be a number from 2 to 100"],
    ["mysql://localhost", "must be a file address"],
    ["data/parley.db", "must be a file address"],
    ["file:", "must be a file address"],
    ["", "must be a file address"],
  ])("%j is refused: %s", async (url, reason) => {
    const error = await open(url).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ConfigError);
    expect(String(error)).toContain(reason);
  });

  it.each([
    "postgres://parley:hunter2@",
    "postgres://parley:hunter2@db/parley?pool=0",
    "postgres://parley:hunter2@127.0.0.1:9/parley",
    "postgres://parley:hunter2@127.0.0.1:9/parley?sslmode=verify-full",
  ])("is never repeated in an error, since it may hold a password: %s", async (url) => {
    const error = await open(url).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Error);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("hunter2");
  });
});

async function refusal(file: string): Promise<string> {
  const error = await open(`file:${file}`).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ConfigError);
  return String(error);
}

describe("a database that cannot be opened", () => {
  it("says that the folder cannot be made", async () => {
    writeFileSync(`${folder}/file`, "");
    expect(await refusal(`${folder}/file/parley.db`)).toMatch(/DATABASE_URL: the folder of .*file/);
  });

  it("says that the place cannot be written", async () => {
    expect(await refusal(folder)).toContain("make its folder exist and be writable");
  });

  it("says that the file is not a database", async () => {
    writeFileSync(`${folder}/parley.db`, "Dear diary, ".repeat(1_000));
    expect(await refusal(`${folder}/parley.db`)).toContain("the file is not a database");
    expect(readFileSync(`${folder}/parley.db`, "utf8")).toContain("Dear diary");
  });

  it("says that the database belongs to another program, and leaves it as it is", async () => {
    const other = new DatabaseSync(`${folder}/parley.db`);
    other.exec("create table recipes (name text)");
    expect(await refusal(`${folder}/parley.db`)).toContain("belongs to another program");
    expect(other.prepare("select name from sqlite_master").all()).toEqual([{ name: "recipes" }]);
    other.close();
  });

  it("says that a newer program has written it, and leaves it as it is", async () => {
    await fill(`${folder}/parley.db`);
    const later = new DatabaseSync(`${folder}/parley.db`);
    later.exec("insert into migrations values ('0999-later', '2030-01-01T00:00:00.000Z')");
    later.close();
    const reason = await refusal(`${folder}/parley.db`);
    expect(reason).toContain("written by a newer version of Parley (step 0999-later)");
    expect(reason).toContain("update Parley");
  });

  it("says that it is damaged when its end is missing", async () => {
    await fill(`${folder}/parley.db`, 2_000);
    truncateSync(`${folder}/parley.db`, 3 * 4_096);
    rmSync(`${folder}/parley.db-wal`, { force: true });
    const error = await readAll(`file:${folder}/parley.db`).catch((caught: unknown) => caught);
    expect(String(error)).toContain("damaged; restore a backup");
  });
});

async function readAll(url: string): Promise<void> {
  const store = await open(url);
  try {
    for await (const _ of store.articles.between(new Date(0), new Date("2100-01-01")));
  } finally {
    await store.close();
  }
}

describe("a database that another process holds", () => {
  it("says so after a while", async () => {
    await fill(`${folder}/parley.db`);
    const holder = new DatabaseSync(`${folder}/parley.db`);
    holder.exec("pragma locking_mode = exclusive; begin exclusive; delete from digests");
    const attempt = () => openSqliteDatabase(`${folder}/parley.db`, 20);
    expect(attempt).toThrow(StoreError);
    expect(attempt).toThrow(/parley\.db: the database is locked by another process/);
    holder.close();
  });

  it("is opened and read all the same while the other only writes", async () => {
    await fill(`${folder}/parley.db`);
    const writer = new DatabaseSync(`${folder}/parley.db`);
    writer.exec("begin immediate; delete from articles");
    const store = await open(`file:${folder}/parley.db`);
    expect(await store.articles.count()).toBe(10);
    await store.close();
    writer.close();
  });
});
