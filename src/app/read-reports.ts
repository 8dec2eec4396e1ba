import type { Article, ArticleId } from "../articles/article.ts";
import { fingerprintOf } from "../articles/fingerprint.ts";
import { createStoryIndex, type StoryIndex } from "../articles/story-index.ts";
import { tidy } from "../articles/visible-text.ts";
import { storyClaims } from "../facts/story-claims.ts";
import type { Report } from "../talks/report.ts";
import type { Core } from "./core.ts";

/** Articles read, each with what it asserts and the story it belongs to. */
export type ReadArticles = {
  readonly reports: readonly Report[];
  /** The first article of an article's story where it is another one, else null. */
  readonly duplicateOf: (id: ArticleId) => ArticleId | null;
};

/**
 * Reads articles and gathers the copies among them. The order they are given in changes no story:
 * they are placed in the order of publication.
 */
export function readReports(
  core: Core,
  articles: readonly Article[],
  onRead: () => void = () => undefined,
): ReadArticles {
  const stories = createStoryIndex();
  const owners = new Map<ArticleId, string>();
  const reports = articles
    .toSorted((a, b) => a.published.getTime() - b.published.getTime() || (a.id < b.id ? -1 : 1))
    .map((article) => {
      const report = readReport(core, article, stories, owners);
      onRead();
      return report;
    });
  return {
    reports,
    duplicateOf: (id) => {
      const first = stories.firstOf(id);
      return first === id ? null : first;
    },
  };
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
    claims: storyClaims(read, extraction),
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
