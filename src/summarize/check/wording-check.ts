import { type Check, faultsIn } from "./check.ts";
import { hasMeaning } from "./predicates.ts";
import { type PolarityReader, sidesOf } from "./polarity.ts";
import type { EvidenceReading, Passage } from "./reading.ts";
import type { SenseKey } from "./sense-key.ts";
import type { SenseReader, SenseWord } from "./sense-reading.ts";
import { strangersIn } from "./strangers.ts";
import { areAkin } from "./word-stems.ts";

/**
 * Words that the evidence has in no language: not by their stem, not by what they stand for, and no plain
 * speech either. It is what stands between a model that invents and its reader.
 */
export const createWordingCheck =
  (senses: SenseReader, polarities: PolarityReader): Check =>
  (sentence, evidence) => {
    const borne = borneOut(senses, evidence);
    const sides = sidesOf(polarities, evidence);
    const agreed = new Set(
      polarities(sentence)
        .filter(({ line, side }) => sides.some((one) => one.line === line && one.side === side))
        .map(({ at }) => at),
    );
    const [original] = evidence.claims.flatMap(({ originals }) => originals);
    const strangers =
      original === undefined ? null : strangersIn(senses, original, sentence).translation;
    const words = senses(sentence).words.filter(
      (word) =>
        !word.plain &&
        strangers?.has(word.at) !== true &&
        !isName(word) &&
        !isOfDate(sentence, word) &&
        !agreed.has(word.at) &&
        !borne(sentence, word),
    );
    return faultsIn("wording", [
      ...words.map(({ at }) => writtenAt(sentence, at)),
      ...allForSome(senses, sentence, evidence),
    ]);
  };

/** "Everything", where no claim says so. */
function allForSome(
  senses: SenseReader,
  sentence: Passage,
  { passages }: EvidenceReading,
): readonly string[] {
  if (passages.some((passage) => senses(passage).marks.every.length > 0)) return [];
  return senses(sentence).marks.every.map(({ from }) => writtenAt(sentence, from));
}

/** Days are judged by themselves. */
const isOfDate = ({ dates }: Passage, { at }: SenseWord): boolean =>
  dates.some(({ from, to }) => from <= at && at < to);

/** Names are judged by themselves, too. */
const isName = ({ keys }: SenseWord): boolean => [...keys].some((key) => NAME.test(key));

const NAME = /^(?:person|institution|actor|city) /;

/** Types and topics take in words that say different things: a meaning is narrower. */
const isBroad = (key: SenseKey): boolean => /^(?:event|topic) /.test(key);

const writtenAt = ({ text, read }: Passage, at: number): string => {
  const token = read.tokens[at];
  return token === undefined ? "" : text.slice(token.start, token.end);
};

function borneOut(
  senses: SenseReader,
  { passages }: EvidenceReading,
): (sentence: Passage, word: SenseWord) => boolean {
  const readings = passages.map((passage) => ({ passage, reading: senses(passage) }));
  const keys = new Set<SenseKey>(readings.flatMap(({ reading }) => [...reading.keys]));
  const stems = new Set(readings.flatMap(({ reading }) => [...reading.stems]));
  return (sentence, word) =>
    [...word.keys].some((key) => keys.has(key) && !(isBroad(key) && hasMeaning(word))) ||
    word.stems.some((stem) => stems.has(stem)) ||
    readings.some(
      ({ passage, reading }) =>
        passage.language === sentence.language &&
        reading.words.some(({ text }) => areAkin(text, word.text)),
    );
}
