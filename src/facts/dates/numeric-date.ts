import type { CalendarDate } from "../../lib/calendar-date.ts";
import { type Calendar, dayIn, isYear } from "./calendars.ts";
import { type Cursor, isAttached, isMark, roleBefore, wordAt } from "./cursor.ts";
import { daysOf } from "./nearest.ts";
import { dayReading, type NoDate, type Reading } from "./reading.ts";
import { tenseAt } from "./tense.ts";

type Figures = {
  readonly texts: readonly string[];
  readonly mark: string;
  readonly to: number;
};

const SEPARATORS = "/-.";

/** A date in figures: `2026-02-06`, `06/02/2026`, `۱۴۰۴/۱۱/۱۷`. */
export function readNumericDate(cursor: Cursor, at: number): Reading | NoDate | null {
  if (cursor.tokens[at]?.kind !== "number" || isInsideFigure(cursor, at)) return null;
  const figures = readFigures(cursor, at);
  if (figures === null) return null;
  if (figures.texts.length === 2) return readDayAndMonth(cursor, at, figures);
  const dates = orders(cursor, figures).flatMap((date) => (date === null ? [] : [date]));
  const [date, alternative] = [...new Set(dates)];
  if (date === undefined) return null;
  return {
    ...dayReading({ from: at, to: figures.to }, date, "calendar"),
    alternative: alternative ?? null,
  };
}

const isInsideFigure = (cursor: Cursor, at: number): boolean =>
  isAttached(cursor, at) &&
  (isMark(cursor, at - 1, `${SEPARATORS}:+$`) || cursor.tokens[at - 1]?.kind === "number");

/** Two or three runs of digits joined by one and the same mark. */
function readFigures(cursor: Cursor, at: number): Figures | null {
  const mark = cursor.tokens[at + 1]?.text ?? "";
  const texts = [cursor.tokens[at]?.text ?? ""];
  let to = at + 1;
  while (texts.length < 4 && isJoined(cursor, to, mark)) {
    texts.push(cursor.tokens[to + 1]?.text ?? "");
    to += 2;
  }
  if (texts.length < 2 || texts.length > 3 || texts.some((text) => text.length > 4)) return null;
  return isAttached(cursor, to) && isMark(cursor, to, "/%") ? null : { texts, mark, to };
}

const isJoined = (cursor: Cursor, at: number, mark: string): boolean =>
  mark.length === 1 &&
  SEPARATORS.includes(mark) &&
  isMark(cursor, at, mark) &&
  isAttached(cursor, at) &&
  isAttached(cursor, at + 1) &&
  at + 1 < cursor.to &&
  cursor.tokens[at + 1]?.kind === "number";

/** The likeliest reading first; another order of day and month second. */
function orders(cursor: Cursor, { texts, mark }: Figures): (CalendarDate | null)[] {
  const [a = 0, b = 0, c = 0] = texts.map(Number);
  const [lengthA, lengthB, lengthC] = texts.map((text) => text.length);
  if ((lengthB ?? 0) > 2) return [];
  if (lengthA === 4 && (lengthC ?? 0) <= 2) return [dateOf(cursor, a, b, c)];
  if (lengthC === 4 && (lengthA ?? 0) <= 2)
    return [dateOf(cursor, c, b, a), mark === "." ? null : dateOf(cursor, c, a, b)];
  const isShort = mark === "/" && texts.every((text) => text.length <= 2) && lengthC === 2;
  return isShort ? [dateOf(cursor, CENTURY + c, b, a), dateOf(cursor, CENTURY + c, a, b)] : [];
}

const CENTURY = 2000;

// oxlint-disable-next-line eslint/max-params -- the three parts of a date
function dateOf(cursor: Cursor, year: number, month: number, day: number): CalendarDate | null {
  const calendar: Calendar = isYear("gregorian", year)
    ? "gregorian"
    : cursor.words.lexicon.oldYears;
  return dayIn(calendar, { year, month, day });
}

/** `يوم 6/2`: without a year only beside a word for day. */
function readDayAndMonth(cursor: Cursor, at: number, { texts, mark, to }: Figures): Reading | null {
  const [day = 0, month = 0] = texts.map(Number);
  if (mark !== "/" || texts.some((text) => text.length > 2)) return null;
  if (!roleBefore(cursor, at, "day-word") || wordAt(cursor, to, "month") !== null) return null;
  const { calendar } = cursor.words.lexicon;
  const written = { calendar, year: null, month, day, lastDay: null };
  const hint = { said: null, tense: tenseAt(cursor, at, to), context: null };
  const days = month > 12 ? null : daysOf(written, cursor.today, hint);
  return days && { ...dayReading({ from: at, to }, days[0], "calendar"), written };
}
