import type { Article, ArticleId } from "../articles/article.ts";
import { fingerprintOf } from "../articles/fingerprint.ts";
import { createStoryIndex, type StoryIndex } from "../articles/story-index.ts";
import { tidy } from "../articles/visible-text.ts";
import { headlineOf, storyClaims } from "../facts/story-claims.ts";
import type { Report } from "../talks/report.ts";
import type { Core } from "./core.ts";

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
  const owners = new Map<ArticleId, string>();
  return articles
    .toSorted((a, b) => a.published.getTime() - b.published.getTime() || (a.id < b.id ? -1 : 1))
    .map((article) => {
      const report = readReport(core, article, stories, owners);
      onRead();
      return report;
    });
}

/** Reads one article, places it in its story, and gives it as the assessment takes it in. */
function readReport(
  core: Core,
  article: Article,
  stories: StoryIndex,
  owners: Map<ArticleId, string>,
): Report {
  const { read, extraction } = core.extract(article);
  const storyId = stories.place({
    id: article.id,
    lang: article.lang,
    published: article.published.getTime(),
    fingerprint: fingerprintOf(read.tokens),
    headline: headlineOf(read),
    claims: storyClaims(extraction),
  });
  const source = core.standingOf({ name: article.source, url: article.url });
  owners.set(article.id, source.owner);
  return {
    articleId: article.id,
    url: article.url,
    title: titleOf(article, read.visible),
    lang: article.lang,
    published: article.published,
    source,
    storyId,
    origin: owners.get(storyId) ?? source.owner,
    extraction,
    quote: ([start, end]) => tidy(read.visible.slice(start, end)),
  };
}

const LONGEST_TITLE = 110;

/** A text without a headline is known by its first words. */
function titleOf({ title }: Article, visible: string): string {
  const written = tidy(visible.slice(0, title.length));
  if (written !== "") return written;
  const beginning = tidy(visible.slice(0, 2 * LONGEST_TITLE));
  return beginning.length <= LONGEST_TITLE
    ? beginning
    : `${beginning.slice(0, beginning.lastIndexOf(" ", LONGEST_TITLE))}\u2026`;
}
