import { seededRandom } from "../../bench/support/random.ts";
import { nextOccurrence } from "../../src/deliveries/next-occurrence.ts";
import type { IsoWeekday, Schedule, TimeOfDay } from "../../src/deliveries/schedule.ts";
import type { Subscription, SubscriptionId } from "../../src/deliveries/subscription.ts";
import { LANGUAGES } from "../../src/lib/language.ts";
import type { Store } from "../../src/store/store.ts";

const ZONES = ["Asia/Tehran", "Asia/Muscat", "Europe/Berlin", "America/New_York", "Asia/Baghdad"];
const HOURS = ["06", "07", "08", "08", "09", "12", "18", "20", "21"];
const MINUTES = ["00", "00", "15", "30", "45"];
const WEEKDAYS: readonly IsoWeekday[] = [1, 2, 3, 4, 5, 6, 7];
const RUN = 1_000;

/**
 * Subscribes so many readers: nine in ten are briefed each day, one in ten once a week; a third are told of phases
 * and rounds at once, a tenth of everything, a fifth have quiet hours.
 */
export async function subscribeReaders(store: Store, count: number, at: Date): Promise<void> {
  const random = seededRandom(7);
  for (let from = 0; from < count; from += RUN)
    await store.subscriptions.keepAll(
      Array.from({ length: Math.min(RUN, count - from) }, (_, n) => readerOf(from + n, at, random)),
    );
}

function readerOf(n: number, at: Date, random: () => number): Subscription {
  const timeZone = anyOf(ZONES, random);
  const time = timeOf(`${anyOf(HOURS, random)}:${anyOf(MINUTES, random)}`);
  const day = WEEKDAYS[n % WEEKDAYS.length] ?? 1;
  const schedule: Schedule =
    n % 10 === 0 ? { kind: "weekly", day, at: time } : { kind: "daily", at: time };
  const channel = String(1_000_000 + n);
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- numbered here
    id: `s${String(n).padStart(11, "0")}` as SubscriptionId,
    address: { platform: "telegram", channel, thread: null },
    owner: `telegram:${channel}`,
    talks: "iran-us",
    language: LANGUAGES[n % LANGUAGES.length] ?? "en",
    timeZone,
    form: n % 4 === 0 ? "full" : "brief",
    picture: false,
    schedule,
    roundMoments: n % 5 === 0 ? ["day-before"] : [],
    alerts:
      n % 10 === 1
        ? ["phase", "round", "delegation", "event"]
        : n % 3 === 0
          ? ["phase", "round"]
          : [],
    eventIntensity: 0,
    minimumConfidence: 0,
    quietHours: n % 5 === 1 ? { from: timeOf("22:00"), until: timeOf("07:00") } : null,
    status: { kind: "active" },
    nextAt: nextOccurrence(schedule, timeZone, at),
    releaseAt: null,
    toldDigest: null,
    createdAt: at,
  };
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written above in this form
const timeOf = (shown: string): TimeOfDay => shown as TimeOfDay;

function anyOf<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("there is nothing to choose from");
  return item;
}
