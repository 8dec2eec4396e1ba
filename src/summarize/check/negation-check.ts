import { cuesOf, hasCue } from "../../facts/mention.ts";
import { type Check, faultsIn } from "./check.ts";
import { sureNoes } from "./denials.ts";
import type { EvidenceReading, Passage } from "./reading.ts";
import { type PolarityReader, sidesOf } from "./polarity.ts";
import type { SenseReader, SenseReading } from "./sense-reading.ts";
import { borneBy, isSame, type Predicate, type PredicateReader } from "./predicates.ts";

/** A "not" that no claim has, or one that was dropped. */
export const createNegationCheck =
  (predicates: PredicateReader, senses: SenseReader, polarities: PolarityReader): Check =>
  (sentence, evidence) => {
    const borne = borneBy(predicates, evidence);
    const sides = sidesOf(polarities, evidence);
    const agreed = polarities(sentence).filter(({ line, side }) =>
      sides.some((one) => one.line === line && one.side === side),
    );
    // What is denied by its contrary there is judged by itself, and all that hangs on it.
    const isByContrary = predicates(sentence).some(
      (one) => isNo(one) && agreed.some(({ at }) => at === one.word.at),
    );
    const told = predicates(sentence);
    const noes = sureNoes(sentence, senses).size;
    const [borneNoes = 0] = evidence.passages.map((one) => sureNoes(one, senses).size);
    const added = isByContrary ? [] : addedNo(told, borne, evidence, noes > borneNoes);
    const dropped = droppedNo(
      told.filter(({ word: { at } }) => !agreed.some((one) => isNear(one.at, at))),
      told,
      borne,
    );
    // Where as much is denied, it is by another word as long as nothing is that was not.
    const isMoved =
      (noes > 0 || !evidence.passages.some(hasAbsence)) &&
      noes === borneNoes &&
      (added.length === 0 || dropped.length === 0);
    return faultsIn("negation", [
      ...(isMoved ? [] : [...added, ...dropped]),
      ...lostNo(sentence, evidence, senses),
      ...gainedNo(sentence, evidence, senses),
      ...onlyNo(sentence, evidence, senses),
      ...everyForNone(sentence, evidence, senses),
    ]);
  };

/** Nothing denies in a translation of what is denied: not by a word, and not by a contrary. */
function lostNo(
  sentence: Passage,
  { passages }: EvidenceReading,
  senses: SenseReader,
): readonly string[] {
  const isLost = (original: Passage): boolean =>
    sureNoes(original, senses).size > 0 &&
    looseNoes(sentence, senses) <= looseNoes(original, senses) &&
    !hasContrary(senses(sentence), senses(original));
  return sureNoes(sentence, senses).size === 0 && passages.some(isLost) ? [sentence.text] : [];
}

/** The reverse: something denies in a translation of what nothing denies. */
function gainedNo(
  sentence: Passage,
  { passages }: EvidenceReading,
  senses: SenseReader,
): readonly string[] {
  const isFree = (original: Passage): boolean =>
    sureNoes(original, senses).size === 0 &&
    senses(original).marks.lack.length === 0 &&
    !hasCue(original.mentions, "modality.absence") &&
    looseNoes(original, senses) <= looseNoes(sentence, senses) &&
    !hasContrary(senses(sentence), senses(original));
  return sureNoes(sentence, senses).size > 0 && passages.every(isFree) ? [sentence.text] : [];
}

const hasAbsence = ({ mentions }: Passage): boolean => hasCue(mentions, "modality.absence");

/** How many words deny without a "not". */
function looseNoes(passage: Passage, senses: SenseReader): number {
  const { negative, lack } = senses(passage).marks;
  const sure = sureNoes(passage, senses);
  const places = [...negative, ...lack, ...cuesOf(passage.mentions, "modality.absence")];
  return new Set(places.map(({ from }) => from).filter((from) => !sure.has(from))).size;
}

const hasContrary = (one: SenseReading, other: SenseReading): boolean =>
  one.contraries.some(({ line, side }) => {
    const theirs = other.contraries.filter((contrary) => contrary.line === line);
    return theirs.length > 0 && theirs.every((contrary) => contrary.side !== side);
  });

