import type { TokenRange } from "../../articles/token-range.ts";
import type { Modality } from "../../facts/fact.ts";
import { modalityAt } from "../../facts/modality.ts";
import { cuesOf, hasCue } from "../../facts/mention.ts";
import type { ReadSentence } from "../../facts/read-article.ts";
import type { EvidenceReading, Passage } from "./reading.ts";
import { pairsIn, withoutPairs } from "./no-pairs.ts";
import type { SenseReader, SenseReading, SenseWord } from "./sense-reading.ts";

/** A word that may be asserted or denied, as its sentence tells it. */
export type Predicate = {
  readonly word: SenseWord;
  readonly passage: Passage;
  readonly sentence: ReadSentence;
  readonly modality: Modality;
  /** A word such as "refuse" stands in the sentence, which denies without a negation. */
  readonly nearNo: boolean;
  /** How many words of its sentence deny something. */
  readonly noes: number;
  /** The sentence hangs on a condition, or tells what must be. */
  readonly conditional: boolean;
  /** Only tried. */
  readonly attempted: boolean;
  /** Told as done by the verb right behind it. */
  readonly done: boolean;
  /** A verb of the event lexicon. */
  readonly verb: boolean;
};

/** The words of a passage that may be asserted or denied; each passage is read once. */
export type PredicateReader = (passage: Passage) => readonly Predicate[];

/** Makes the reader of predicates. */
export function createPredicateReader(senses: SenseReader): PredicateReader {
  const known = new WeakMap<Passage, readonly Predicate[]>();
  return (passage) => {
    const predicates = known.get(passage) ?? readPredicates(passage, senses);
    known.set(passage, predicates);
    return predicates;
  };
}

function readPredicates(passage: Passage, senses: SenseReader): readonly Predicate[] {
  const { words, marks, events } = senses(passage);
  const pairs = pairsIn(passage.language, words);
  const nones = marks.none.filter(({ from }) => !pairs.has(from));
  return passage.read.sentences.flatMap((sentence, index) => {
    const whole = { passage, sentence, ...wholeOf(passage, sentence, marks) };
    const isBehind = (list: readonly TokenRange[], at: number, reach: number): boolean =>
      list.some(({ from, to }) => from >= sentence.from && to <= at && at - to < reach);
    const verbs = (events[index]?.triggers ?? []).filter(
      ({ sense }) => sense.kind === "event" && sense.verb && !sense.remark,
    );
    const clauses = cuesOf(sentence.mentions, "modality.clause");
    const modalityOf = ({ at }: SenseWord): Modality =>
      isBehind(nones, at, NONE_REACH) ||
      isBeforeNone(passage, marks.none, at) ||
      isNegatedBehind(passage, clauses, at)
        ? "negated"
        : modalityAt(
            passage.read,
            withoutEarlierNoes(passage, withoutPairs(sentence, pairs, at), at),
            {
              from: at,
              to: at + 1,
            },
          );
    return words
      .filter((word) => sentence.from <= word.at && word.at < sentence.to && isPredicate(word))
      .map((word) => ({
        ...whole,
        word,
        modality: modalityOf(word),
        nearNo: isNearNo(whole, marks, word),
        attempted: isBehind(marks.attempt, word.at, ATTEMPT_REACH),
        done: isDone(passage, marks, word),
        verb: verbs.some(({ from, to }) => from <= word.at && word.at < to),
      }));
  });
}

/** Behind it, a verb that tells of it as done. */
const isDone = ({ read }: Passage, { past }: Marks, { at }: SenseWord): boolean =>
  past.some(
    ({ from }) =>
      from > at && from - at <= DONE_REACH && !PERSIAN_WILL.test(read.tokens[from - 1]?.text ?? ""),
  );

/** "We expect nothing". */
const isBeforeNone = ({ language }: Passage, none: readonly TokenRange[], at: number): boolean =>
  language === "en" && none.some(({ from }) => from === at + 1);

/** A Persian verb ends its clause: denied, it denies nothing behind it, unless it is an auxiliary. */
const withoutEarlierNoes = (
  { language, read }: Passage,
  sentence: ReadSentence,
  at: number,
): ReadSentence =>
  language === "fa"
    ? {
        ...sentence,
        mentions: sentence.mentions.filter(
          ({ sense, from }) =>
            sense.kind !== "cue" ||
            sense.cue !== "modality.negation" ||
            (read.tokens[from - 1]?.text !== PERSIAN_OR &&
              (from > at || !PERSIAN_FINAL_NO.test(read.tokens[from]?.text ?? ""))),
        ),
      }
    : sentence;

/** Of "or not", which denies nothing. */
const PERSIAN_OR = "\u064a\u0627";

/** Folded: a denied verb of Persian, but for "cannot", "must not" and "will not", "never" and "no". */
const PERSIAN_FINAL_NO =
  /^\u0646(?!\u0647$|\u0628\u0627\u064a\u062f|\u062e\u0648\u0627\u0647|\u062a\u0648\u0627\u0646|\u0645\u064a\u200c?(?:\u062a\u0648\u0627\u0646|\u062e\u0648\u0627\u0647))/;

