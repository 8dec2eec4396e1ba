import { isOfBoth, isUnmarked, namesOthers } from "./bearing-on.ts";
import { type DaysJoined, joinDays, NO_DAYS } from "./days-joined.ts";
import { distinct, type End, LEADING, LED, SHARED, SUBJECT } from "./ends.ts";
import { matchAny, matchClause, NOTHING, type Search, type Told } from "./match.ts";
import { casesOf } from "./grammar.ts";
import type { Pattern } from "./pattern.ts";
import { isAtEnd, wordAt } from "./sentence.ts";
import { keyOf, type Slots, subjectSlotOf, type Telling, type Value } from "./telling.ts";

/** What came of reading a sentence as clauses of some tellings. */
export type Parsed =
  /** Bits of all claims that bear it out. */
  | { readonly kind: "read"; readonly by: number }
  /** Told whole, but for slots that may not be left out. */
  | { readonly kind: "incomplete"; readonly missing: readonly string[] }
  | { readonly kind: "unread" };

/** Reads a whole sentence: clauses, each of one telling, joined as the language joins them. */
export function parse(search: Search, tellings: readonly Told[]): Parsed {
  const reading: Reading = { search, tellings, memory: new Map(), missing: new Set() };
  const found = clausesFrom(reading, 0, START);
  if (found.length > 0) return { kind: "read", by: found.reduce((all, by) => all | by, 0) };
  const missing = [...reading.missing];
  return missing.length > 0 ? { kind: "incomplete", missing } : { kind: "unread" };
}

type Reading = {
  readonly search: Search;
  readonly tellings: readonly Told[];
  readonly memory: Map<string, readonly number[]>;
  /** Obliged slots without which a reading of the whole sentence failed. */
  readonly missing: Set<string>;
};

/** What the clauses so far leave behind for the next. */
type State = {
  /** The subject of the clause before, or null where it has none to share. */
  readonly subject: string | null;
  /** Whose word everything is from here on, where that was said first. */
  readonly basis: string | null;
  /** The kind of clause before; null at the start, and behind whose word it is. */
  readonly kind: string | null;
  /** Whether another than the two parties was named, so that "they" might be any two. */
  readonly namesOthers: boolean;
  readonly days: DaysJoined;
  /** What led the clause before, which is to be true of one joined to it unless that has its own. */
  readonly led: Slots;
};

const START: State = {
  subject: null,
  basis: null,
  kind: null,
  namesOthers: false,
  days: NO_DAYS,
  led: new Map(),
};

/** The claims behind each way to read the rest of the sentence from a clause on. */
function clausesFrom(reading: Reading, at: number, state: State): readonly number[] {
  const key = `${at} ${JSON.stringify({ ...state, led: keyOf(state.led) })}`;
  const known = reading.memory.get(key);
  if (known !== undefined) return known;
  reading.memory.set(key, []);
  const found = unique([
    ...plainClauses(reading, at, state),
    ...(state.basis === null || state.kind !== null ? attributed(reading, at, state) : []),
  ]);
  reading.memory.set(key, found);
  return found;
}

const unique = (claims: readonly number[]): readonly number[] => [...new Set(claims)];

function plainClauses(reading: Reading, at: number, state: State): readonly number[] {
  return reading.tellings.flatMap((told) => {
    if (state.basis !== null && state.basis !== basisOf(told.telling)) return [];
    if (state.namesOthers && isOfBoth(told.telling)) return [];
    const subject = subjectOf(told.telling);
    const isKnown = subject !== null && subject === state.subject;
    return matchClause(reading.search, told, at, isKnown).flatMap((end) => {
      const span = { from: at, to: end.at };
      const days = joinDays(reading.search.sentence, told.telling, span, state.days);
      return days === null || !isTrueOf(state.led, told.telling, end)
        ? []
        : restFrom(reading, told, end, { ...state, days });
    });
  });
}

/** Whether a clause tells the same as what led the one before, or has its own. */
const isTrueOf = (led: Slots, { slots }: Telling, { told }: End): boolean =>
  SHARED.every(({ slot, told: own }) => {
    const has = new Set((slots.get(slot) ?? []).map(keyOfValue));
    return (told & own) !== 0 || (led.get(slot) ?? []).every((value) => has.has(keyOfValue(value)));
  });

const keyOfValue = (value: Value): string => keyOf(new Map([["", [value]]]));

/** Whose word it is, said first, goes for all that follows. */
function attributed(reading: Reading, at: number, state: State): readonly number[] {
  const { search, tellings } = reading;
  const bases = new Map(tellings.map(({ telling }) => [basisOf(telling), telling]));
  return [...bases].flatMap(([basis, { slots }]) =>
    (slots.get("basis") ?? []).flatMap((value) => {
      if (value.kind !== "term") return [];
      const told = { ...NOTHING, telling: { ...NOTHING.telling, slots: value.slots } };
      return distinct(
        matchAny(search, casesOf(search.grammar.terms, "basis", value.of), told, at),
      ).flatMap((end) =>
        clausesFrom(reading, end.at, { ...state, subject: null, kind: null, basis }),
      );
    }),
  );
}

