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
  const found = cursor.wordsAt(at);
  for (let last = found.length - 1; last >= 0; last -= 1)
    for (const direction of DIRECTIONS)
      if (found[last]?.word.kind === direction.role)
        return { ...direction, to: found[last]?.to ?? at };
  return null;
}

/** A unit of time by its distance from the present one. */
export type UnitInDirection = { readonly unit: Unit; readonly shift: number; readonly to: number };

/** "next week", "الأسبوع المقبل", "هفته آینده"; only the unit asked for, when one is. */
export function readUnitInDirection(
  cursor: Cursor,
  at: number,
  asked: Unit | null = null,
): UnitInDirection | null {
  const before = directionAt(cursor, at);
  const named = wordAt(cursor, before?.to ?? at, "unit");
  if (named === null || !named.word.named) return null;
  const { unit } = named.word;
  if (asked !== null && unit !== asked) return null;
  const after = directionAt(cursor, named.to);
  if (before !== null && after?.role === "after-next") return { unit, shift: 2, to: after.to };
  if (before !== null) return { unit, shift: before.shift, to: named.to };
  if (after === null || cursor.words.lexicon.directionFirst) return null;
  return { unit, shift: after.shift, to: after.to };
}
