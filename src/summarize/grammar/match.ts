import { after, distinct, type End, endAt, LED, repeated, SHARED, SUBJECT } from "./ends.ts";
import { casesOf, type Grammar, slotNamesIn } from "./grammar.ts";
import { matchLiteral, startsWithClitic } from "./match-literal.ts";
import { matchValue } from "./match-value.ts";
import { isOfLast, isOnlyTarget } from "./known-values.ts";
import { postAround, postsOwn, postsShorter } from "./posts.ts";
import type { Pattern } from "./pattern.ts";
import { type Sentence, wordAt } from "./sentence.ts";
import { type Siblings, siblingsOf } from "./siblings.ts";
import {
  isDeed,
  isOfPerson,
  type Slots,
  subjectSlotOf,
  type Telling,
  tellingOf,
  type Value,
} from "./telling.ts";

/** A telling of one of the claims that a sentence names. */
export type Told = {
  readonly telling: Telling;
  /** Its claim's bit. */
  readonly bit: number;
  /** By slot, the values of other claims that differ in it alone, each with its claim's bit. */
  readonly siblings: Siblings;
};

/** The matching of one sentence; each pattern is looked for at each place once. */
export type Search = {
  readonly sentence: Sentence;
  readonly grammar: Grammar;
  readonly memory: Map<Pattern, Map<Slots, (readonly End[])[]>>;
  /** The furthest token that anything was looked for at. */
  furthest: number;
  steps: number;
};

/** No honest sentence takes as many steps. */
const MOST_STEPS = 400_000;

export const openSearch = (sentence: Sentence, grammar: Grammar): Search => ({
  sentence,
  grammar,
  memory: new Map(),
  furthest: 0,
  steps: 0,
});

/** A clause of a telling with its sides; a subject that is known may be left out. */
export function matchClause(
  search: Search,
  told: Told,
  at: number,
  isSubjectKnown: boolean,
): readonly End[] {
  const { clauses, fillers, pronouns } = search.grammar;
  const { kind, of } = told.telling;
  const beside = sidesOf(search.grammar, told.telling);
  // Whose word it is, told first, goes for the whole sentence and is read with it.
  const leading = beside.filter((side) => {
    const slots = slotNamesIn(side, search.grammar);
    return slots.some((slot) => !UNLED.has(slot)) && !slots.includes("basis");
  });
  const passing = [...fillers, ...beside.filter((side) => isPassing(side, search.grammar))];
  const wordings = casesOf(clauses, kind, of);
  // Nobody tells whether a person is "he" or "she", and another may have been named since.
  const known = !isSubjectKnown ? null : isOfPerson(told.telling) ? [] : pronouns;
  const led = after(matchSides(search, passing, told, at), (from) =>
    matchSides(search, leading, told, from).map((end) =>
      end.at === from ? end : { ...end, told: end.told | leadingOf(end) },
    ),
  );
  const clause = after(led, (from) =>
    wordings.flatMap((wording) => matchPattern(search, wording, { ...told, known }, from)),
  );
  return after(clause, (from) => matchSides(search, beside, told, from));
}

/** What may lead a clause and is not read of the next: that it is only reported, or new. */
const UNLED: ReadonlySet<string> = new Set(["reported", "fresh"]);

const isPassing = (side: Pattern, grammar: Grammar): boolean => {
  const slots = slotNamesIn(side, grammar);
  return slots.length > 0 && slots.every((slot) => UNLED.has(slot));
};

/** What stands before a clause: a day and topics, or something else. */
function leadingOf({ told }: End): number {
  const led = SHARED.filter((shared) => (told & shared.told) !== 0);
  return led.length === 0 ? LED : led.reduce((all, shared) => all | shared.led, 0);
}

/** One of some patterns. */
export const matchAny = (
  search: Search,
  patterns: readonly Pattern[],
  told: Told,
  at: number,
): readonly End[] =>
  patterns.flatMap((pattern) => matchPattern(search, pattern, { ...told, known: null }, at));

