import { type Cursor, isAttached, isMark, roleAt, wordAt } from "./cursor.ts";

/** A number as a text writes it. */
export type ReadNumber = {
  readonly value: number;
  readonly to: number;
  readonly ordinal: boolean;
  readonly inDigits: boolean;
  /** How many digits were written, 0 for words. */
  readonly digits: number;
};

const LONGEST_NUMBER = 4;

/** A whole number in digits or words; decimals, prices and parts of longer figures are none. */
export function readNumber(cursor: Cursor, at: number): ReadNumber | null {
  const token = at < cursor.to ? cursor.tokens[at] : undefined;
  if (token?.kind === "number") return readDigits(cursor, at);
  const found = wordAt(cursor, at, "number");
  if (found === null) return null;
  return {
    value: found.word.value,
    to: found.to,
    ordinal: found.word.ordinal,
    inDigits: false,
    digits: 0,
  };
}

function readDigits(cursor: Cursor, at: number): ReadNumber | null {
  const text = cursor.tokens[at]?.text ?? "";
  if (text.length > LONGEST_NUMBER || !isWhole(cursor, at)) return null;
  const ending = isAttached(cursor, at + 1) ? roleAt(cursor, at + 1, "ordinal-ending") : null;
  return {
    value: Number(text),
    to: ending ?? at + 1,
    ordinal: ending !== null,
    inDigits: true,
    digits: text.length,
  };
}

const JOINING = ".,:/\u066b\u066c\u060c";
const MONEY_AND_SHARE = "$\u20ac\u00a3\u00a5\u20b9%\u066a#";

/** Whether a run of digits stands alone: no decimal, clock, share, price or code. */
function isWhole(cursor: Cursor, at: number): boolean {
  return !goesOnBefore(cursor, at) && !goesOnAfter(cursor, at);
}

function goesOnBefore(cursor: Cursor, at: number): boolean {
  if (!isAttached(cursor, at)) return false;
  if (isMark(cursor, at - 1, MONEY_AND_SHARE)) return true;
  const before = cursor.tokens[at - 2];
  const joined = isMark(cursor, at - 1, JOINING) && isAttached(cursor, at - 1);
  if (joined && before?.kind === "number") return true;
  if (isMark(cursor, at - 1, "-") && isAttached(cursor, at - 1)) return before?.kind === "word";
  return cursor.tokens[at - 1]?.kind === "number";
}

function goesOnAfter(cursor: Cursor, at: number): boolean {
  if (isMark(cursor, at + 1, "%\u066a")) return true;
  if (!isAttached(cursor, at + 1)) return false;
  if (cursor.tokens[at + 1]?.kind === "number") return true;
  return (
    isMark(cursor, at + 1, JOINING) &&
    isAttached(cursor, at + 2) &&
    cursor.tokens[at + 2]?.kind === "number"
  );
}
