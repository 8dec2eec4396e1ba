import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import type { DigestArchive } from "../deliveries/occasion.ts";
import type { Digest } from "../digest/digest.ts";
import { type ReportCorruptRow, readJson } from "./corrupt-row.ts";
import { DigestJson } from "./digest-json.ts";
import type { Tables } from "./tables.ts";

/** Keeps digests by what they say, in a database that Kysely speaks; a corrupt one is as one never kept. */
export const createDigestArchive = (
  db: Kysely<Tables>,
  report: ReportCorruptRow,
): DigestArchive => ({
  async keep(digest) {
    const json = JSON.stringify(digest);
    const name = nameOf(digest);
    await db
      .insertInto("digest_archive")
      .values({ name, kept_at: Date.parse(digest.at), digest_json: json })
      .onConflict((conflict) => conflict.column("name").doNothing())
      .execute();
    return name;
  },

  async find(name) {
    const row = await db
      .selectFrom("digest_archive")
      .select("digest_json")
      .where("name", "=", name)
      .executeTakeFirst();
    if (row === undefined) return null;
    const reading = readJson(DigestJson, row.digest_json);
    if (reading.kind === "read") return reading.value;
    report({ table: "digest_archive", key: name, reason: reading.reason });
    return null;
  },

  prune: (before) => pruneArchive(db, before),
});

async function pruneArchive(db: Kysely<Tables>, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("digest_archive")
    .where("kept_at", "<", before.getTime())
    .where("name", "not in", (eb) => eb.selectFrom("occasions").select("digest").distinct())
    .where("name", "not in", (eb) =>
      eb
        .selectFrom("subscriptions")
        .select("told_digest")
        .distinct()
        .where("told_digest", "is not", null)
        .$castTo<{ told_digest: string }>(),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}

const nameOf = (digest: Digest): string =>
  createHash("sha256").update(JSON.stringify(digest, inOrder)).digest("base64url");

/** Writes fields by their names, so that two digests that say the same have one name. */
const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;