/** A telling without values, for words that have none. */
export const NOTHING: Told = { telling: tellingOf("", "", {}), bit: 0, siblings: new Map() };

/** What a pattern is matched for; `known` is what may stand for a subject that is known. */
type Frame = Told & { readonly known: readonly Pattern[] | null };

const matchSides = (
  search: Search,
  sides: readonly Pattern[],
  told: Told,
  at: number,
): readonly End[] => repeated([endAt(at)], (from) => matchAny(search, sides, told, from));

function matchPattern(search: Search, pattern: Pattern, frame: Frame, at: number): readonly End[] {
  if (frame.known !== null) return matchAnew(search, pattern, frame, at);
  const bySlots = search.memory.get(pattern) ?? new Map<Slots, (readonly End[])[]>();
  search.memory.set(pattern, bySlots);
  const byPlace = bySlots.get(frame.telling.slots) ?? [];
  bySlots.set(frame.telling.slots, byPlace);
  return (byPlace[at] ??= distinct(matchAnew(search, pattern, frame, at)));
}

function matchAnew(search: Search, pattern: Pattern, frame: Frame, at: number): readonly End[] {
  search.steps += 1;
  if (search.steps > MOST_STEPS) return [];
  switch (pattern.kind) {
    case "word":
      return matchWord(search, pattern.choices, at);
    case "mark":
      return [endAt(at)];
    case "optional":
      return [endAt(at), ...matchPattern(search, pattern.part, frame, at)];
    case "choice":
      return pattern.options.flatMap((option) => matchPattern(search, option, frame, at));
    case "phrase":
      return (search.grammar.phrases.get(pattern.name) ?? []).flatMap((phrase) =>
        matchPattern(search, phrase, frame, at),
      );
    case "sequence":
      return pattern.parts.reduce<readonly End[]>(
        (ends, part) => after(ends, (from) => matchPattern(search, part, frame, from)),
        [endAt(at)],
      );
    case "slot":
      return matchSlot(search, pattern, frame, at);
    case "known":
      return isKnown(search, pattern.name, frame, at) ? [endAt(at)] : [];
    case "closing":
      return [{ ...endAt(at), told: LED }];
    case "sides":
      return matchSides(search, sidesOf(search.grammar, frame.telling), frame, at);
  }
}

function matchWord(search: Search, choices: readonly string[], at: number): readonly End[] {
  const from = reach(search, at);
  return matchLiteral(search, choices, from).map(endAt);
}

function reach(search: Search, at: number): number {
  const from = wordAt(search.sentence, at);
  search.furthest = Math.max(search.furthest, from);
  return from;
}

const sidesOf = ({ sides, fillers }: Grammar, { kind }: Telling): readonly Pattern[] => [
  ...(sides.get(kind) ?? []),
  ...fillers,
];

// oxlint-disable-next-line eslint/max-params -- what may be known, and where
function isKnown(search: Search, name: string, frame: Frame, at: number): boolean {
  const { known, telling } = frame;
  if (telling.slots.has("name")) return isOfLast(search.sentence, at, telling.slots);
  if (known === null) return false;
  return name === "target"
    ? isOnlyTarget(search.sentence, at, telling.slots)
    : name === subjectSlotOf(telling);
}

type Slot = Extract<Pattern, { kind: "slot" }>;

