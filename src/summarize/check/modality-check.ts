import type { TokenRange } from "../../articles/token-range.ts";
import type { Modality } from "../../facts/fact.ts";
import { cuesOf, hasCue } from "../../facts/mention.ts";
import { type Check, faultsIn } from "./check.ts";
import {
  borneBy,
  isSame,
  PERSIAN_WILL,
  type Predicate,
  type PredicateReader,
} from "./predicates.ts";
import type { EvidenceReading, Passage, SentenceReading } from "./reading.ts";
import { futureStem } from "./word-stems.ts";
import type { SenseReader, SenseReading } from "./sense-reading.ts";

/** What may be or will be, told as what is; a condition left out; a round to come, told as held. */
export const createModalityCheck =
  (predicates: PredicateReader, senses: SenseReader): Check =>
  (sentence, evidence) => {
    const borne = borneBy(predicates, evidence);
    const told = predicates(sentence);
    return faultsIn("modality", [
      ...(hangsOn(senses(sentence)) ? [] : tooSure(told, borne)),
      ...tooSoon(told, borne),
      ...onlyTried(told, borne),
      ...toldAsDone(sentence, evidence, senses),
    ]);
  };

/** The sentence tells what is wanted, or on which condition. */
const hangsOn = ({ marks }: SenseReading): boolean =>
  marks.demanded.length > 0 || marks.condition.length > 0;

const STRENGTH: Readonly<Record<Modality, number>> = {
  hypothetical: 0,
  future: 1,
  negated: 2,
  historical: 2,
  asserted: 2,
};

const written = ({ passage: { text, read }, word: { at } }: Predicate): string => {
  const token = read.tokens[at];
  return token === undefined ? "" : text.slice(token.start, token.end);
};

/** Verbs that every source tells less surely. */
const tooSure = (told: readonly Predicate[], borne: readonly Predicate[]): readonly string[] =>
  told
    .filter(({ verb, modality, passage }) => verb && modality === "asserted" && !hasFuture(passage))
    .filter((one) => {
      const same = borne.filter((other) => other.verb && isSame(one, other));
      return same.length > 0 && same.every(({ modality }) => STRENGTH[modality] < 2);
    })
    .map(written);

/** A verb in the past of one that its source has in the future. */
const tooSoon = (told: readonly Predicate[], borne: readonly Predicate[]): readonly string[] =>
  told
    .filter(({ modality, word }) => modality === "asserted" && futureStem(word.text) === undefined)
    .filter((one) => {
      const all = borne.filter((other) => isSame(one, other));
      const meant = all.filter((other) => shareMeaning(one, other));
      const same = meant.length > 0 ? meant : all;
      return same.length > 0 && same.every((other) => isFutureOf(other, one));
    })
    .map(written);

/** Cues and types say less than the meaning of words. */
const shareMeaning = (one: Predicate, other: Predicate): boolean =>
  [...one.word.keys].some((key) => key.startsWith("meaning ") && other.word.keys.has(key));

/** Told as done where every source only has it tried. */
const onlyTried = (told: readonly Predicate[], borne: readonly Predicate[]): readonly string[] =>
  told
    .filter(({ attempted, modality, word }) => !attempted && modality === "asserted" && !word.plain)
    .filter((one) => {
      const same = borne.filter((other) => isSame(one, other));
      return (
        same.length > 0 &&
        same.every(({ attempted }) => attempted) &&
        !told.some(({ attempted }) => attempted) &&
        same.some(({ word }) => word.text !== one.word.text)
      );
    })
    .map(written);

const isOfFuture = (passage: Passage, senses: SenseReader): boolean =>
  senses(passage).marks.past.length === 0 && hasCue(passage.mentions, "modality.future");

/** Verbs that tell of a meeting as held, where the claims are of one to come. */
function toldAsDone(
  sentence: SentenceReading,
  { claims }: EvidenceReading,
  senses: SenseReader,
): readonly string[] {
  if (!claims.every(({ originals }) => originals.every((one) => isOfFuture(one, senses))))
    return [];
  if (hasCue(sentence.mentions, "modality.condition", "modality.hypothetical", "modality.negation"))
    return [];
  const { text, read } = sentence;
  const { marks } = senses(sentence);
  return marks.past
    .filter((verb) => !isPersianPlan(sentence, verb, marks.attribution))
    .map(({ from, to }) =>
      text.slice(read.tokens[from]?.start ?? 0, read.tokens[to - 1]?.end ?? 0),
    );
}

/**
 * Persian verbs are two words: the past of the second tells of something as done, unless the word before
 * it makes it a future ("will be begun"), or the first is one of saying ("announced") or of planning
 * ("has been scheduled").
 */
const isPersianPlan = (
  { language, read, mentions }: SentenceReading,
  verb: TokenRange,
  attribution: readonly TokenRange[],
): boolean =>
  language === "fa" &&
  (PERSIAN_WILL.test(read.tokens[verb.from - 1]?.text ?? "") ||
    attribution.some(({ to }) => to === verb.from) ||
    cuesOf(mentions, "phase.scheduled").some(({ from, to }) => from < verb.from && verb.to <= to));

const ENGLISH_PAST = /ed$/;

const isFutureOf = (source: Predicate, one: Predicate): boolean =>
  isToCome(source, one) && isPast(one, source);

function isToCome({ word, modality, passage }: Predicate, one: Predicate): boolean {
  if (one.passage.language === "fa" && one.done && modality === "hypothetical") return true;
  if (passage.language !== "ar") return modality === "future";
  const stem = futureStem(word.text);
  if (stem === undefined) return modality === "future" && one.passage.language !== "ar";
  return one.passage.language !== "ar" || one.word.stems.includes(`ar ${stem}`);
}

/** One verb of the future makes a clause one of what is to come. */
const hasFuture = ({ read }: Passage): boolean =>
  read.tokens.some(({ text }) => futureStem(text) !== undefined);

function isPast({ word, passage, done, verb }: Predicate, source: Predicate): boolean {
  switch (passage.language) {
    case "en":
      return word.text !== source.word.text && ENGLISH_PAST.test(word.text);
    case "fa":
      return done;
    case "ar":
      return source.passage.language === "ar" || (verb && !hasFuture(passage));
  }
}
