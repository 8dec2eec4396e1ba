import { type Cursor, wordAt } from "./cursor.ts";
import type { Unit } from "./date-lexicon.ts";

/** Which way from today a word points: "next", "coming", "this", "last", "after next". */
export type Direction = {
  readonly role: "next" | "coming" | "after-next" | "last" | "this";
  /** The same, for choosing an occurrence. */
  readonly said: "next" | "last" | "this";
  /** In units: "next week" is 1. */
  readonly shift: number;
  readonly to: number;
};

const DIRECTIONS = [
  { role: "after-next", said: "next", shift: 2 },
  { role: "next", said: "next", shift: 1 },
  { role: "coming", said: "next", shift: 1 },
  { role: "last", said: "last", shift: -1 },
  { role: "this", said: "this", shift: 0 },
] as const;

/** The direction that a word at a token tells, the longest first. */
export function directionAt(cursor: Cursor, at: number): Direction | null {
  const found = cursor
    .wordsAt(at)
    .findLast(({ word }) => DIRECTIONS.some(({ role }) => role === word.kind));
  const direction = DIRECTIONS.find(({ role }) => role === found?.word.kind);
  return found === undefined || direction === undefined ? null : { ...direction, to: found.to };
}

/** One week, month or year by its distance from this one: "next week", "الأسبوع المقبل", "هفته آینده". */
export function readUnitInDirection(
  cursor: Cursor,
  at: number,
  unit: Unit,
): { readonly shift: number; readonly to: number } | null {
  const before = directionAt(cursor, at);
  const named = wordAt(cursor, before?.to ?? at, "unit");
  if (named?.word.unit !== unit || !named.word.named) return null;
  const after = directionAt(cursor, named.to);
  const isAfterNext = after?.role === "after-next";
  if (before !== null)
    return { shift: isAfterNext ? 2 : before.shift, to: isAfterNext ? after.to : named.to };
  if (after === null || cursor.words.lexicon.directionFirst) return null;
  return { shift: after.shift, to: after.to };
}
