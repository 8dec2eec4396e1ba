import type { Token } from "../../articles/tokens.ts";
import type { CalendarDate } from "../../lib/calendar-date.ts";
import type { Role } from "./date-lexicon.ts";
import { type DateWord, type DateWords, type FoundWord, wordsAt } from "./date-words.ts";
import type { DateReference } from "./date-mention.ts";

/** A run of tokens that date phrases are read from, and the day they are read on. */
export type Cursor = {
  readonly tokens: readonly Token[];
  readonly text: string;
  readonly words: DateWords;
  readonly from: number;
  readonly to: number;
  readonly reference: DateReference;
  /** The day of publication in the reference's zone. */
  readonly today: CalendarDate;
  /** The date words that begin at a token; looked up once. */
  wordsAt(at: number): readonly FoundWord[];
};

/** What {@link openCursor} reads. */
export type Passage = Pick<
  Cursor,
  "tokens" | "text" | "words" | "from" | "to" | "reference" | "today"
>;

/** Opens a run of tokens for the readers of date phrases. */
export function openCursor(passage: Passage): Cursor {
  const known: (readonly FoundWord[])[] = [];
  return {
    ...passage,
    wordsAt: (at) =>
      at < passage.from || at >= passage.to
        ? []
        : (known[at - passage.from] ??= wordsAt(passage.words, passage.tokens, at, passage.to)),
  };
}

type WordOf<K extends DateWord["kind"]> = Extract<DateWord, { kind: K }>;

/** The longest date word of a kind at a token. */
export function wordAt<K extends DateWord["kind"]>(
  cursor: Cursor,
  at: number,
  kind: K,
): FoundWord<WordOf<K>> | null {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its kind was compared
  return (cursor.wordsAt(at).findLast(({ word }) => word.kind === kind) ?? null) as FoundWord<
    WordOf<K>
  > | null;
}

/** The index after a word that plays a role, or null when none is there. */
export const roleAt = (cursor: Cursor, at: number, ...roles: readonly Role[]): number | null =>
  cursor.wordsAt(at).findLast(({ word }) => roles.some((role) => role === word.kind))?.to ?? null;

/** The index after any words of these roles, one after another. */
export function skipRoles(cursor: Cursor, at: number, ...roles: readonly Role[]): number {
  let next = at;
  for (let steps = 0; steps < 3; steps += 1) next = roleAt(cursor, next, ...roles) ?? next;
  return next;
}

/** The index after one mark out of `marks`, or `at` itself. */
export const skipMark = (cursor: Cursor, at: number, marks: string): number =>
  isMark(cursor, at, marks) ? at + 1 : at;

/** Whether the token is one of these marks. */
export function isMark({ tokens, to }: Cursor, at: number, marks: string): boolean {
  const token = at < to ? tokens[at] : undefined;
  return token?.kind === "mark" && marks.includes(token.text);
}

/** Whether no space parts a token from the one before it. */
export const isAttached = ({ tokens }: Cursor, at: number): boolean =>
  at > 0 && at < tokens.length && tokens[at - 1]?.end === tokens[at]?.start;

/** Whether a word that plays one of these roles ends just before a token. */
export function roleBefore(cursor: Cursor, at: number, ...roles: readonly Role[]): boolean {
  for (let start = at - 1; start >= Math.max(cursor.from, at - 4); start -= 1) {
    const found = cursor.wordsAt(start);
    if (found.some(({ word, to }) => to === at && roles.some((role) => role === word.kind)))
      return true;
  }
  return false;
}
