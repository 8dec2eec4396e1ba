import type { Kysely } from "kysely";
import { z } from "zod";
import type { OutgoingMessage } from "../deliveries/delivery.ts";
import type { Outbox, Rendering } from "../deliveries/outbox.ts";
import { inRuns } from "./atomically.ts";
import { type ReportCorruptRow, readJson } from "./corrupt-row.ts";
import { MessageJson } from "./message-json.ts";
import type { Tables } from "./tables.ts";

/** Adds messages that are not there yet. */
export async function addMessages(
  db: Kysely<Tables>,
  messages: readonly OutgoingMessage[],
): Promise<void> {
  for (const run of inRuns(messages))
    await db
      .insertInto("outgoing_messages")
      .values(run.map(({ id, message }) => ({ id, message_json: JSON.stringify(message) })))
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
}

/** The half of an outbox that keeps what is said; corrupt messages and renderings are as ones not there. */
export const createMessageShelf = (
  db: Kysely<Tables>,
  report: ReportCorruptRow,
): Pick<Outbox, "message" | "parts" | "keepParts"> => ({
  async message(id) {
    const row = await db
      .selectFrom("outgoing_messages")
      .select("message_json")
      .where("id", "=", id)
      .executeTakeFirst();
    if (row === undefined) return null;
    const reading = readJson(MessageJson, row.message_json);
    if (reading.kind === "read") return { id, message: reading.value };
    report({ table: "outgoing_messages", key: id, reason: reading.reason });
    return null;
  },

  async parts({ messageId, platform, style }) {
    const row = await db
      .selectFrom("renderings")
      .select("parts_json")
      .where("message_id", "=", messageId)
      .where("platform", "=", platform)
      .where("style", "=", style)
      .executeTakeFirst();
    if (row === undefined) return null;
    const reading = readJson(PartsJson, row.parts_json);
    if (reading.kind === "read") return reading.value;
    const key = `${messageId} ${platform} ${style}`;
    report({ table: "renderings", key, reason: reading.reason });
    return null;
  },

  keepParts: (rendering, parts) => keepParts(db, rendering, parts),
});

/** Keeps nothing of a message that is gone meanwhile. */
async function keepParts(
  db: Kysely<Tables>,
  { messageId, platform, style }: Rendering,
  parts: readonly unknown[],
): Promise<void> {
  await db
    .insertInto("renderings")
    .columns(["message_id", "platform", "style", "parts_json"])
    .expression((eb) =>
      eb
        .selectFrom("outgoing_messages")
        .select((message) => [
          "id",
          message.val(platform).as("platform"),
          message.val(style).as("style"),
          message.val(JSON.stringify(parts)).as("parts"),
        ])
        .where("id", "=", messageId),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const PartsJson = z.array(z.unknown()).min(1);
