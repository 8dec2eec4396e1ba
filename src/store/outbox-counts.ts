import type { Kysely } from "kysely";
import type { DeliveryCount, WaitingCount } from "../deliveries/outbox.ts";
import type { Tables } from "./tables.ts";

/** How many deliveries there are, by platform and status. */
export async function countDeliveries(db: Kysely<Tables>, now: Date): Promise<DeliveryCount[]> {
  const rows = await db
    .selectFrom("deliveries")
    .select(["platform", "status"])
    .select((eb) => [eb.fn.countAll<number>().as("count"), eb.fn.min("due_at").as("oldest")])
    .groupBy(["platform", "status"])
    .orderBy("platform")
    .orderBy("status")
    .execute();
  return rows.flatMap(({ platform, status, count, oldest }) =>
    isStatus(status)
      ? [
          {
            platform,
            status,
            count,
            oldestMs: status === "due" ? Math.max(0, now.getTime() - oldest) : null,
          },
        ]
      : [],
  );
}

/** Read from the index of what is ready alone. */
export async function countWaiting(db: Kysely<Tables>, now: Date): Promise<WaitingCount[]> {
  const rows = await db
    .selectFrom("deliveries")
    .select("platform")
    .select((eb) => [eb.fn.countAll<number>().as("count"), eb.fn.min("ready_at").as("oldest")])
    .where("ready_at", "is not", null)
    .groupBy("platform")
    .orderBy("platform")
    .execute();
  return rows.map(({ platform, count, oldest }) => ({
    platform,
    count,
    oldestMs: Math.max(0, now.getTime() - (oldest ?? now.getTime())),
  }));
}

const isStatus = (text: string): text is DeliveryCount["status"] =>
  text === "due" || text === "sent" || text === "dead" || text === "expired";
