import { nextOccurrence } from "./next-occurrence.ts";
import type { PlanningDeps } from "./planning.ts";
import type { Subscription, SubscriptionId } from "./subscription.ts";

const CHUNK = 500;
/** Quiet hours end within a day. */
const LATEST_RELEASE_MS = 24 * 3_600_000;

/** Brings subscriptions back that were planned while the clock was wrongly set ahead. */
export async function replanStrayed(
  { store }: Pick<PlanningDeps, "store">,
  now: Date,
): Promise<void> {
  let after: SubscriptionId | null = null;
  for (;;) {
    const from: SubscriptionId | null = after;
    const page = await store.transaction(async ({ subscriptions }) => {
      const all = await subscriptions.all(from, CHUNK);
      await subscriptions.keepAll(all.flatMap((each) => broughtBack(each, now)));
      return all;
    });
    const last = page.at(-1);
    if (last === undefined || page.length < CHUNK) return;
    after = last.id;
  }
}

/** The subscription as it should be planned; nothing where it is. */
function broughtBack(subscription: Subscription, now: Date): Subscription[] {
  const { schedule, timeZone, status, nextAt, releaseAt } = subscription;
  if (status.kind === "ended") return [];
  const pausedUntil = status.kind === "paused" ? status.until : null;
  const since = pausedUntil !== null && pausedUntil > now ? pausedUntil : now;
  const next = schedule === null ? null : nextOccurrence(schedule, timeZone, since);
  const isFar = nextAt !== null && next !== null && nextAt > next;
  const latest = new Date(now.getTime() + LATEST_RELEASE_MS);
  const isReleaseFar = releaseAt !== null && releaseAt > latest;
  if (!isFar && !isReleaseFar) return [];
  return [
    {
      ...subscription,
      nextAt: isFar ? next : nextAt,
      releaseAt: isReleaseFar ? now : releaseAt,
    },
  ];
}
