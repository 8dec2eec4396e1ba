import type { Kysely } from "kysely";
import type { DigestStore } from "../digest/digest-store.ts";
import { type ReportCorruptRow, readJson } from "./corrupt-row.ts";
import { DigestJson } from "./digest-json.ts";
import type { DigestRow, Tables } from "./tables.ts";

/** Keeps digests in a database that Kysely speaks; a corrupt one is as one never told. */
export const createDigestStore = (db: Kysely<Tables>, report: ReportCorruptRow): DigestStore => ({
  async last(talks, reader) {
    const row = await db
      .selectFrom("digests")
      .select("digest_json")
      .where("talks", "=", talks)
      .where("reader", "=", reader)
      .executeTakeFirst();
    if (row === undefined) return null;
    const reading = readJson(DigestJson, row.digest_json);
    if (reading.kind === "read") return reading.value;
    report({ table: "digests", key: `${talks} ${reader}`, reason: reading.reason });
    return null;
  },

  async keep(reader, digest) {
    const row: DigestRow = {
      talks: digest.talks,
      reader,
      told_at: Date.parse(digest.at),
      digest_json: JSON.stringify(digest),
    };
    await db
      .insertInto("digests")
      .values(row)
      .onConflict((conflict) => conflict.columns(["talks", "reader"]).doUpdateSet(row))
      .execute();
  },
});
