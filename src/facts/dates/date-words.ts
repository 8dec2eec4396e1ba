import { tokenize, type Token } from "../../articles/tokens.ts";
import { foldWord } from "../../articles/word-forms.ts";
import type { Calendar } from "./calendars.ts";
import type { DateLexicon, DayPart, Role, Unit } from "./date-lexicon.ts";
import { entriesOf } from "./lexicon-entries.ts";

/** What a word or phrase means in the grammar of dates. */
export type DateWord =
  | {
      readonly kind: "month";
      readonly calendar: Calendar;
      readonly month: number;
      /** What else must stand by a name that is also another word. */
      readonly alone: "yes" | "after-preposition" | "no";
    }
  | { readonly kind: "weekday"; readonly day: number; readonly alone: boolean }
  | { readonly kind: "number"; readonly value: number; readonly ordinal: boolean }
  | {
      readonly kind: "unit";
      readonly unit: Unit;
      readonly count: 1 | 2 | null;
      readonly named: boolean;
    }
  | { readonly kind: "relative-day"; readonly offset: number }
  | { readonly kind: "relative-year"; readonly offset: number }
  | { readonly kind: "day-part"; readonly part: DayPart }
  | { readonly kind: "clock-time"; readonly time: string }
  | { readonly kind: "meridiem"; readonly half: "am" | "pm" }
  | { readonly kind: "zone"; readonly timeZone: string | null }
  | { readonly kind: Role };

/** A date word of some kind, found in a run of tokens. */
export type FoundWord<W extends DateWord = DateWord> = {
  readonly word: W;
  /** Index after its last token. */
  readonly to: number;
};

type Node = { readonly next: Map<string, Node>; readonly words: DateWord[] };

/** The date words of one language, compiled for search. */
export type DateWords = {
  readonly lexicon: DateLexicon;
  readonly root: Node;
  /** Where the trie begins for a first word, as it stands and with its clitics taken off. */
  readonly startsOf: (folded: string) => readonly Node[];
};

const NO_JOINS = { next: new Set<string>(), previous: new Set<string>() };
const REMEMBERED_WORDS = 20_000;

/** Compiles a lexicon, with the names of months and weekdays that ICU has, into a trie. */
export function compileDateWords(lexicon: DateLexicon): DateWords {
  const root: Node = { next: new Map(), words: [] };
  for (const [phrase, word] of entriesOf(lexicon)) insert(root, phrase, word);
  const known = new Map<string, readonly Node[]>();
  const stems = stemmer(lexicon);
  return {
    lexicon,
    root,
    startsOf(folded) {
      const remembered = known.get(folded);
      if (remembered !== undefined) return remembered;
      if (known.size >= REMEMBERED_WORDS) known.clear();
      const starts = [...new Set(stems(folded))].flatMap((stem) => root.next.get(stem) ?? []);
      known.set(folded, starts);
      return starts;
    },
  };
}

function insert(root: Node, phrase: string, word: DateWord): void {
  let node = root;
  for (const token of tokenize(phrase, NO_JOINS)) {
    let next = node.next.get(token.text);
    if (next === undefined) {
      next = { next: new Map(), words: [] };
      node.next.set(token.text, next);
    }
    node = next;
  }
  const isKnown = node.words.some((known) => JSON.stringify(known) === JSON.stringify(word));
  if (node !== root && !isKnown) node.words.push(word);
}

/** A word as it stands, then less its proclitics, its enclitics, and both. */
function stemmer({ proclitics, merged, enclitics }: DateLexicon): (word: string) => string[] {
  const before = proclitics.map(foldWord);
  const fused = merged.map(([written, stays]) => [foldWord(written), foldWord(stays)] as const);
  const after = enclitics.map(foldWord);
  const withoutBefore = (word: string): string[] => [
    word,
    ...fused.flatMap(([written, stays]) =>
      word.startsWith(written) ? [stays + word.slice(written.length)] : [],
    ),
    ...before.flatMap((prefix) => (word.startsWith(prefix) ? [word.slice(prefix.length)] : [])),
  ];
  return (word) => [
    ...withoutBefore(word),
    ...after.flatMap((ending) =>
      word.endsWith(ending) ? withoutBefore(word.slice(0, -ending.length)) : [],
    ),
  ];
}

/** Every date word that begins at a token, shortest first, none reaching past `limit`. */
export function wordsAt(
  words: DateWords,
  tokens: readonly Token[],
  at: number,
  limit: number,
): readonly FoundWord[] {
  const first = tokens[at];
  if (first === undefined || first.text.length > LONGEST_WORD) return NONE;
  const starts = startsAt(words, first);
  if (starts.length === 0) return NONE;
  const found: FoundWord[] = [];
  for (const start of starts) {
    let node: Node | undefined = start;
    for (let to = at + 1; node !== undefined; to += 1) {
      addWritten(found, node, to, first.capital || !words.lexicon.capitals);
      node = to < limit ? node.next.get(tokens[to]?.text ?? "") : undefined;
    }
  }
  return starts.length === 1 ? found : found.toSorted((a, b) => a.to - b.to);
}

function startsAt({ root, startsOf }: DateWords, { kind, text }: Token): readonly Node[] {
  if (kind === "word") return startsOf(text);
  const start = root.next.get(text);
  return start === undefined ? NO_NODES : [start];
}

const NO_NODES: readonly Node[] = [];
const NONE: readonly FoundWord[] = [];
const LONGEST_WORD = 40;

/** The words that end at a node, names of months and weekdays only where they are written as names. */
// oxlint-disable-next-line eslint/max-params -- what is found, and where
function addWritten(found: FoundWord[], { words }: Node, to: number, asName: boolean): void {
  for (const word of words)
    if (asName || (word.kind !== "month" && word.kind !== "weekday")) found.push({ word, to });
}
