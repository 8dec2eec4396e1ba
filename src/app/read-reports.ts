import type { Article } from "../articles/article.ts";
import { createStoryIndex } from "../articles/story-index.ts";
import type { Report } from "../talks/report.ts";
import type { Core } from "./core.ts";
import { reportMaker, wordsOf } from "./report-of.ts";
import { storyFeatures } from "./story-features.ts";

/**
 * Reads articles and gathers the copies among them, each with the story it belongs to. They are placed
 * in the order of publication, so a story bears the id of its earliest article.
 */
export function readReports(
  core: Core,
  articles: readonly Article[],
  onRead: () => void = () => undefined,
): readonly Report[] {
  const stories = createStoryIndex();
  const toReport = reportMaker(core);
  return articles
    .toSorted((a, b) => a.published.getTime() - b.published.getTime() || (a.id < b.id ? -1 : 1))
    .map((article) => {
      const reading = core.extract(article);
      const story = stories.place(storyFeatures(article, [reading]));
      const { extraction } = reading;
      const words = wordsOf(article, reading);
      onRead();
      return toReport({ ...article, ...words, articleId: article.id, extraction, story });
    });
}
