import {
  type Cursor,
  isAttached,
  isMark,
  isPlainWord,
  roleAt,
  roleBefore,
  skipMark,
  skipRoles,
  wordAt,
} from "./cursor.ts";
import type { DayPart } from "./date-lexicon.ts";
import { readNumber } from "./numbers.ts";
import { readZone } from "./zone-phrase.ts";

/** A time of day. */
export type TimeWords = {
  readonly from: number;
  readonly to: number;
  /** Local time of day `HH:MM`. */
  readonly time: string;
  readonly timeZone: string | null;
  /** Says by itself that it is a time: an hour word, a.m., a zone. */
  readonly explicit: boolean;
  /** Said in words, as deadlines are. */
  readonly isMidnight: boolean;
};

type Clock = {
  readonly hour: number;
  readonly minute: number;
  readonly to: number;
  readonly form: "colon" | "dot" | "four-digits" | "hour";
};

type Half = "am" | "pm" | DayPart;

/** "10:30 a.m. local time", "الساعة العاشرة والنصف صباحاً", "ساعت ده و نیم صبح به وقت تهران", "0600 GMT". */
export function readTime(cursor: Cursor, at: number, dayPart: DayPart | null): TimeWords | null {
  const fixed = wordAt(cursor, at, "clock-time");
  if (fixed !== null)
    return withZone(cursor, at, { time: fixed.word.time, to: fixed.to, explicit: true });
  const hasClock = roleAt(cursor, at, "clock") !== null && !isCounted(cursor, at);
  const start = hasClock ? skipRoles(cursor, at, "clock") : at;
  const written = readClock(cursor, start);
  if (written === null) return null;
  const marked = roleAt(cursor, written.to, "after-hour");
  const clock = { ...written, to: marked ?? written.to };
  const hasCue = hasClock || marked !== null;
  const half = readHalf(cursor, clock.to);
  const zone = readZone(cursor, half?.to ?? clock.to);
  const isHour = clock.form === "hour" && isHourIn(cursor, clock, { at, half, dayPart });
  const isTime = clock.form === "colon" || hasCue || half !== null || zone !== null || isHour;
  if (!isTime || (clock.form === "four-digits" && zone === null)) return null;
  if (clock.form === "dot" && !hasCue && half === null && zone === null) return null;
  if (clock.form === "hour" && !hasCue && !isHour) return null;
  const time = toTime(clock, half?.half ?? dayPart);
  if (time === null) return null;
  const explicit = hasCue || half !== null || zone !== null || roleBefore(cursor, at, "at");
  return withZone(cursor, at, { time, to: half?.to ?? clock.to, explicit });
}

type Stretch = {
  readonly at: number;
  readonly half: { half: Half } | null;
  readonly dayPart: DayPart | null;
};

/** "10 in the morning"; after "Friday morning" the word "at" is enough, unless the number counts a noun. */
function isHourIn(cursor: Cursor, { hour, to }: Clock, { at, half, dayPart }: Stretch): boolean {
  if (half !== null) return isHourOf(hour, half.half);
  if (dayPart === null || isPlainWord(cursor, to) || !roleBefore(cursor, at, "at")) return false;
  return isHourOf(hour, dayPart) && roleAt(cursor, to, "of") === null && isClockHour(cursor, at);
}

const LONGEST_HOUR = 2;

/** No date, month or length of time begins here. */
function isClockHour(cursor: Cursor, at: number): boolean {
  const number = readNumber(cursor, at);
  if (number === null || number.digits > LONGEST_HOUR) return false;
  return !cursor
    .wordsAt(number.to)
    .some(({ word: { kind } }) => kind === "unit" || kind === "month" || kind === "month-word");
}

/** The hour in "about 10 on Friday morning", whose day and part of the day follow it. */
export function readHourOf(cursor: Cursor, at: number, part: DayPart): TimeWords | null {
  const clock = readClock(cursor, at);
  if (clock === null || clock.form === "four-digits" || !isHourOf(clock.hour, part)) return null;
  const time = toTime(clock, part);
  if (time === null) return null;
  return { from: at, to: clock.to, time, timeZone: null, explicit: true, isMidnight: false };
}

/** Where an hour without a word for it would end, null where no number stands. */
export const endOfHour = (cursor: Cursor, at: number): number | null =>
  readClock(cursor, at)?.to ?? null;

function withZone(
  cursor: Cursor,
  from: number,
  { time, to, explicit }: Pick<TimeWords, "time" | "to" | "explicit">,
): TimeWords {
  const zone = readZone(cursor, to);
  return {
    from,
    to: zone?.to ?? to,
    time,
    timeZone: zone?.timeZone ?? null,
    explicit,
    isMidnight: isMidnight(cursor, from),
  };
}

const isMidnight = (cursor: Cursor, at: number): boolean =>
  wordAt(cursor, at, "clock-time")?.word.time === "00:00";

/** `۴۸ ساعت`: a number before the word makes it a length of time. */
const isCounted = (cursor: Cursor, at: number): boolean =>
  at > cursor.from && readNumber(cursor, at - 1) !== null;

function readClock(cursor: Cursor, at: number): Clock | null {
  return readFigures(cursor, at) ?? readHourWords(cursor, at);
}

