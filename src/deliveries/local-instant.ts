import { addDays, type CalendarDate } from "../lib/calendar-date.ts";

/**
 * The first instant at which clocks in an IANA zone show a day and a time of day `HH:MM` or, where they
 * skip it, the first instant after the gap.
 */
export function localInstant(date: CalendarDate, clock: string, timeZone: string): Date {
  const key = `${date} ${clock} ${timeZone}`;
  const known = remembered.get(key);
  if (known !== undefined) return new Date(known);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const at = reckon(date, clock, timeZone);
  remembered.set(key, at);
  return new Date(at);
}

/** Thousands of subscriptions ask for the same few times of the same day. */
const MOST_REMEMBERED = 5_000;
const remembered = new Map<string, number>();

function reckon(date: CalendarDate, clock: string, timeZone: string): number {
  const shown = Date.parse(`${date}T${clock}:00Z`);
  const [before, after] = [shown - FAR_MS, shown + FAR_MS];
  const offsets = [offsetMs(before, timeZone), offsetMs(after, timeZone)];
  const instants = offsets
    .map((offset) => shown - offset)
    .filter((at) => at + offsetMs(at, timeZone) === shown);
  return instants.length > 0 ? Math.min(...instants) : changeWithin(before, after, timeZone);
}

/** Whether a zone has a day at all: Samoa has no 30 December 2011. */
export const dayExists = (date: CalendarDate, timeZone: string): boolean =>
  localInstant(date, "00:00", timeZone) < localInstant(addDays(date, 1), "00:00", timeZone);

/** Beyond any offset from UTC and any jump of one, and nearer than two changes ever were. */
const FAR_MS = 40 * 3_600_000;

/** The instant at which a zone's offset changes between two others. */
function changeWithin(from: number, until: number, timeZone: string): number {
  const offset = offsetMs(from, timeZone);
  let [low, high] = [from, until];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMs(middle, timeZone) === offset) low = middle;
    else high = middle;
  }
  return high;
}

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetMs(at: number, timeZone: string): number {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const whole = Math.floor(at / 1_000) * 1_000;
  return Date.UTC(year, month - 1, day, hour, minute, second) - whole;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(timeZone, format);
  return format;
}
