import { type Cursor, isAttached, isMark, skipMark, wordAt } from "./cursor.ts";

/** A time zone that a text names after a time; `timeZone` null for "local time". */
export type ZoneWords = { readonly timeZone: string | null; readonly to: number };

/** "Tehran time", "بتوقيت غرينتش", "(GMT)", "UTC+3:30" (an offset `+03:30`, as ECMA-402 takes it). */
export function readZone(cursor: Cursor, at: number): ZoneWords | null {
  const start = skipMark(cursor, at, ",\u060c(");
  const zone = wordAt(cursor, start, "zone");
  if (zone === null) return null;
  const offset = zone.word.timeZone === "UTC" ? readOffset(cursor, zone.to) : null;
  const found = offset ?? { timeZone: zone.word.timeZone, to: zone.to };
  const isOpen = isMark(cursor, start - 1, "(") && start > at;
  return { ...found, to: isOpen ? skipMark(cursor, found.to, ")") : found.to };
}

const FURTHEST_HOURS = 14;

function readOffset(cursor: Cursor, at: number): ZoneWords | null {
  const sign = cursor.tokens[at]?.text;
  const hours = cursor.tokens[at + 1];
  const isNumber = hours?.kind === "number" && isAttached(cursor, at) && isAttached(cursor, at + 1);
  if ((sign !== "+" && sign !== "-") || !isNumber || Number(hours.text) > FURTHEST_HOURS)
    return null;
  const minutes = isMark(cursor, at + 2, ":") ? cursor.tokens[at + 3]?.text : undefined;
  const hasMinutes = minutes !== undefined && /^[0-5][0-9]$/.test(minutes);
  const timeZone = `${sign}${hours.text.padStart(2, "0")}:${hasMinutes ? minutes : "00"}`;
  return { timeZone, to: hasMinutes ? at + 4 : at + 2 };
}
