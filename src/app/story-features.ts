import type { Article } from "../articles/article.ts";
import { fingerprintOf } from "../articles/fingerprint.ts";
import type { StoredArticle } from "../articles/article-store.ts";
import type { Likeness, StoryFeatures } from "../articles/same-story.ts";
import type { Extraction } from "../facts/fact.ts";
import type { ReadArticle } from "../facts/read-article.ts";
import { headlineOf, storyClaims } from "../facts/story-claims.ts";
import type { ReadFor } from "./report-of.ts";

/** What an article is compared by, with its readings for one or several sets of talks. */
export function storyFeatures(
  article: Article,
  readings: readonly [ReadFor, ...ReadFor[]],
): StoryFeatures {
  const [{ read }] = readings;
  const extractions = readings.map(({ extraction }) => extraction);
  return featuresOf(article, likenessOf(read), extractions);
}

/** What an article that was kept is compared by, or null for one that lost its texts before it was in any story. */
export function storedFeatures(
  article: StoredArticle,
  read: (article: StoredArticle) => ReadArticle,
  extraction: Extraction,
): StoryFeatures | null {
  const { pruned } = article;
  const likeness = pruned === undefined ? likenessOf(read(article)) : pruned.likeness;
  return likeness === null ? null : featuresOf(article, likeness, [extraction]);
}

/** What copies of an article are known by, out of its words. */
export const likenessOf = (read: ReadArticle): Likeness => ({
  fingerprint: fingerprintOf(read.tokens),
  headline: headlineOf(read),
});

const featuresOf = (
  { id, lang, published }: Article,
  likeness: Likeness,
  extractions: readonly Extraction[],
): StoryFeatures => ({
  id,
  lang,
  published: published.getTime(),
  ...likeness,
  claims: new Map(extractions.flatMap((extraction) => [...storyClaims(extraction)])),
});