type Marks = SenseReading["marks"];

/** What is true of all predicates of a sentence. */
function wholeOf(
  passage: Passage,
  sentence: ReadSentence,
  marks: Marks,
): Pick<Predicate, "conditional" | "noes"> {
  const noes = [
    ...marks.negative.filter((mark) => isInside(mark, sentence)),
    ...cuesOf(sentence.mentions, "modality.negation", "modality.absence", "modality.denial"),
    ...persianNoes(passage, sentence),
  ];
  return {
    conditional:
      hasCue(sentence.mentions, "modality.condition", "modality.obligation") ||
      marks.condition.some((mark) => isInside(mark, sentence)),
    noes: new Set(noes.map(({ from }) => from)).size,
  };
}

const isNearNo = (
  { passage, sentence }: Pick<Predicate, "passage" | "sentence">,
  { negative }: Marks,
  { at }: SenseWord,
): boolean =>
  negative.some(
    (mark) =>
      isInside(mark, sentence) &&
      (at < mark.from || mark.to <= at) &&
      at >= mark.to - (passage.language === "fa" ? NO_REACH : 0) &&
      at - mark.to < NO_REACH,
  );

/** In words, from "refuse" to what is refused; Persian says it behind. */
const NO_REACH = 7;
/** In words, behind "tried to". */
const ATTEMPT_REACH = 5;
/** In words, up to the verb that a Persian noun goes with. */
const DONE_REACH = 2;
/** Folded: the auxiliary of the future in every person, behind which a past is none. */
export const PERSIAN_WILL =
  /^\u0646?\u062e\u0648\u0627\u0647(?:\u0645|\u064a|\u062f|\u064a\u0645|\u064a\u062f|\u0646\u062f)$/;

/** In words, behind "nothing". */
const NONE_REACH = 5;

/** Folded: a Persian verb of the present that is denied. */
const PERSIAN_NO = /^\u0646\u0645\u064a/;
const PERSIAN_REACH = 7;

/** Folded: the same of an auxiliary, which goes before the verb that it denies. */
const PERSIAN_CANNOT =
  /^\u0646\u0645\u064a\u200c?(?:\u062a\u0648\u0627\u0646|\u062e\u0648\u0627\u0647)/;
const CANNOT_REACH = 8;

/** Before a Persian verb that is denied, up to a mark or a "but", or behind "cannot". */
function isNegatedBehind({ language, read }: Passage, clauses: readonly TokenRange[], at: number) {
  if (language !== "fa") return false;
  const isCut = (index: number): boolean =>
    read.tokens[index]?.kind !== "word" || clauses.some(({ from }) => from === index);
  for (let behind = at + 1; behind <= at + PERSIAN_REACH && !isCut(behind); behind += 1)
    if (PERSIAN_NO.test(read.tokens[behind]?.text ?? "")) return true;
  for (let before = at - 1; before >= at - CANNOT_REACH && !isCut(before); before -= 1)
    if (PERSIAN_CANNOT.test(read.tokens[before]?.text ?? "")) return true;
  return false;
}

const persianNoes = ({ language, read }: Passage, { from, to }: TokenRange): TokenRange[] =>
  language === "fa"
    ? read.tokens
        .slice(from, to)
        .flatMap(({ text }, step) =>
          PERSIAN_NO.test(text) ? [{ from: from + step, to: from + step + 1 }] : [],
        )
    : [];

const isInside = (inner: TokenRange, outer: TokenRange): boolean =>
  outer.from <= inner.from && inner.to <= outer.to;

const NAME = /^(?:person|institution|actor|city|milestone) /;

/** Names are neither so nor not so, and plain words go with what they stand by. */
const isPredicate = ({ keys, plain }: SenseWord): boolean =>
  [...keys].every((key) => !NAME.test(key)) && !(plain && keys.size === 0);

/** Whether two predicates say the same, in one language or two. */
export const isSame = (one: Predicate, other: Predicate): boolean =>
  [...one.word.keys].some(
    (key) => other.word.keys.has(key) && !(key.startsWith("event ") && bothMean(one, other)),
  ) || one.word.stems.some((stem) => other.word.stems.includes(stem));

/** An event's type says less than the meaning of its words. */
const bothMean = (one: Predicate, other: Predicate): boolean =>
  hasMeaning(one.word) && hasMeaning(other.word);

/** Whether a word stands in the list of meanings. */
export const hasMeaning = ({ keys }: SenseWord): boolean =>
  [...keys].some((key) => key.startsWith("meaning "));

/** The predicates of what claims rest on: a speaker's own words, or the digest's where there are none. */
export const borneBy = (
  predicates: PredicateReader,
  { claims }: EvidenceReading,
): readonly Predicate[] =>
  claims.flatMap(({ claim, told, originals }) =>
    (claim.fact.kind === "statement" ? originals : [told]).flatMap(predicates),
  );
