import type { CalendarDate } from "./calendar-date.ts";

/** How far a time zone (IANA) is east of UTC at an instant, in minutes. */
function zoneOffsetMinutes(at: Date, timeZone: string): number {
  const name = formatOf(timeZone)
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value;
  const [, sign, hours, minutes = "0"] = /^GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name ?? "") ?? [];
  if (hours === undefined) return 0;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/**
 * The instant at which clocks in a time zone show what `utc` shows in UTC; where they show it twice or
 * never, as daylight saving begins or ends, one of the two nearest.
 */
export function instantInZone(utc: Date, timeZone: string): Date {
  const guess = shifted(utc, -zoneOffsetMinutes(utc, timeZone));
  return shifted(utc, -zoneOffsetMinutes(guess, timeZone));
}

const shifted = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  formats.set(timeZone, format);
  return format;
}

/** When a day begins in a zone. */
export const startOfDay = (day: CalendarDate, timeZone: string): Date =>
  instantInZone(new Date(`${day}T00:00:00Z`), timeZone);
