import type { Dossier } from "../../config/dossier.ts";
import { sensesOfFact } from "./claim-senses.ts";
import type { ProofReader } from "./proof-words.ts";
import type { ClaimReading, Passage, SentenceReading } from "./reading.ts";
import type { SenseReader, SenseWord } from "./sense-reading.ts";
import { areAkin } from "./word-stems.ts";

/** Words of a sentence that one claim has too, less those that any sentence has. */
export type SharedWords = (sentence: SentenceReading, claim: ClaimReading) => readonly SenseWord[];

/** Makes what finds them. */
export function createSharedWords(
  senses: SenseReader,
  proof: ProofReader,
  dossier: Dossier,
): SharedWords {
  return (sentence, { claim, told, originals }) => {
    const passages = [told, ...originals];
    const readings = passages.map((passage) => ({ passage, reading: senses(passage) }));
    const keys = new Set([
      ...readings.flatMap(({ reading }) => [...reading.keys]),
      ...sensesOfFact(claim.fact, dossier),
    ]);
    const hasStem = (word: SenseWord): boolean =>
      readings.some(
        ({ passage, reading }) =>
          word.stems.some((stem) => reading.stems.has(stem)) ||
          (passage.language === sentence.language &&
            reading.words.some(({ text }) => areAkin(text, word.text))),
      );
    return specificIn(sentence, senses, proof).filter(
      (word) => [...word.keys].some((key) => keys.has(key)) || hasStem(word),
    );
  };
}

/** Words that say something of their own: no plain speech without a sense, no word that all talks have. */
function specificIn(
  sentence: Passage,
  senses: SenseReader,
  proof: ProofReader,
): readonly SenseWord[] {
  const { common } = proof(sentence);
  return senses(sentence).words.filter(
    (word) => !common.has(word.at) && !isActor(word) && !(word.plain && word.keys.size === 0),
  );
}

const isActor = ({ keys }: SenseWord): boolean =>
  keys.size > 0 && [...keys].every((key) => key.startsWith("actor "));

/** Whether a word names a person, a body or a city. */
export const isNamed = ({ keys }: SenseWord): boolean => [...keys].some((key) => NAME.test(key));

const NAME = /^(?:person|institution|city) /;
