import { type Mention, namesOf } from "../../facts/mention.ts";
import { actorOf } from "../../facts/relevance/talks-view.ts";
import { type Check, faultsIn } from "./check.ts";
import type { FrameWords } from "./frame-words.ts";
import type { EvidenceReading, Passage, SentenceReading } from "./reading.ts";
import type { SenseReader } from "./sense-reading.ts";

/**
 * Reported words are told in the order of the speaker's own: who neared whom, and what belongs to what. And
 * nobody's words are told of one whom the sentence does not name.
 */
export const createProvenOrder =
  (senses: SenseReader, words: FrameWords): Check =>
  (sentence, evidence) => [
    ...faultsIn("role", borrowed(sentence, evidence)),
    ...faultsIn("role", disordered(sentence, evidence, { senses, words })),
  ];

type Tools = { readonly senses: SenseReader; readonly words: FrameWords };
type Word = { readonly at: number; readonly text: string; readonly stems: readonly string[] };

/** In letters; shorter words link the others. */
const SHORTEST = 4;

/** Words that are no names of actors. */
function wordsOf(passage: Passage, senses: SenseReader): readonly Word[] {
  const actors = namesOf(passage.mentions).filter((name) => actorOf(name) !== null);
  const isName = (at: number): boolean => actors.some(({ from, to }) => from <= at && at < to);
  return senses(passage).words.filter(({ at, text }) => text.length >= SHORTEST && !isName(at));
}

const isSame = (one: Word, other: Word): boolean =>
  one.stems.some((stem) => other.stems.includes(stem));

/** Who spoke, where a claim's words are told beside others' without a name for it. */
function borrowed(
  { mentions, text }: SentenceReading,
  { claims }: EvidenceReading,
): readonly string[] {
  if (claims.length < 2) return [];
  return claims.flatMap(({ claim: { fact } }) => {
    if (fact.kind !== "statement") return [];
    const { party, statement } = fact;
    const { speaker } = statement;
    if (speaker === null && party === null) return [];
    if (speaker !== null && text.includes(speaker)) return [];
    return mentions.some((mention) => isSpeaker(mention, speaker, party))
      ? []
      : [speaker ?? party ?? ""];
  });
}

function isSpeaker({ sense }: Mention, speaker: string | null, party: string | null): boolean {
  switch (sense.kind) {
    case "person":
      return sense.person.name === speaker;
    case "institution":
      return sense.institution.name === speaker;
    case "actor":
    case "country":
      return sense.code === party;
    case "city":
    case "topic":
    case "other-talks":
    case "milestone":
    case "cue":
      return false;
  }
}

function disordered(
  sentence: SentenceReading,
  { claims }: EvidenceReading,
  tools: Tools,
): readonly string[] {
  const { senses } = tools;
  const originals = claims
    .filter(({ claim }) => claim.fact.kind === "statement")
    .flatMap((claim) => claim.originals)
    .filter(({ language }) => language === sentence.language);
  if (originals.length === 0) return [];
  const others = claims
    .filter(({ claim }) => claim.fact.kind !== "statement")
    .flatMap(({ told }) => wordsOf(told, senses));
  const words = wordsOf(sentence, senses).filter(
    (word) => !others.some((other) => isSame(word, other)),
  );
  const orders = originals.map((original) => faultyIn({ sentence, words }, original, tools));
  return orders.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

/** A sentence with the words of it that only a speaker may have said. */
type Told = { readonly sentence: Passage; readonly words: readonly Word[] };
type Placed = Word & { readonly places: readonly number[] };

/** The words of a piece of the sentence that stand in another order than in the original. */
function faultyIn(
  { sentence, words }: Told,
  original: Passage,
  { senses, words: frameWords }: Tools,
): readonly string[] {
  const { and, be } = frameWords[sentence.language];
  const source = wordsOf(original, senses);
  const pieceAt = piecesIn(original, and);
  const pieceOf = piecesIn(sentence, and);
  const placed = words.flatMap((word): Placed[] => {
    const places = source.flatMap((one, place) => (isSame(word, one) ? [place] : []));
    return places.length === 0 ? [] : [{ ...word, places }];
  });
  const startsPiece = (place: number): boolean =>
    place === 0 || pieceAt(source[place]?.at ?? 0) !== pieceAt(source[place - 1]?.at ?? 0);
  const faulty: string[] = [];
  let last = -1;
  let piece = -1;
  let isFirst = true;
  for (const { at, text, places } of placed) {
    const isNew = pieceOf(at) !== piece;
    piece = pieceOf(at);
    const place = isNew ? places[0] : places.find((one) => one > last);
    const isTurned =
      isPassive(sentence, at, be) &&
      !places.some((one) => isPassive(original, source[one]?.at ?? 0, be));
    if (!isNew && (place === undefined || isTurned)) {
      const isBefore = places.includes(last - 1);
      if (!isBefore || !(isTurned || sentence.language === "ar")) faulty.push(text);
      continue;
    }
    if (place === undefined) continue;
    const jumps = !isNew && pieceAt(source[place]?.at ?? 0) !== pieceAt(source[last]?.at ?? 0);
    if (jumps && !(startsPiece(place) && (!isFirst || startsPiece(last)))) faulty.push(text);
    isFirst = isNew;
    last = place;
  }
  return faulty;
}

/** "Was neared": whoever it is done to stands first. */
const isPassive = ({ language, read }: Passage, at: number, be: readonly string[]): boolean =>
  language === "en" &&
  read.tokens[at]?.text.endsWith("ed") === true &&
  be.includes(read.tokens[at - 1]?.text ?? "");

/** Which piece between commas and conjunctions a token stands in. */
function piecesIn({ read }: Passage, and: readonly string[]): (at: number) => number {
  const cuts = read.tokens.flatMap(({ text, kind }, at) =>
    (kind === "mark" && BORDERS.includes(text)) || and.includes(text) ? [at] : [],
  );
  return (at) => cuts.filter((cut) => cut <= at).length;
}

const BORDERS = ',;:\u060c\u061b\u201c\u201d\u00ab\u00bb"';
