import type { Token } from "../../articles/tokens.ts";
import { foldWord } from "../../articles/word-forms.ts";
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
        : (known[at - passage.from] ??= wordsOf(passage, at)),
  };
}

function wordsOf({ words, tokens, text, to }: Passage, at: number): readonly FoundWord[] {
  const found = wordsAt(words, tokens, at, to);
  const token = tokens[at];
  if (found.length > 0 || token === undefined) return found;
  const end = endOfFirstPart(text, token);
  if (end === token.end) return found;
  const part = { ...token, end, text: foldWord(text.slice(token.start, end)) };
  return wordsAt(words, [part], 0, 1).map(({ word }) => ({ word, to: at + 1 }));
}

/**
 * Where a word written apart ends inside a token that joins it to the next: the Persian for May is also
 * a prefix of verbs.
 */
export function endOfFirstPart(text: string, token: Token): number {
  const isJoined = token.kind === "word" && token.end - token.start > token.text.length;
  const space = isJoined ? text.slice(token.start, token.end).search(/\s/) : -1;
  return space === -1 ? token.end : token.start + space;
}

type WordOf<K extends DateWord["kind"]> = Extract<DateWord, { kind: K }>;

/** The longest date word of a kind at a token. */
export function wordAt<K extends DateWord["kind"]>(
  cursor: Cursor,
  at: number,
  kind: K,
): FoundWord<WordOf<K>> | null {
  const found = cursor.wordsAt(at);
  for (let last = found.length - 1; last >= 0; last -= 1)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its kind was compared
    if (found[last]?.word.kind === kind) return found[last] as FoundWord<WordOf<K>>;
  return null;
}

/** The index after a word that plays a role, or null when none is there. */
export function roleAt(cursor: Cursor, at: number, ...roles: readonly Role[]): number | null {
  const found = cursor.wordsAt(at);
  for (let last = found.length - 1; last >= 0; last -= 1)
    for (const role of roles) if (found[last]?.word.kind === role) return found[last]?.to ?? null;
  return null;
}

/** The index after any words of these roles, one after another. */
export function skipRoles(cursor: Cursor, at: number, ...roles: readonly Role[]): number {
  let next = at;
  for (let steps = 0; steps < MOST_SKIPPED; steps += 1) {
    const to = roleAt(cursor, next, ...roles);
    if (to === null) return next;
    next = to;
  }
  return next;
}

const MOST_SKIPPED = 3;

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
    for (const { word, to } of cursor.wordsAt(start))
      if (to === at && roles.some((role) => role === word.kind)) return true;
  }
  return false;
}

/** What nouns and verbs say of gatherings beside being plain words of the sentence. */
const PLAIN: ReadonlySet<DateWord["kind"]> = new Set(["gathering", "held", "outcome", "deadline"]);

/** Whether the token is a word that plays no part in the grammar of dates. */
export const isPlainWord = (cursor: Cursor, at: number): boolean =>
  at < cursor.to &&
  cursor.tokens[at]?.kind === "word" &&
  cursor.wordsAt(at).every(({ word }) => PLAIN.has(word.kind));
