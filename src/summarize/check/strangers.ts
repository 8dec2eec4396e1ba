import type { Passage } from "./reading.ts";
import { isName } from "./sense-key.ts";
import type { SenseReader, SenseWord } from "./sense-reading.ts";
import { soundAlike } from "./sound-alike.ts";

/** Words that no list knows, in a translation and in its original: those that stand for one another. */
export type Strangers = {
  readonly translation: ReadonlySet<number>;
  readonly original: ReadonlySet<number>;
};

/** In words that carry something, of which one may be a stranger. */
const WORDS_FOR_EACH = 5;

/**
 * What nothing is known of is taken as said where both texts have as many such words, and few: names that
 * sound alike, and rare words. A word that is known never stands for one that is not.
 */
export function strangersIn(
  senses: SenseReader,
  original: Passage,
  translation: Passage,
): Strangers {
  const [ours, theirs] = [unknownIn(senses, translation), unknownIn(senses, original)];
  const named = ours.flatMap((word) => {
    const other = theirs.find(({ text }) => soundAlike(text, word.text));
    return other === undefined ? [] : [{ word, other }];
  });
  const rare = ours.filter((word) => !named.some((one) => one.word === word));
  const rareThere = theirs.filter((word) => !named.some((one) => one.other === word));
  const most = Math.max(1, Math.floor(contentOf(senses, original) / WORDS_FOR_EACH));
  const isPaired =
    original.language !== translation.language &&
    rare.length === rareThere.length &&
    rare.length <= most;
  return {
    translation: placesOf([...named.map(({ word }) => word), ...(isPaired ? rare : [])]),
    original: placesOf([...named.map(({ other }) => other), ...(isPaired ? rareThere : [])]),
  };
}

const placesOf = (words: readonly SenseWord[]): ReadonlySet<number> =>
  new Set(words.map(({ at }) => at));

const unknownIn = (senses: SenseReader, passage: Passage): readonly SenseWord[] => {
  const { words, contraries } = senses(passage);
  return words.filter(
    ({ at, plain, keys }) =>
      !plain &&
      keys.size === 0 &&
      !contraries.some(({ from, to }) => from <= at && at < to) &&
      !passage.dates.some(({ from, to }) => from <= at && at < to),
  );
};

const contentOf = (senses: SenseReader, passage: Passage): number =>
  senses(passage).words.filter(({ plain, keys }) => !plain && ![...keys].some(isName)).length;
