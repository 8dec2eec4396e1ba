import { z } from "zod";
import { foldWord } from "../../articles/word-forms.ts";
import { TIME_UNIT_WORDS } from "../../i18n/commands/time-unit-words.ts";
import { calendarDate, type CalendarDate } from "../../lib/calendar-date.ts";
import { instantInZone } from "../../lib/zone-offset.ts";

/** A time in the past as someone gives it: how long ago, a day, or an instant. */
export type PastTime =
  | { readonly kind: "ago"; readonly ms: number }
  | { readonly kind: "day"; readonly day: CalendarDate }
  | { readonly kind: "instant"; readonly at: Date };

const HOUR_MS = 3_600_000;
const UNIT_MS = { h: HOUR_MS, d: 24 * HOUR_MS, w: 168 * HOUR_MS } as const;
const LENGTH = /^(\d{1,3})\s*(\p{L}[\p{L}\p{M}\u200c]*)$/u;
const DAY = /^(\d{4})-(\d\d?)-(\d\d?)$/;
const LONGEST = 40;

/** Reads `6h`, `2d`, `1w` and the like with units in any of our languages, up to `mostMs`. */
function readLength(words: string, mostMs: number): number | null {
  const [, count = "", unit = ""] = LENGTH.exec(words.trim().slice(0, LONGEST)) ?? [];
  const key = TIME_UNIT_WORDS[foldWord(unit)];
  if (key === undefined) return null;
  const ms = Number(count) * UNIT_MS[key];
  return ms >= HOUR_MS && ms <= mostMs ? ms : null;
}

/** An option that takes a length of time. */
export const lengthOption = (mostMs: number) =>
  z.string().transform((words, context) => {
    const ms = readLength(words, mostMs);
    if (ms !== null) return ms;
    context.addIssue({ code: "custom", message: "not a length of time" });
    return z.NEVER;
  });

/** An option that takes a time in the past: a length up to `mostMs`, a day, or an ISO 8601 instant. */
export const pastOption = (mostMs: number) =>
  z.string().transform((words, context): PastTime => {
    const past = readPast(words.trim(), mostMs);
    if (past !== null) return past;
    context.addIssue({ code: "custom", message: "not a time" });
    return z.NEVER;
  });

function readPast(words: string, mostMs: number): PastTime | null {
  const ms = readLength(words, mostMs);
  if (ms !== null) return { kind: "ago", ms };
  const [, year, month, date] = DAY.exec(words) ?? [];
  const day = calendarDate(Number(year), Number(month), Number(date));
  if (year !== undefined) return day === null ? null : { kind: "day", day };
  const instant = z.iso.datetime({ offset: true }).safeParse(words.slice(0, LONGEST));
  return instant.success ? { kind: "instant", at: new Date(instant.data) } : null;
}

/** The instant that a time in the past names; a day begins in the reader's zone. */
export function instantOf(past: PastTime, now: Date, timeZone: string): Date {
  switch (past.kind) {
    case "ago":
      return new Date(now.getTime() - past.ms);
    case "day":
      return instantInZone(new Date(`${past.day}T00:00:00Z`), timeZone);
    case "instant":
      return past.at;
  }
}
