import type { CalendarDate } from "../lib/calendar-date.ts";
import type { Language } from "../lib/language.ts";
import { instantInZone } from "../lib/zone-offset.ts";
import { catalogOf } from "./catalog.ts";
import { formatClock, formatShortDay, localParts } from "./dates.ts";
import { commaOf } from "./locale.ts";

/** Who reads an hour. */
export type HourReader = {
  readonly language: Language;
  /** IANA zone of the reader's clock. */
  readonly timeZone: string;
  /** Names a zone at an instant. */
  readonly zone: (timeZone: string, at: Date) => string;
};

/**
 * The hour `time` (`HH:MM`) where a round is, and on the reader's clock where that shows another. Where the
 * round's zone is not known, the hour is told as written.
 */
export function formatRoundHour(
  time: string,
  { date, timeZone }: { readonly date: CalendarDate | null; readonly timeZone: string | null },
  reader: HourReader,
): string {
  const phrases = catalogOf(reader.language);
  const clock = formatClock(reader.language, time);
  if (timeZone === null) return phrases["round.timeOpen"]({ clock });
  const local = phrases["round.time"]({ clock });
  return `${local}${date === null ? "" : readersHour(time, date, timeZone, reader)}`;
}

function readersHour(
  time: string,
  date: CalendarDate,
  timeZone: string,
  { language, timeZone: readersZone, zone }: HourReader,
): string {
  const at = instantInZone(new Date(`${date}T${time}:00Z`), timeZone);
  const here = localParts(at, readersZone);
  if (here.clock === time && here.day === date) return "";
  const day = here.day === date ? "" : `${formatShortDay(language, here.day)}${commaOf(language)}`;
  const clock = `${day}${formatClock(language, here.clock)}`;
  return catalogOf(language)["round.timeForReader"]({ clock, zone: zone(readersZone, at) });
}
