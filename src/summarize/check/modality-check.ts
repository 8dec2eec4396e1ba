import type { TokenRange } from "../../articles/token-range.ts";
import type { Extractor } from "../../facts/extract.ts";
import type { Meeting, MeetingStatus, Modality } from "../../facts/fact.ts";
import { cuesOf, hasCue } from "../../facts/mention.ts";
import type { ClaimFact } from "../claim.ts";
import { type Check, faultsIn } from "./check.ts";
import { borneBy, isSame, type Predicate, type PredicateReader } from "./predicates.ts";
import type { EvidenceReading, Passage, SentenceReading } from "./reading.ts";
import { futureStem } from "./word-stems.ts";
import type { SenseReader, SenseReading } from "./sense-reading.ts";

/** What may be or will be, told as what is; a condition left out; a round to come, told as held. */
export const createModalityCheck =
  (predicates: PredicateReader, senses: SenseReader, extractor: Extractor): Check =>
  (sentence, evidence) => {
    const borne = borneBy(predicates, evidence);
    const told = predicates(sentence);
    const said = evidence.claims
      .filter(({ claim }) => claim.fact.kind === "statement")
      .flatMap((claim) => claim.originals.flatMap(predicates));
    return faultsIn("modality", [
      ...(hangsOn(senses(sentence)) ? [] : tooSure(told, borne)),
      ...tooSoon(told, borne),
      ...onlyTried(told, borne),
      ...toldAsDone(sentence, evidence, senses),
      ...(hangsOn(senses(sentence)) ? [] : unconditional(told, said)),
      ...metTooSoon(sentence, evidence, extractor),
      ...doneTooSoon(sentence, told, evidence),
      ...toldAsPlan(told, evidence),
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
    .filter(
      ({ verb, modality, word }) =>
        verb && modality === "asserted" && futureStem(word.text) === undefined,
    )
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
      const same = borne.filter((other) => isSame(one, other));
      return same.length > 0 && same.every((other) => isFutureOf(other, one));
    })
    .map(written);

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
  const facts = claims.map(({ claim }) => claim.fact);
  const isAhead = facts.every(isAboutAhead) && facts.some(({ kind }) => kind === "next-round");
  const isSaidAhead =
    facts.every(({ kind }) => kind === "statement") &&
    claims.every(({ originals }) => originals.every((one) => isOfFuture(one, senses)));
  if (!isAhead && !isSaidAhead) return [];
  if (hasCue(sentence.mentions, "modality.condition", "modality.hypothetical", "modality.negation"))
    return [];
  const { text, read } = sentence;
  const { marks } = senses(sentence);
  return marks.past
    .filter((verb) => !isPersianPlan(sentence, verb, marks.attribution))
    .filter((verb) => !isEnglishFirst(sentence, verb, facts))
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

/** Folded: the auxiliary of the future in every person. */
const PERSIAN_WILL =
  /^\u062e\u0648\u0627\u0647(?:\u0645|\u064a|\u062f|\u064a\u0645|\u064a\u062f|\u0646\u062f)$/;

/** "It would be the first time that they have met since the war": a milestone of what is to come. */
const isEnglishFirst = (
  { language, read, mentions }: SentenceReading,
  { from }: TokenRange,
  facts: readonly ClaimFact[],
): boolean =>
  language === "en" &&
  facts.some(({ kind }) => kind === "milestone") &&
  read.tokens.slice(Math.max(0, from - 1), from + 1).some(({ text }) => PERFECT.test(text)) &&
  cuesOf(mentions, "modality.future").some(({ to }) => to <= from);

const PERFECT = /^(?:have|has)$/;
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

function isPast({ word, passage, done, verb }: Predicate, source: Predicate): boolean {
  switch (passage.language) {
    case "en":
      return word.text !== source.word.text && ENGLISH_PAST.test(word.text);
    case "fa":
      return done;
    case "ar":
      return source.passage.language === "ar" || verb;
  }
}

/** So many words shared with a condition's sentence and with no other make it the one told. */
const SHARED_WITH_CONDITION = 2;

function unconditional(told: readonly Predicate[], borne: readonly Predicate[]): readonly string[] {
  const only = told.filter((one) => {
    const same = borne.filter((other) => isSame(one, other));
    return same.length > 0 && same.every(({ conditional }) => conditional);
  });
  return only.length >= SHARED_WITH_CONDITION ? only.map(written) : [];
}

/** A meeting told as held or under way that the claims only plan. */
function metTooSoon(
  sentence: SentenceReading,
  { claims }: EvidenceReading,
  extractor: Extractor,
): readonly string[] {
  const facts = claims.map(({ claim }) => claim.fact);
  if (!facts.every(isAboutAhead)) return [];
  const { meetings } = extractor.extractFrom(sentence.read);
  return meetings.filter(hasBegun).map(({ evidence }) => sentence.text.slice(...evidence));
}

const BEGUN: ReadonlySet<MeetingStatus> = new Set(["held", "underway"]);

const hasBegun = ({ status, background }: Meeting): boolean => BEGUN.has(status) && !background;

const PHASES_AHEAD: ReadonlySet<string | null> = new Set([
  "rumoured",
  "proposed",
  "agreed-in-principle",
  "scheduled",
  "in-doubt",
  "postponed",
  "cancelled",
]);

/** Claims of a round to come, and of who is to come to it. */
function isAboutAhead(fact: ClaimFact): boolean {
  switch (fact.kind) {
    case "next-round":
      return !BEGUN.has(fact.round.status);
    case "phase":
      return PHASES_AHEAD.has(fact.phase);
    case "unreported-round":
      return true;
    case "delegation":
    case "milestone":
      return true;
    case "last-round":
    case "statement":
    case "event":
    case "dispute":
    case "change":
      return false;
  }
}

/** An event that is only planned, feared or denied, told as done. */
function doneTooSoon(
  { mentions }: SentenceReading,
  told: readonly Predicate[],
  { claims }: EvidenceReading,
): readonly string[] {
  const planned = claims.flatMap(({ claim: { fact } }) =>
    fact.kind === "event" &&
    fact.event.modality !== "asserted" &&
    fact.event.modality !== "historical"
      ? [fact.event]
      : [],
  );
  if (planned.length === 0) return [];
  if (
    hasCue(
      mentions,
      "modality.condition",
      "modality.hypothetical",
      "modality.future",
      "modality.obligation",
      "modality.hedge",
      "modality.negation",
      "modality.denial",
    )
  )
    return [];
  return told
    .filter(({ modality, word }) =>
      planned.some(({ type }) => modality === "asserted" && hasType(word.keys, type)),
    )
    .map(written);
}

/** A deed done, told as one to come. */
function toldAsPlan(told: readonly Predicate[], { claims }: EvidenceReading): readonly string[] {
  const facts = claims.map(({ claim }) => claim.fact);
  const isDone = facts.every(
    (fact) =>
      (fact.kind === "event" && fact.event.modality === "asserted") ||
      (fact.kind === "change" && fact.change.kind === "event"),
  );
  if (!isDone) return [];
  return told
    .filter(
      ({ modality, verb, word, passage }) =>
        (verb || [...word.keys].some((key) => key.startsWith("event "))) &&
        (modality === "future" ||
          futureStem(word.text) !== undefined ||
          isWished(passage, word.at)),
    )
    .map(written);
}

/** "Want to attack": a Persian verb of wishing goes before what is wished. */
const isWished = ({ language, read }: Passage, at: number): boolean =>
  language === "fa" &&
  read.tokens.slice(Math.max(0, at - WISH_REACH), at).some(({ text }) => PERSIAN_WISH.test(text));

/** In words. */
const WISH_REACH = 5;

/** Folded. */
const PERSIAN_WISH = /^\u0645\u064a\u200c?\u062e\u0648\u0627\u0647/;

const hasType = (keys: ReadonlySet<string>, type: string): boolean =>
  [...keys].some((key) => key === `event ${type}` || key.startsWith(`event ${type}.`));