/** The rest of a sentence behind a clause. */
function restFrom(reading: Reading, told: Told, end: End, state: State): readonly number[] {
  const { search, missing } = reading;
  const lacking = told.telling.obliged.filter(
    (name, bit) => (end.told & (1 << bit)) === 0 && !(name === "basis" && state.basis !== null),
  );
  const isLast = isAtEnd(search.sentence, end.at);
  if (lacking.length > 0) {
    if (isLast) for (const name of lacking) missing.add(name);
    return [];
  }
  const by = told.bit | end.by;
  const ends = isLast ? [by] : [];
  const next: State = {
    ...state,
    kind: told.telling.kind,
    namesOthers: state.namesOthers || namesOthers(told.telling),
    subject: hasSubject(told.telling, end) ? subjectOf(told.telling) : null,
    led: ledBy(told.telling, end),
  };
  const { joined: joins, parted, anew } = nextClauses(search, end, isUnmarked(told.telling));
  const apart: State = { ...next, days: NO_DAYS, led: new Map() };
  const joined = [
    ...joins.flatMap((from) => clausesFrom(reading, from, next)),
    ...parted.flatMap((from) => clausesFrom(reading, from, apart)),
    ...anew.flatMap((from) => clausesFrom(reading, from, { ...apart, basis: null })),
  ];
  const leaning = tails(reading, told, end, next);
  return [...ends, ...[...joined, ...leaning].map((more) => by | more)];
}

const ledBy = ({ slots }: Telling, { told }: End): Slots =>
  new Map(
    SHARED.flatMap(({ slot, led }) =>
      (told & led) === 0 ? [] : [[slot, slots.get(slot) ?? []] as const],
    ),
  );

/**
 * Where the next clause may begin. What leads a clause would be read of the next as well, unless they part; and
 * behind words without quotation marks the next would be read as the speaker's, but for a semicolon.
 */
function nextClauses(search: Search, { at, told }: End, isEndless: boolean): Next {
  const { sentence, grammar } = search;
  const { joiners, breaks, clitics } = grammar;
  const isLed = (told & LED) !== 0;
  const behind = (links: readonly Pattern[]): readonly number[] =>
    matchAny(search, links, NOTHING, at).map((end) => end.at);
  const next = wordAt(sentence, at);
  const isJoined =
    !isLed &&
    !isEndless &&
    (next > at || clitics.some((clitic) => sentence.tokens[next]?.text.startsWith(clitic)));
  const isParted = SEMICOLONS.includes(sentence.tokens[next]?.text ?? "-");
  return {
    joined: [...(isLed || isEndless ? [] : behind(joiners)), ...(isJoined ? [at] : [])],
    parted: isEndless ? [] : behind(breaks),
    anew: isParted ? [next + 1] : [],
  };
}

/** Where a clause may begin that is joined to the one before, parted from it, or as good as another sentence. */
type Next = {
  readonly joined: readonly number[];
  readonly parted: readonly number[];
  readonly anew: readonly number[];
};

const SEMICOLONS = ";\u061b";

/** Clauses that lean on the one before: "the first since the war". */
const tails = (reading: Reading, told: Told, end: End, state: State): readonly number[] =>
  reading.tellings.flatMap((other) => {
    const byKind = reading.search.grammar.tails.get(other.telling.kind);
    const { kind, of } = told.telling;
    const isSame = kind === other.telling.kind && of === other.telling.of && told.bit !== other.bit;
    const behind = isSame ? [kind, "any", "same"] : [kind, "any"];
    const patterns = behind.flatMap((name) => byKind?.get(name) ?? []);
    return matchAny(reading.search, patterns, other, end.at).flatMap((reached) =>
      reached.at > end.at
        ? restFrom(reading, other, { ...reached, told: reached.told | (end.told & LEADING) }, state)
        : [],
    );
  });

/** A delegation is its party's, whoever leads it. */
const hasSubject = (telling: Telling, { told }: End): boolean =>
  (told & SUBJECT) !== 0 || subjectSlotOf(telling) === "party";

function subjectOf(telling: Telling): string | null {
  const slot = subjectSlotOf(telling);
  return slot === null ? null : keyOf(new Map([["subject", telling.slots.get(slot) ?? []]]));
}

const basisOf = ({ slots }: Telling): string | null =>
  slots.has("basis") ? keyOf(only(slots, "basis")) : null;

const only = (slots: Slots, name: string): Slots => new Map([[name, slots.get(name) ?? []]]);
