import { toCalendarDate } from "../../lib/calendar-date.ts";
import type { Log } from "../../lib/log.ts";
import type { Store } from "../../store/store.ts";

const DAY_MS = 86_400_000;
/** Deliveries that came to an end are kept for this long, so that a doubt can be looked into. */
const SETTLED_DAYS = 7;
/** An alert may be taken back for some days; a briefing says what changed since one of long ago. */
const TOLD_DAYS = 45;
/** What a model wrote is asked for while the facts stand so; what it used is told for the month. */
const MODEL_DAYS = 30;
/** A minute past three at night in Greenwich: few people are told anything then. */
const SWEEP_MINUTE = 3 * 60 + 1;
const MINUTE_MS = 60_000;

/** Removes, once a day, what nothing will be told from any more. */
export async function sweep(store: Store, now: Date, log: Log): Promise<void> {
  if (Math.floor((now.getTime() % DAY_MS) / MINUTE_MS) !== SWEEP_MINUTE) return;
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const deliveries = await store.outbox.prune(before(SETTLED_DAYS));
  const occasions = await store.occasions.prune(before(TOLD_DAYS));
  const digests = await store.archive.prune(before(TOLD_DAYS));
  const narrations = await store.narrations.prune(before(MODEL_DAYS));
  await store.modelTokens.prune(toCalendarDate(before(MODEL_DAYS)));
  log.info("swept", { deliveries, occasions, digests, narrations });
}
