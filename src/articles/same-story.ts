import type { Language } from "../lib/language.ts";
import type { ArticleId } from "./article.ts";
import {
  containmentOf,
  type Fingerprint,
  jaccard,
  jaccardOf,
  type Numbers,
  sharedBy,
} from "./fingerprint.ts";

/** The words of a headline, and whether it says that something is not so. */
export type Headline = { readonly words: Numbers; readonly denies: boolean };

/** What two articles are compared by. */
export type StoryFeatures = {
  readonly id: ArticleId;
  readonly lang: Language;
  /** Publication, in ms since the epoch. */
  readonly published: number;
  readonly fingerprint: Fingerprint;
  readonly headline: Headline;
  /**
   * What the article asserts, by subject: which way the talks go, the date and place of the round. Two
   * articles that give one subject different values contradict each other.
   */
  readonly claims: ReadonlyMap<string, string>;
};

/** What an article is recognised by when its copies come, beside what it asserts. */
export type Likeness = Pick<StoryFeatures, "fingerprint" | "headline">;

/** Copies follow within days; the same words a month later are another event. */
const LONGEST_APART_MS = 72 * 3_600_000;

const SIMILAR = { words: 0.48, pairs: 0.18, part: 0.75, partPairs: 0.5 } as const;
/** Fewer words than this say too little to be part of a longer report by chance alone. */
const SHORT = 12;

/**
 * Whether two articles carry the same report: alike in words and at odds in nothing they assert.
 * Likeness alone never decides, since a denial shares its words with what it denies.
 */
export function isSameStory(a: StoryFeatures, b: StoryFeatures): boolean {
  if (a.lang !== b.lang || Math.abs(a.published - b.published) > LONGEST_APART_MS) return false;
  return isAlike(a.fingerprint, b.fingerprint) && !contradicts(a, b);
}

function isAlike(a: Fingerprint, b: Fingerprint): boolean {
  const words = sharedBy(a.words, b.words);
  const isSimilar = jaccardOf(a.words, b.words, words) >= SIMILAR.words;
  const isPart =
    Math.min(a.words.length, b.words.length) >= SHORT &&
    containmentOf(a.words, b.words, words) >= SIMILAR.part;
  // Few that meet are alike, and pairs are not counted for nothing.
  if (!isSimilar && !isPart) return false;
  const pairs = sharedBy(a.pairs, b.pairs);
  return (
    (isSimilar && jaccardOf(a.pairs, b.pairs, pairs) >= SIMILAR.pairs) ||
    (isPart && containmentOf(a.pairs, b.pairs, pairs) >= SIMILAR.partPairs)
  );
}

/** Whether two articles cannot both be right: their headlines answer each other, or a claim differs. */
export function contradicts(a: StoryFeatures, b: StoryFeatures): boolean {
  if (a.headline.denies !== b.headline.denies && isAnswer(a.headline, b.headline)) return true;
  for (const [subject, value] of a.claims) {
    const other = b.claims.get(subject);
    if (other !== undefined && other !== value) return true;
  }
  return false;
}

/** A denial repeats the words of what it denies; a rewrite that happens to hold a "not" does not. */
const ANSWERING = 0.4;
const isAnswer = (a: Headline, b: Headline): boolean => jaccard(a.words, b.words) >= ANSWERING;
