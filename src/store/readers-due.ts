import type { Kysely } from "kysely";
import type { ReadersDue } from "../deliveries/subscription-store.ts";
import { languageOf } from "./subscription-rows.ts";
import type { Tables } from "./tables.ts";

/** Counts those who are to be briefed by an instant; rows that cannot be read count for nobody. */
export async function readersDue(db: Kysely<Tables>, until: Date): Promise<readonly ReadersDue[]> {
  const rows = await db
    .selectFrom("subscriptions")
    .select(["talks", "told_digest", "choices_json", (eb) => eb.fn.countAll<number>().as("count")])
    .where("wake_at", "<=", until.getTime())
    .where("next_at", "<=", until.getTime())
    .groupBy(["talks", "told_digest", "choices_json"])
    .execute();
  const readers = new Map<string, ReadersDue>();
  for (const { talks, told_digest: toldDigest, choices_json, count } of rows) {
    const language = languageOf(choices_json);
    if (language === null) continue;
    const key = JSON.stringify([talks, language, toldDigest]);
    const known = readers.get(key)?.count ?? 0;
    readers.set(key, { talks, language, toldDigest, count: known + count });
  }
  return [...readers]
    .toSorted(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))
    .map(([, reader]) => reader);
}
