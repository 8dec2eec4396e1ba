import type { Kysely } from "kysely";
import { z } from "zod";
import type { Chat, ChatStore } from "../deliveries/chat.ts";
import { LanguageSchema } from "../lib/language.ts";
import { type Address, formatAddress } from "../platform/address.ts";
import { isAt, isInChannel, isWithin, toAddressColumns } from "./address-columns.ts";
import { atomically } from "./atomically.ts";
import { type ReportCorruptRow, readValue } from "./corrupt-row.ts";
import type { ChatRow } from "./delivery-tables.ts";
import type { Tables } from "./tables.ts";

/** Keeps chats in a database that Kysely speaks; a corrupt one is as one never kept. */
export const createChatStore = (db: Kysely<Tables>, report: ReportCorruptRow): ChatStore => ({
  async find(address) {
    const row = await db.selectFrom("chats").selectAll().where(isAt(address)).executeTakeFirst();
    if (row === undefined) return null;
    const reading = readValue(ChatSchema, row);
    if (reading.kind === "read") return { address, ...reading.value };
    report({ table: "chats", key: formatAddress(address), reason: reading.reason });
    return null;
  },

  async keep(chat) {
    const row = toChatRow(chat);
    await db
      .insertInto("chats")
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(["platform", "channel", "thread"]).doUpdateSet(row),
      )
      .execute();
  },

  async forget(address) {
    await db.deleteFrom("chats").where(isWithin(address)).execute();
  },

  move: (from, to) => atomically(db, (within) => moveChats(within, from, to)),

  async count() {
    const { count } = await db
      .selectFrom("chats")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return count;
  },
});

/** What was chosen at the new place already stays. */
async function moveChats(db: Kysely<Tables>, from: Address, to: Address): Promise<void> {
  const rows = await db.deleteFrom("chats").where(isInChannel(from)).returningAll().execute();
  if (rows.length === 0) return;
  const moved = rows.map((row) => ({ ...row, platform: to.platform, channel: to.channel }));
  await db
    .insertInto("chats")
    .values(moved)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const ChatSchema = z
  .object({
    place: z.enum(["private", "group", "channel"]),
    language: LanguageSchema.nullable(),
    time_zone: z.string().nullable(),
    talks: z.string().nullable(),
  })
  .transform(({ place, language, time_zone: timeZone, talks }) => ({
    place,
    language,
    timeZone,
    talks,
  }));

const toChatRow = ({ address, place, language, timeZone, talks }: Chat): ChatRow => ({
  ...toAddressColumns(address),
  place,
  language,
  time_zone: timeZone,
  talks,
});
