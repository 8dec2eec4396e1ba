import { z } from "zod";
import type { FeedCursor } from "../feeds/feed-state.ts";
import { type RowReading, readJson } from "./corrupt-row.ts";
import type { FeedStateRow } from "./tables.ts";

const IsoInstant = z.iso.datetime().transform((text) => new Date(text));
const Count = z.int().min(0);

const Cursor: z.ZodType<FeedCursor> = z.looseObject({
  address: z.string(),
  movedTo: z.string().nullable(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  documentHash: z.string().nullable(),
  nextPollAt: IsoInstant,
  lastPollAt: IsoInstant.nullable(),
  lastSuccessAt: IsoInstant.nullable(),
  lastItemAt: IsoInstant.nullable(),
  usualGapMs: z.number().nullable(),
  items: Count,
  failures: Count,
  lastFailure: z.string().nullable(),
  counts: z.looseObject({
    fresh: Count,
    unchanged: Count,
    later: Count,
    failed: Count,
    skipped: Count,
  }),
});

/** The state of a row. */
export const readFeedStateRow = (row: FeedStateRow): RowReading<FeedCursor> =>
  readJson(Cursor, row.cursor_json);

/** The row of a state; JSON writes its instants in ISO 8601. */
export const toFeedStateRow = (cursor: FeedCursor): FeedStateRow => ({
  address: cursor.address,
  next_poll_at: cursor.nextPollAt.getTime(),
  cursor_json: JSON.stringify(cursor),
});
