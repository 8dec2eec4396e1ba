import { nextOccurrence } from "../../deliveries/next-occurrence.ts";
import type { Schedule, TimeOfDay } from "../../deliveries/schedule.ts";
import type { Subscription } from "../../deliveries/subscription.ts";

/** The hour at which most people read the news. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- HH:MM
export const USUAL_TIME = "08:00" as TimeOfDay;

/** The time of day of a schedule; null where it has none or several. */
export const timeOf = (schedule: Schedule | null): TimeOfDay | null =>
  schedule === null || schedule.kind === "cron" ? null : schedule.at;

/** A subscription with another schedule, and its next briefing by it. */
export const rescheduled = (
  subscription: Subscription,
  schedule: Schedule | null,
  now: Date,
): Subscription => replanned({ ...subscription, schedule }, now);

/** A subscription with its next briefing worked out anew, as after a change of its time zone. */
export function replanned(subscription: Subscription, now: Date): Subscription {
  const { schedule, timeZone, status } = subscription;
  const pausedUntil = status.kind === "paused" ? status.until : null;
  const after = pausedUntil !== null && pausedUntil > now ? pausedUntil : now;
  return {
    ...subscription,
    nextAt: schedule === null ? null : nextOccurrence(schedule, timeZone, after),
  };
}
