import type { ReadSentence } from "../../facts/read-article.ts";
import type { Mention } from "../../facts/mention.ts";
import type { Language } from "../../lib/language.ts";
import type { SenseKey } from "./sense-key.ts";
import type { SenseWord } from "./sense-reading.ts";

/**
 * The tokens from which two Arabic words mean something together and no more words with them, as "not
 * direct" means "indirect"; in other languages none.
 */
export function pairsIn(language: Language, words: readonly SenseWord[]): ReadonlySet<number> {
  if (language !== "ar") return NONE;
  const keysAt = new Map(words.map(({ at, keys }) => [at, [...keys].filter(isMeaning)]));
  const isPair = ({ at }: SenseWord): boolean => {
    const [next = [], third = []] = [keysAt.get(at + 1), keysAt.get(at + 2)];
    return (keysAt.get(at) ?? []).some((key) => next.includes(key) && !third.includes(key));
  };
  return new Set(words.filter(isPair).map(({ at }) => at));
}

const NONE: ReadonlySet<number> = new Set();

const isMeaning = (key: SenseKey): boolean => key.startsWith("meaning ");

/**
 * A sentence for the word at a place, less each "no" that is half of a pair: with a noun or an adjective it
 * denies nothing, with a verb it denies what follows and not the pair.
 */
export function withoutPairs(
  sentence: ReadSentence,
  pairs: ReadonlySet<number>,
  at: number,
): ReadSentence {
  if (pairs.size === 0) return sentence;
  const isHalf = ({ sense, from }: Mention): boolean =>
    sense.kind === "cue" &&
    pairs.has(from) &&
    (sense.cue === "modality.absence" || (sense.cue === "modality.negation" && at === from + 1));
  return { ...sentence, mentions: sentence.mentions.filter((mention) => !isHalf(mention)) };
}
