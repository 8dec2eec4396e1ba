import type { TokenRange } from "../../articles/token-range.ts";
import type { Modality } from "../../facts/fact.ts";
import { modalityAt } from "../../facts/modality.ts";
import { hasCue } from "../../facts/mention.ts";
import type { ReadSentence } from "../../facts/read-article.ts";
import type { Passage } from "./reading.ts";
import type { SenseReader, SenseWord } from "./sense-reading.ts";

/** A word that may be asserted or denied, as its sentence tells it. */
export type Predicate = {
  readonly word: SenseWord;
  readonly passage: Passage;
  readonly sentence: ReadSentence;
  readonly modality: Modality;
  /** A word such as "refuse" stands in the sentence, which denies without a negation. */
  readonly nearNo: boolean;
  /** The sentence hangs on a condition. */
  readonly conditional: boolean;
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
  return passage.read.sentences.flatMap((sentence, index) => {
    const nearNo = marks.negative.some((mark) => isInside(mark, sentence));
    const conditional = hasCue(sentence.mentions, "modality.condition");
    const verbs = (events[index]?.triggers ?? []).filter(
      ({ sense }) => sense.kind === "event" && sense.verb && !sense.remark,
    );
    return words
      .filter((word) => sentence.from <= word.at && word.at < sentence.to && isPredicate(word))
      .map((word) => ({
        word,
        passage,
        sentence,
        modality: modalityAt(passage.read, sentence, { from: word.at, to: word.at + 1 }),
        nearNo,
        conditional,
        verb: verbs.some(({ from, to }) => from <= word.at && word.at < to),
      }));
  });
}

const isInside = (inner: TokenRange, outer: TokenRange): boolean =>
  outer.from <= inner.from && inner.to <= outer.to;

const NAME = /^(?:person|institution|actor|city|milestone) /;

/** Names are neither so nor not so, and plain words go with what they stand by. */
const isPredicate = ({ keys, plain }: SenseWord): boolean =>
  [...keys].every((key) => !NAME.test(key)) && !(plain && keys.size === 0);

/** Whether two predicates say the same, in one language or two. */
export const isSame = (one: Predicate, other: Predicate): boolean =>
  [...one.word.keys].some((key) => other.word.keys.has(key)) ||
  one.word.stems.some((stem) => other.word.stems.includes(stem));
