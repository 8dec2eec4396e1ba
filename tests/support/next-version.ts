import type { Kysely } from "kysely";
import { migrate } from "../../src/store/migrate.ts";
import { openEngine } from "../../src/store/open-engine.ts";
import { type Step, STEPS, type Steps } from "../../src/store/steps.ts";

const newest = (steps: Steps): string => Object.keys(steps).at(-1) ?? "";

/** All that a step may add which older programs need not know: to every table a column, and a table of its own. */
const adding: Step["up"] = async (db: Kysely<unknown>) => {
  const tables = await db.introspection.getTables();
  const own = tables.filter(({ name }) => !/^(?:migration|article_search|pg_)/u.test(name));
  for (const { name } of own) {
    await db.schema.alterTable(name).addColumn("later_note", "text").execute();
    await db.schema
      .alterTable(name)
      .addColumn("later_count", "bigint", (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema.createIndex(`${name}_by_later`).on(name).column("later_count").execute();
  }
  await db.schema
    .createTable("later_things")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .execute();
};

/** The steps of the version after this one, which adds and breaks nothing. */
export const NEXT_VERSION: Steps = {
  ...STEPS,
  "9001-later": { up: adding, compatibleFrom: newest(STEPS) },
};

/** The steps of the version after that, which the next one may work beside, and this one may not. */
export const VERSION_AFTER_NEXT: Steps = {
  ...NEXT_VERSION,
  "9002-contracted": {
    up: (db: Kysely<unknown>) => db.schema.dropTable("later_things").execute(),
    compatibleFrom: newest(NEXT_VERSION),
  },
};

/** Brings the database of an address to a version, as a node of that version does when it starts. */
export async function upgrade(
  url: string,
  steps: Steps = NEXT_VERSION,
): Promise<readonly string[]> {
  const engine = await openEngine(url, () => false);
  try {
    return await migrate(engine.schema, steps);
  } finally {
    await engine.close();
  }
}
