import { findPhrases } from "../../articles/phrases.ts";
import type { TokenRange } from "../../articles/token-range.ts";
import { findWords, type FoundWords } from "../../facts/events/triggers.ts";
import { cuesOf } from "../../facts/mention.ts";
import { LANGUAGES } from "../../lib/language.ts";
import { type Compiled, compileSenses, type SenseTools } from "./compile-senses.ts";
import { type MarkName, ofMarks } from "./marks.ts";
import type { Passage } from "./reading.ts";
import { eventKey, keyOfSense, type SenseKey } from "./sense-key.ts";

/** A word of a passage with all that it may stand for. */
export type SenseWord = {
  /** Its token's index. */
  readonly at: number;
  /** Folded. */
  readonly text: string;
  readonly stems: readonly string[];
  readonly keys: ReadonlySet<SenseKey>;
  /** Carries no fact by itself. */
  readonly plain: boolean;
};

/** What a passage's words stand for, whatever its language. */
export type SenseReading = {
  readonly words: readonly SenseWord[];
  readonly keys: ReadonlySet<SenseKey>;
  readonly stems: ReadonlySet<string>;
  /** Where its lists of words are met. */
  readonly marks: Readonly<Record<MarkName, readonly TokenRange[]>>;
  /** Words that have a contrary, the longest at each place. */
  readonly contraries: readonly Contrary[];
  /** Words for events, sentence by sentence. */
  readonly events: readonly FoundWords[];
};

/** A word with the side of its line of contraries. */
export type Contrary = TokenRange & {
  readonly line: number;
  readonly side: "one" | "other";
};

/** Reads what the words of a passage stand for; each passage once. */
export type SenseReader = (passage: Passage) => SenseReading;

/** Makes the reader of senses. */
export function createSenseReader(tools: SenseTools): SenseReader {
  const compiled = new Map(LANGUAGES.map((language) => [language, compileSenses(tools, language)]));
  const known = new WeakMap<Passage, SenseReading>();
  return (passage) => {
    const parts = compiled.get(passage.language);
    const reading = known.get(passage) ?? readSenses(passage, parts);
    known.set(passage, reading);
    return reading;
  };
}

function readSenses(passage: Passage, parts: Compiled | undefined): SenseReading {
  if (parts === undefined) return NOTHING;
  const { tokens, sentences } = passage.read;
  const events = sentences.map((sentence) => findWords(parts.events, tokens, sentence));
  const { plain, marks, lines, contraries } = listedIn(passage, parts);
  const keysAt = keysIn(passage, events, {
    lines,
    noes: cuesOf(passage.mentions, "modality.negation", "modality.absence"),
  });
  const words = tokens.flatMap(({ kind, text }, at): SenseWord[] =>
    kind === "word"
      ? [
          {
            at,
            text,
            stems: parts.stems(text).map((stem) => `${passage.language} ${stem}`),
            keys: keysAt[at] ?? new Set(),
            plain: plain.has(at),
          },
        ]
      : [],
  );
  return {
    words,
    keys: new Set(words.flatMap(({ keys }) => [...keys])),
    stems: new Set(words.flatMap(({ stems }) => stems)),
    marks,
    contraries: contraries.filter(
      (one) => !contraries.some((wider) => wider.line === one.line && isWithin(one, wider)),
    ),
    events,
  };
}

/** "Not satisfied" is no satisfaction. */
const isWithin = (inner: TokenRange, outer: TokenRange): boolean =>
  outer.from <= inner.from && inner.to <= outer.to && outer.to - outer.from > inner.to - inner.from;

type Line = TokenRange & { readonly key: SenseKey };

function listedIn({ read: { tokens } }: Passage, { exact, wide }: Compiled) {
  const plain = new Set<number>();
  const marks = ofMarks<TokenRange[]>(() => []);
  const lines: Line[] = [];
  const contraries: Contrary[] = [];
  for (const { value, from, to } of [exact, wide].flatMap((phrases) =>
    findPhrases(phrases, tokens, 0, tokens.length),
  )) {
    const places = Array.from({ length: to - from }, (_, step) => from + step);
    if (value.kind === "meaning") lines.push({ from, to, key: `meaning ${value.line}` });
    else if (value.kind === "contrary")
      contraries.push({ from, to, line: value.line, side: value.side });
    else if (value.kind === "plain") for (const at of places) plain.add(at);
    else marks[value.kind].push({ from, to });
  }
  return { plain, marks, lines, contraries };
}

function keysIn(
  { read: { tokens }, mentions }: Passage,
  events: readonly FoundWords[],
  { lines, noes }: { readonly lines: readonly Line[]; readonly noes: readonly TokenRange[] },
): readonly ReadonlySet<SenseKey>[] {
  const keysAt: Set<SenseKey>[] = tokens.map(() => new Set());
  const spread = ({ from, to, key }: Line) => {
    for (let at = from; at < to; at += 1) keysAt[at]?.add(key);
  };
  /** Phrases may leave words of any kind between their first and their last. */
  const spreadEnds = ({ from, to, key }: Line) => {
    keysAt[from]?.add(key);
    keysAt[to - 1]?.add(key);
  };
  for (const line of lines.filter((one) => !isUndone(one, lines, noes))) spread(line);
  for (const { sense, from, to } of mentions) {
    const key = keyOfSense(sense);
    if (key === null || isUndone({ from, to, key }, lines, noes)) continue;
    if (sense.kind === "cue") spreadEnds({ from, to, key });
    else spread({ from, to, key });
  }
  for (const { sense, from, to } of events.flatMap(({ triggers }) => triggers))
    if (sense.kind === "event" && !sense.remark) spreadEnds({ from, to, key: eventKey(sense) });
  return keysAt;
}

/** "Indirect" is written "not direct": the word inside means the contrary of the whole. */
const isUndone = (one: Line, lines: readonly Line[], noes: readonly TokenRange[]): boolean =>
  lines.some(
    ({ from, to, key }) =>
      key !== one.key &&
      from < one.from &&
      one.to <= to &&
      noes.some((no) => no.from === from && no.to === one.from),
  );

const NOTHING: SenseReading = {
  words: [],
  keys: new Set(),
  stems: new Set(),
  marks: ofMarks(() => []),
  contraries: [],
  events: [],
};
