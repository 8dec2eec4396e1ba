import {
  compilePhrases,
  findPhrases,
  type PhraseLanguage,
  type Phrases,
} from "../../articles/phrases.ts";
import type { TokenRange } from "../../articles/token-range.ts";
import type { WordForms } from "../../articles/word-forms.ts";
import type { EventLexicons } from "../../facts/events/event-lexicon.ts";
import {
  compileEvents,
  type EventPhrases,
  findWords,
  type FoundWords,
} from "../../facts/events/triggers.ts";
import type { Sense } from "../../facts/mention.ts";
import { LANGUAGES, type Language } from "../../lib/language.ts";
import type { Passage } from "./reading.ts";
import type { SenseWords } from "./sense-words.ts";
import { createStems } from "./word-stems.ts";

/** Names a meaning in no language: `meaning 12`, `actor IRN`, `event SANCTION`. */
export type SenseKey = string;

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
  /** Where its lists of attribution, hedge and negative words are met. */
  readonly marks: Readonly<Record<MarkName, readonly TokenRange[]>>;
  /** Words for events, sentence by sentence. */
  readonly events: readonly FoundWords[];
};

/** A list of words that the checks look for. */
export type MarkName = "attribution" | "hedge" | "negative";

/** Reads what the words of a passage stand for; each passage once. */
export type SenseReader = (passage: Passage) => SenseReading;

/** What senses are read with. */
export type SenseTools = {
  readonly senseWords: SenseWords;
  readonly eventLexicons: EventLexicons;
  readonly languages: Readonly<Record<Language, PhraseLanguage>>;
};

type Listed =
  | { readonly kind: "meaning"; readonly line: number }
  | { readonly kind: "plain" }
  | { readonly kind: MarkName };

type Compiled = {
  readonly stems: WordForms;
  readonly exact: Phrases<Listed>;
  readonly wide: Phrases<Listed>;
  readonly events: EventPhrases;
};

/** Makes the reader of senses. */
export function createSenseReader(tools: SenseTools): SenseReader {
  const compiled = new Map(LANGUAGES.map((language) => [language, compile(tools, language)]));
  const known = new WeakMap<Passage, SenseReading>();
  return (passage) => {
    const parts = compiled.get(passage.language);
    const reading = known.get(passage) ?? readSenses(passage, parts);
    known.set(passage, reading);
    return reading;
  };
}

function compile(
  { senseWords, eventLexicons, languages }: SenseTools,
  language: Language,
): Compiled {
  const base = languages[language];
  const stems = createStems(language, base.forms);
  const entries = (kind: "plain" | MarkName): [string, Listed][] =>
    senseWords[kind][language].map((word) => [word, { kind }]);
  const meanings = senseWords.meanings.flatMap((line, at) =>
    line[language].map((word): [string, Listed] => [word, { kind: "meaning", line: at }]),
  );
  return {
    stems,
    exact: compilePhrases(
      [...entries("plain"), ...entries("attribution"), ...entries("hedge"), ...entries("negative")],
      base,
    ),
    wide: compilePhrases(meanings, { ...base, forms: stems }),
    events: compileEvents(eventLexicons[language], base),
  };
}

function readSenses(
  { read, mentions, language }: Passage,
  parts: Compiled | undefined,
): SenseReading {
  const { tokens, sentences } = read;
  if (parts === undefined) return NOTHING;
  const keysAt: Set<SenseKey>[] = tokens.map(() => new Set());
  const plain = new Set<number>();
  const marks: Record<MarkName, TokenRange[]> = { attribution: [], hedge: [], negative: [] };
  const spread = ({ from, to }: TokenRange, key: SenseKey) => {
    for (let at = from; at < to; at += 1) keysAt[at]?.add(key);
  };
  for (const mention of mentions) {
    const key = keyOfSense(mention.sense);
    if (key !== null) spread(mention, key);
  }
  const listed = [parts.exact, parts.wide].flatMap((phrases) =>
    findPhrases(phrases, tokens, 0, tokens.length),
  );
  for (const { value, from, to } of listed) {
    if (value.kind === "meaning") spread({ from, to }, `meaning ${value.line}`);
    else if (value.kind === "plain") for (let at = from; at < to; at += 1) plain.add(at);
    else marks[value.kind].push({ from, to });
  }
  const events = sentences.map((sentence) => findWords(parts.events, tokens, sentence));
  for (const { triggers } of events)
    for (const { sense, from, to } of triggers)
      if (sense.kind === "event" && !sense.remark) spread({ from, to }, eventKey(sense));
  const words = tokens.flatMap(({ kind, text }, at): SenseWord[] =>
    kind === "word"
      ? [
          {
            at,
            text,
            stems: parts.stems(text).map((stem) => `${language} ${stem}`),
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
    events,
  };
}

const NOTHING: SenseReading = {
  words: [],
  keys: new Set(),
  stems: new Set(),
  marks: { attribution: [], hedge: [], negative: [] },
  events: [],
};

/** The key of an event's type, and of its mode where it has one. */
export const eventKey = ({
  type,
  mode,
}: {
  readonly type: string;
  readonly mode: string | null;
}): SenseKey => (mode === null ? `event ${type}` : `event ${type}.${mode}`);

/** Cues that one phase, format or part of talks goes by; others say too many things. */
const TELLING =
  /^(?:phase|format|talks\.(?:negotiation|meeting|mediation|delegation|negotiator|disagreement|travel|joint-text))/;

/** What a mention stands for, or null where that is too broad to bear a word out. */
export function keyOfSense(sense: Sense): SenseKey | null {
  switch (sense.kind) {
    case "person":
      return `person ${sense.person.name}`;
    case "institution":
      return `institution ${sense.institution.name}`;
    case "actor":
    case "country":
      return `actor ${sense.code}`;
    case "city":
      return `city ${sense.city}`;
    case "topic":
      return sense.id === "diplomacy" || sense.id === "war-and-attack" ? null : `topic ${sense.id}`;
    case "milestone":
      return `milestone ${sense.id}`;
    case "other-talks":
      return null;
    case "cue":
      return TELLING.test(sense.cue) ? `cue ${sense.cue}` : null;
  }
}
