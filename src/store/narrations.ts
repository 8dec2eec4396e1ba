import type { Kysely } from "kysely";
import type { Clock } from "../lib/clock.ts";
import type { NarrationCache } from "../summarize/narration-cache.ts";
import { type ReportCorruptRow, readJson } from "./corrupt-row.ts";
import { NarrationJson } from "./narration-json.ts";
import type { NarrationRow, Tables } from "./tables.ts";

/** Keeps narrations, and lets go of old ones. */
export type NarrationStore = NarrationCache & {
  /** Removes what was kept before an instant, and says how many. */
  prune(before: Date): Promise<number>;
  /** Removes what was kept since an instant, or all, and says how many. */
  drop(since: Date | null): Promise<number>;
};

/** Keeps narrations in a database that Kysely speaks; a corrupt one is as one never kept. */
export const createNarrationStore = (
  db: Kysely<Tables>,
  report: ReportCorruptRow,
  clock: Clock,
): NarrationStore => ({
  async find(key) {
    const row = await db
      .selectFrom("narrations")
      .select("narration_json")
      .where("key", "=", key)
      .executeTakeFirst();
    if (row === undefined) return null;
    const reading = readJson(NarrationJson, row.narration_json);
    if (reading.kind === "read") return reading.value;
    report({ table: "narrations", key, reason: reading.reason });
    return null;
  },

  async keep(key, narration) {
    const row: NarrationRow = {
      key,
      model: narration.by.model,
      prompts: narration.by.prompts,
      created_at: clock.now().getTime(),
      narration_json: JSON.stringify(narration),
    };
    await db
      .insertInto("narrations")
      .values(row)
      .onConflict((conflict) => conflict.column("key").doUpdateSet(row))
      .execute();
  },

  prune: (before) =>
    removed(db.deleteFrom("narrations").where("created_at", "<", before.getTime())),

  drop(since) {
    const all = db.deleteFrom("narrations");
    return removed(since === null ? all : all.where("created_at", ">=", since.getTime()));
  },
});

type Deletion = { readonly executeTakeFirst: () => Promise<{ readonly numDeletedRows: bigint }> };

/** How many rows a deletion removed. */
async function removed(deletion: Deletion): Promise<number> {
  return Number((await deletion.executeTakeFirst()).numDeletedRows);
}
