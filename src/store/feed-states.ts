import type { Kysely } from "kysely";
import type { FeedCursor } from "../feeds/feed-state.ts";
import type { FeedStateStore } from "../feeds/feed-state-store.ts";
import { inRuns } from "./atomically.ts";
import type { ReportCorruptRow } from "./corrupt-row.ts";
import { readFeedStateRow, toFeedStateRow } from "./feed-state-rows.ts";
import type { Tables } from "./tables.ts";

/** Keeps feed states in a database that Kysely speaks; a corrupt one is as one never kept. */
export const createFeedStateStore = (
  db: Kysely<Tables>,
  report: ReportCorruptRow,
): FeedStateStore => ({
  async load(addresses) {
    const cursors = new Map<string, FeedCursor>();
    for (const run of inRuns(addresses)) {
      const rows = await db
        .selectFrom("feed_states")
        .selectAll()
        .where("address", "in", run)
        .execute();
      for (const row of rows) {
        const reading = readFeedStateRow(row);
        if (reading.kind === "read") cursors.set(row.address, reading.value);
        else report({ table: "feed_states", key: row.address, reason: reading.reason });
      }
    }
    return cursors;
  },

  async save(cursor) {
    const row = toFeedStateRow(cursor);
    await db
      .insertInto("feed_states")
      .values(row)
      .onConflict((conflict) => conflict.column("address").doUpdateSet(row))
      .execute();
  },
});
