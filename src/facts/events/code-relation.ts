import {
  compilePhrases,
  findPhrases,
  type PhraseLanguage,
  type Phrases,
} from "../../articles/phrases.ts";
import { type Token, tokenize } from "../../articles/tokens.ts";
import type { Lexicons } from "../../config/load-lexicon.ts";
import { LANGUAGES, type Language } from "../../lib/language.ts";
import type { Span } from "../../lib/span.ts";
import { isCueName } from "../cues.ts";
import type { Modality } from "../fact.ts";
import type { Mention, Sense } from "../mention.ts";
import { modalityAt } from "../modality.ts";
import { intensityOf, type PloverMode, type PloverType } from "../plover.ts";
import { phraseLanguageOf } from "../vocabulary.ts";
import type { End } from "./direction.ts";
import type { EventLexicons } from "./event-lexicon.ts";
import { governing } from "./govern.ts";
import { compileEvents, type EventPhrases, findWords } from "./triggers.ts";
import { type EventSentence, type Use, usesOf } from "./uses.ts";

/** A sentence with two marked actors; spans are `[start, end)` UTF-16 offsets into the text. */
export type Relation = {
  readonly lang: Language;
  readonly text: string;
  readonly source: Span;
  readonly target: Span;
};

/** What the sentence asserts from source to target; all null but the modality where it asserts nothing. */
export type CodedRelation = {
  readonly type: PloverType | null;
  readonly mode: PloverMode | null;
  readonly intensity: number | null;
  readonly modality: Modality | null;
};

/** Codes relations between any two actors. */
export type RelationCoder = (relation: Relation) => CodedRelation;

type Compiled = {
  readonly language: PhraseLanguage;
  readonly events: EventPhrases;
  readonly cues: Phrases<Sense>;
};

const NOTHING: CodedRelation = { type: null, mode: null, intensity: null, modality: null };

/** Compiles the lexicons into a coder of PLOVER 0.8 relations. */
export function createRelationCoder(lexicons: Lexicons, events: EventLexicons): RelationCoder {
  const compiled = new Map<Language, Compiled>(
    LANGUAGES.map((lang) => [lang, compile(lexicons, events, lang)]),
  );
  return (relation) => {
    const { lang, text, source, target } = aroundActors(relation);
    const parts = compiled.get(lang);
    if (parts === undefined || text.length > LONGEST_TEXT) return NOTHING;
    const tokens = tokenize(text, parts.language.joins);
    const pair = { source: endOf(tokens, source), target: endOf(tokens, target) };
    const range = { from: 0, to: tokens.length };
    const words = findWords(parts.events, tokens, range);
    const sentence: EventSentence = { language: lang, tokens, range, words };
    const use = governing(sentence, usesOf(sentence), pair);
    return use === undefined ? NOTHING : resultOf(parts, sentence, use);
  };
}

/** Characters beyond the two actors that are read: no sentence is longer. */
const AROUND = 1_000;
const LONGEST_TEXT = 4_000;

function aroundActors({ lang, text, source, target }: Relation): Relation {
  const start = Math.max(0, Math.min(source[0], target[0]) - AROUND);
  const end = Math.max(source[1], target[1]) + AROUND;
  const moved = ([from, to]: Span): Span => [from - start, to - start];
  return { lang, text: text.slice(start, end), source: moved(source), target: moved(target) };
}

function compile(lexicons: Lexicons, events: EventLexicons, lang: Language): Compiled {
  const language = phraseLanguageOf(lexicons[lang]);
  const cues = Object.entries(lexicons[lang].cues).flatMap(([cue, patterns]) =>
    isCueName(cue) && cue.startsWith("modality.")
      ? patterns.map((pattern): [string, Sense] => [pattern, { kind: "cue", cue }])
      : [],
  );
  return {
    language,
    events: compileEvents(events[lang], language),
    cues: compilePhrases(cues, language),
  };
}

function endOf(tokens: readonly Token[], [start, end]: Span): End {
  const from = tokens.findIndex((token) => token.end > start);
  const first = tokens[from];
  if (first === undefined) return { from: tokens.length, to: tokens.length, prefix: "" };
  const to = tokens.findLastIndex((token) => token.start < end) + 1;
  const prefix = first.start < start ? first.text.charAt(0) : "";
  return { from, to: Math.max(to, from), prefix };
}

function resultOf(parts: Compiled, sentence: EventSentence, use: Use): CodedRelation {
  const { tokens, range, language } = sentence;
  const mentions = findPhrases(parts.cues, tokens, range.from, range.to).map(
    ({ value, from, to }): Mention => ({
      sense: value,
      from,
      to,
      span: [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0],
    }),
  );
  const { type, mode } = use.coded;
  const modality = modalityAt(
    { tokens, article: { lang: language } },
    { ...range, mentions },
    { from: use.at, to: Math.max(use.to, use.at + 1) },
  );
  return { type, mode, intensity: intensityOf(type, mode), modality };
}
