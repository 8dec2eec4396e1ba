import type { Article } from "../articles/article.ts";
import { createStoryIndex } from "../articles/story-index.ts";
import type { Report } from "../talks/report.ts";
import type { Core } from "./core.ts";
import { reportFrom, underOriginals, wordsOf } from "./report-of.ts";
import { storyFeatures } from "./story-features.ts";

/**
 * Reads articles and gathers the copies among them, each with the story it belongs to, in the order of publication.
 */
export function readReports(
  core: Core,
  articles: readonly Article[],
  onRead: () => void = () => undefined,
): readonly Report[] {
  const stories = createStoryIndex();
  const placed = articles
    .toSorted((a, b) => a.published.getTime() - b.published.getTime() || (a.id < b.id ? -1 : 1))
    .map((article) => {
      const reading = core.extract(article);
      const story = stories.place(storyFeatures(article, [reading]));
      const { extraction } = reading;
      const words = wordsOf(article, reading);
      onRead();
      const parts = { ...article, ...words, articleId: article.id, extraction };
      return { report: reportFrom(core, parts), story };
    });
  return underOriginals(core, placed);
}