/** `10:30`, `10.30`, `0600`. */
function readFigures(cursor: Cursor, at: number): Clock | null {
  const first = at < cursor.to ? cursor.tokens[at] : undefined;
  if (first?.kind !== "number" || isPartOfFigure(cursor, at)) return null;
  const second = cursor.tokens[at + 2];
  const isPair =
    isMark(cursor, at + 1, ":.\u066b") && isAttached(cursor, at + 1) && isAttached(cursor, at + 2);
  if (isPair && second?.kind === "number" && second.text.length === 2 && first.text.length <= 2) {
    const form = isMark(cursor, at + 1, ":") ? "colon" : "dot";
    return clockOf(Number(first.text), Number(second.text), {
      form,
      to: afterSeconds(cursor, at + 3),
    });
  }
  if (first.text.length !== 4 || isPair) return null;
  const value = Number(first.text);
  return clockOf(Math.floor(value / 100), value % 100, { form: "four-digits", to: at + 1 });
}

const clockOf = (hour: number, minute: number, rest: Pick<Clock, "form" | "to">): Clock | null =>
  hour <= 24 && minute <= 59 ? { hour, minute, ...rest } : null;

const isPartOfFigure = (cursor: Cursor, at: number): boolean =>
  isAttached(cursor, at) &&
  (isMark(cursor, at - 1, ":.,/$+") || cursor.tokens[at - 1]?.kind === "number");

/** `10:30:00` */
function afterSeconds(cursor: Cursor, at: number): number {
  const more = isMark(cursor, at, ":") && isAttached(cursor, at) && isAttached(cursor, at + 1);
  return more && cursor.tokens[at + 1]?.kind === "number" ? at + 2 : at;
}

/** `العاشرة والنصف`, `ده و نیم`, `10`, `ten`, `۸ و ۳۰ دقیقه`. */
function readHourWords(cursor: Cursor, at: number): Clock | null {
  const hour = readNumber(cursor, skipRoles(cursor, at, "the"));
  if (hour === null || hour.value > 24 || hour.digits > 2) return null;
  if (hour.inDigits && hour.ordinal) return null;
  const to = hour.to;
  const and = roleAt(cursor, to, "and") ?? to;
  const half = roleAt(cursor, and, "half");
  if (half !== null) return { hour: hour.value, minute: 30, to: half, form: "hour" };
  const less = roleAt(cursor, to, "quarter-less");
  if (less !== null) return { hour: hour.value - 1, minute: 45, to: less, form: "hour" };
  const quarter = roleAt(cursor, and, "quarter");
  if (quarter !== null) return { hour: hour.value, minute: 15, to: quarter, form: "hour" };
  const minutes = readNumber(cursor, and);
  const end = minutes === null ? null : roleAt(cursor, minutes.to, "clock-minutes");
  if (minutes !== null && end !== null && minutes.value <= 59)
    return { hour: hour.value, minute: minutes.value, to: end, form: "hour" };
  return { hour: hour.value, minute: 0, to, form: "hour" };
}

function readHalf(cursor: Cursor, at: number): { readonly half: Half; readonly to: number } | null {
  const meridiem = wordAt(cursor, at, "meridiem");
  if (meridiem !== null) return { half: meridiem.word.half, to: meridiem.to };
  const part = wordAt(cursor, roleAt(cursor, at, "of") ?? at, "day-part");
  return part === null ? null : { half: part.word.part, to: part.to };
}

/** "Three nights" is no time, "eight at night" is. */
function isHourOf(hour: number, half: Half): boolean {
  if (hour > 12 || hour === 0) return half !== "night" && half !== "am" && half !== "pm";
  return half !== "night" || hour >= 7;
}

const EARLIEST_NIGHT_HOUR = 6;

function toTime({ hour, minute }: Clock, half: Half | null): string | null {
  const isAfternoon = half !== null && shiftsHour(hour, half);
  const turned = (half === "am" || half === "morning") && hour === 12 ? 0 : hour;
  const inDay = isAfternoon ? hour + 12 : turned;
  const atMidnight = half === "night" && hour === 12 ? 0 : inDay;
  const shown = atMidnight === 24 ? 0 : atMidnight;
  if (shown < 0 || shown > 23) return null;
  return `${String(shown).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

function shiftsHour(hour: number, half: Half): boolean {
  if (hour >= 12) return false;
  switch (half) {
    case "pm":
    case "afternoon":
    case "evening":
      return true;
    case "night":
      return hour >= EARLIEST_NIGHT_HOUR;
    case "noon":
      return hour <= 4;
    case "am":
    case "morning":
      return false;
  }
}

/** The index after the same time in another zone, in brackets: `11:30 local time (0830 GMT)`. */
export function skipOtherZone(cursor: Cursor, at: number): number {
  const again = isMark(cursor, at, "(") ? readTime(cursor, at + 1, null) : null;
  return again !== null && isMark(cursor, again.to, ")") ? again.to + 1 : at;
}

/** The index after words that join a day and a time: "at", "،", "في". */
export const skipToTime = (cursor: Cursor, at: number): number =>
  skipRoles(cursor, skipMark(cursor, at, ",\u060c"), "at");