/** An English "not" for what has no word for no at all; "still" is such a word in Arabic. */
const onlyNo = (
  sentence: Passage,
  { passages }: EvidenceReading,
  senses: SenseReader,
): readonly string[] =>
  sentence.language !== "en" ||
  passages.some((one) => deniesAnything(one) || sureNoes(one, senses).size > 0)
    ? []
    : cuesOf(sentence.mentions, "modality.negation").map(({ span }) =>
        sentence.text.slice(...span),
      );

const deniesAnything = ({ mentions, language, read }: Passage): boolean =>
  hasCue(mentions, "modality.negation", "modality.absence", "modality.denial") ||
  (language === "fa" && read.tokens.some(({ text }) => PERSIAN_DENIED.test(text)));

/** Folded: a Persian word that may be a denied verb. */
const PERSIAN_DENIED = /^\u0646/;

/** "Everything else" for "nothing else". */
function everyForNone(
  sentence: Passage,
  { passages }: EvidenceReading,
  senses: SenseReader,
): readonly string[] {
  const borne = passages.map((passage) => senses(passage).marks);
  const isTurned =
    borne.some(({ none }) => none.length > 0) && borne.every(({ every }) => every.length === 0);
  if (!isTurned) return [];
  const { tokens } = sentence.read;
  return senses(sentence).marks.every.map(({ from, to }) =>
    sentence.text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0),
  );
}

/** In words, from a contrary to what hangs on it. */
const CONTRARY_REACH = 5;

const isNear = (contrary: number, at: number): boolean => Math.abs(at - contrary) <= CONTRARY_REACH;

const isNo = (predicate: Predicate): boolean =>
  predicate.modality === "negated" && !isExcepted(predicate);

/** Folded, "except" is also "not to"; its first letter tells them apart. */
const ARABIC_EXCEPT = /^(?:\u0625\u0644\u0627|\u0633\u0648\u0649)$/u;
const EXCEPT_REACH = 8;
/** In words, from what does not to the "not". */
const EXCEPT_BEFORE = 3;

/** "Did not appear but in one outlet": it did appear there. */
function isExcepted({ passage, sentence, word }: Predicate): boolean {
  if (passage.language !== "ar") return false;
  const { tokens, visible } = passage.read;
  return cuesOf(sentence.mentions, "modality.negation").some(
    ({ from, to }) =>
      from - EXCEPT_BEFORE <= word.at &&
      tokens
        .slice(to, Math.min(to + EXCEPT_REACH, sentence.to))
        .some(({ start, end }) => ARABIC_EXCEPT.test(visible.slice(start, end))),
  );
}

/** Of what is denied, something must be denied in the evidence too, and all where more is. */
// oxlint-disable-next-line eslint/max-params -- what is told, what is borne out, and by how much
function addedNo(
  told: readonly Predicate[],
  borne: readonly Predicate[],
  { passages }: EvidenceReading,
  isMore: boolean,
): readonly string[] {
  const denied = told.filter(isNo);
  if (denied.length === 0) return [];
  const shared = denied.filter((one) => borne.some((other) => isSame(one, other)));
  const isBorne =
    shared.length === 0
      ? passages.some(saysNo) || borne.some(({ nearNo }) => nearNo)
      : shared[isMore ? "every" : "some"]((one) =>
          borne.some((other) => isSame(one, other) && mayBeNo(other)),
        );
  return isBorne ? [] : wordsOf(shared.length === 0 ? denied : shared);
}

const mayBeNo = (predicate: Predicate): boolean => isNo(predicate) || predicate.nearNo;

const saysNo = ({ mentions }: Passage): boolean =>
  hasCue(mentions, "modality.negation", "modality.absence", "modality.denial");

/** What the evidence denies wherever it has it, and the sentence asserts. */
function droppedNo(
  asked: readonly Predicate[],
  told: readonly Predicate[],
  borne: readonly Predicate[],
): readonly string[] {
  return wordsOf(
    asked.filter((one) => {
      if (isNo(one)) return false;
      const mayBeBorne =
        one.nearNo || told.some((other) => other.sentence === one.sentence && isNo(other));
      const same = borne.filter((other) => isSame(one, other));
      return (
        same.length > 0 &&
        same.every(isNo) &&
        (!mayBeBorne || same.every(({ noes }) => noes > one.noes))
      );
    }),
  );
}

const wordsOf = (predicates: readonly Predicate[]): readonly string[] =>
  predicates.map(({ passage: { text, read }, word: { at } }) => {
    const token = read.tokens[at];
    return token === undefined ? "" : text.slice(token.start, token.end);
  });