function matchSlot(search: Search, slot: Slot, frame: Frame, at: number): readonly End[] {
  const { slots, obliged } = frame.telling;
  const isSubject = slot.isSubject && slot.name === subjectSlotOf(frame.telling);
  const obligation = obliged.indexOf(slot.name);
  const shared = SHARED.find((one) => one.slot === slot.name)?.told ?? 0;
  const told = (obligation < 0 ? 0 : 1 << obligation) | shared;
  // What several did together, a next clause need not say of them all.
  const asSubject = ({ by }: End): number => (isSubject && (by & ~frame.bit) === 0 ? SUBJECT : 0);
  const named = slot.isList
    ? matchList(search, slot.name, frame, at)
    : (slots.get(slot.name) ?? []).flatMap((value) =>
        matchOne(search, slot.name, value, at, frame),
      );
  const left =
    isSubject && frame.known !== null
      ? [endAt(at), ...matchAny(search, frame.known, NOTHING, at)]
      : [];
  return [...left, ...named].map((end) => ({ ...end, told: end.told | told | asSubject(end) }));
}

/** Values joined by commas and "and", the telling's own among them. */
function matchList(search: Search, name: string, frame: Frame, at: number): readonly End[] {
  const own = (frame.telling.slots.get(name) ?? []).map((value) => [value, frame.bit] as const);
  const values = [...own, ...(frame.siblings.get(name) ?? [])];
  const item = (from: number): readonly End[] =>
    values.flatMap(([value, bit]) =>
      matchOne(search, name, value, from, frame).map((end) => ({ ...end, by: end.by | bit })),
    );
  const next = (from: number): readonly End[] => {
    const joined = matchAny(search, search.grammar.and, NOTHING, from);
    const word = wordAt(search.sentence, from);
    const isJoined = word > from || startsWithClitic(search, word);
    return after(isJoined ? [endAt(from), ...joined] : joined, item);
  };
  return repeated(item(at), next).filter(({ by }) => (by & frame.bit) === frame.bit);
}

/** One value, as itself or in the words that the grammar has for it. */
// oxlint-disable-next-line eslint/max-params -- a value, and where
function matchOne(
  search: Search,
  name: string,
  value: Value,
  at: number,
  frame: Frame,
): readonly End[] {
  if (value.kind === "clause") {
    const others = (frame.siblings.get(name) ?? []).flatMap(([other, bit]) =>
      other.kind === "clause" ? [{ telling: other.telling, bit }] : [],
    );
    const siblings = siblingsOf(value.telling, frame.bit, others);
    const told = { telling: value.telling, bit: frame.bit, siblings };
    return matchClause(search, told, at, false);
  }
  const from = reach(search, at);
  const of = value.kind === "term" ? value.of : value.kind === "name" ? codeOf(value.of) : "";
  const inWords = casesOf(search.grammar.terms, name, of).flatMap((words) =>
    matchPattern(search, words, within(frame, name, value), from),
  );
  const starts = [endAt(from), ...matchAny(search, search.grammar.determiners, NOTHING, from)];
  const asItself = after(starts, (start) => {
    const first = wordAt(search.sentence, start);
    const words = value.kind === "name" ? writtenOf(name, value.text, search.grammar) : [];
    const written = words.length === 0 ? [] : matchLiteral(search, words, first);
    return [...written, ...matchValue(value, search.sentence, first)].map(endAt);
  });
  return [...inWords, ...asItself];
}

/** For what the words of a value are matched: a deed's name its doer and target, who may be known. */
function within(frame: Frame, name: string, value: Value): Frame {
  if (name === "target") return frame;
  const own = value.kind === "term" ? value.slots : NOTHING.telling.slots;
  const telling = { ...NOTHING.telling, kind: frame.telling.kind, slots: own };
  return isDeed(value) ? { ...frame, telling } : { ...NOTHING, known: null, telling };
}

function writtenOf(name: string, text: string, { posts }: Grammar): readonly string[] {
  switch (name) {
    case "post":
      return postsShorter(text, posts);
    case "own-post":
      return postsOwn(text, posts);
    case "post-head":
      return [postAround(text, posts)?.head ?? ""];
    case "post-tail":
      return [postAround(text, posts)?.tail ?? ""];
    default:
      return [text];
  }
}

const codeOf = (name: string): string => name.slice(name.indexOf(":") + 1);
