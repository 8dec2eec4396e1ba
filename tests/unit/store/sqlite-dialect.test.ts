import { DatabaseSync } from "node:sqlite";
import { Kysely, sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createArticleStore } from "../../../src/store/articles.ts";
import { migrate } from "../../../src/store/migrate.ts";
import { createSqliteDialect } from "../../../src/store/sqlite-dialect.ts";
import { STEPS } from "../../../src/store/steps.ts";
import type { Tables } from "../../../src/store/tables.ts";
import { fetchedFrom, sampleArticle } from "../../support/store-samples.ts";

let database: DatabaseSync;
let db: Kysely<Tables>;

beforeEach(async () => {
  database = new DatabaseSync(":memory:");
  db = new Kysely<Tables>({ dialect: createSqliteDialect(database) });
  await migrate(db);
});

afterEach(() => db.destroy());

describe("a full disk", () => {
  it("is named, undoes the transaction, and lets go on when there is room", async () => {
    const articles = createArticleStore(db, () => {});
    await articles.keep([sampleArticle(1)], fetchedFrom("wire"));
    const { page_count } = database.prepare("pragma page_count").get() ?? {};
    database.exec(`pragma max_page_count = ${Number(page_count) + 2}`);
    const large = sampleArticle(2, { body: "x".repeat(100_000) });
    await expect(
      articles.keep([sampleArticle(3), large], fetchedFrom("wire")),
    ).rejects.toMatchObject({ name: "StoreError", failure: "disk-full" });
    expect(await articles.count()).toBe(1);
    database.exec("pragma max_page_count = 100000");
    await articles.keep([large], fetchedFrom("wire"));
    expect(await articles.count()).toBe(2);
  });
});

const schema = () => database.prepare("select name, sql from sqlite_master order by name").all();

describe("a schema step that fails", () => {
  it("leaves the schema and the data as they were", async () => {
    const before = schema();
    const broken = {
      ...STEPS,
      "0998-half": {
        compatibleFrom: "0998-half",
        up: async (half: Kysely<Tables>) => {
          await half.schema.createTable("halves").addColumn("half", "text").execute();
        },
      },
      "0999-broken": {
        compatibleFrom: "0999-broken",
        up: () => Promise.reject(new Error("no such luck")),
      },
    };
    await expect(migrate(db, broken)).rejects.toThrow("no such luck");
    expect(schema()).toEqual(before);
    await migrate(db);
  });
});

describe("the connection", () => {
  it("leaves a mistake in a statement as the bug it is", async () => {
    await expect(sql`select * from nowhere`.execute(db)).rejects.toThrow("no such table");
  });

  it("refuses values that no column takes", async () => {
    await expect(sql`select ${true}`.execute(db)).rejects.toThrow("No column takes a boolean");
  });

  it("serves more different statements than it remembers", async () => {
    for (let n = 0; n < 500; n += 1) {
      const { rows } = await sql`select ${sql.lit(n)} as n`.execute(db);
      expect(rows).toEqual([{ n }]);
    }
  });
});
