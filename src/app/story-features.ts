import type { Article } from "../articles/article.ts";
import { fingerprintOf } from "../articles/fingerprint.ts";
import type { StoryFeatures } from "../articles/same-story.ts";
import { headlineOf, storyClaims } from "../facts/story-claims.ts";
import type { ReadFor } from "./report-of.ts";

/** What an article is compared by, with its readings for one or several sets of talks. */
export function storyFeatures(
  article: Article,
  readings: readonly [ReadFor, ...ReadFor[]],
): StoryFeatures {
  const [{ read }] = readings;
  return {
    id: article.id,
    lang: article.lang,
    published: article.published.getTime(),
    fingerprint: fingerprintOf(read.tokens),
    headline: headlineOf(read),
    claims: new Map(readings.flatMap(({ extraction }) => [...storyClaims(extraction)])),
  };
}
