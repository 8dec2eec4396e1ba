import type { Cursor } from "./cursor.ts";
import { daysOf } from "./nearest.ts";
import type { Reading } from "./reading.ts";

const NO_HINT = { said: null, tense: null, context: null } as const;

/** "April and May 2025": a date without a year is in the year of the one it is joined with. */
export function inYearOf(cursor: Cursor, reading: Reading, next: Reading): Reading {
  const { written } = reading;
  const year = next.written?.year ?? null;
  if (written === null || written.year !== null || year === null) return reading;
  if (next.written?.calendar !== written.calendar) return reading;
  const isYearBefore = written.month > (next.written?.month ?? 0) && reading.to < next.from;
  const first = { ...written, year: isYearBefore ? year - 1 : year };
  const days = daysOf(first, cursor.today, NO_HINT);
  if (days === null) return reading;
  return {
    ...reading,
    date: days[0],
    dateEnd: reading.dateEnd === null ? null : days[1],
    written: first,
  };
}
