import { type Article, type ArticleId, textOf } from "../articles/article.ts";
import type { StoredArticle } from "../articles/article-store.ts";
import { tidy, visibleText } from "../articles/visible-text.ts";
import { evidenceOf } from "../facts/evidence.ts";
import type { Reading, StoredReading } from "../facts/extraction-store.ts";
import type { Extraction } from "../facts/fact.ts";
import { NOTHING_ASSERTED } from "../facts/extract.ts";
import type { ReadArticle } from "../facts/read-article.ts";
import { originalOf } from "../talks/originals.ts";
import type { Report } from "../talks/report.ts";
import type { Core } from "./core.ts";

/** An article read for one set of talks. */
export type ReadFor = { readonly read: ReadArticle; readonly extraction: Extraction };

/** A reading in the form in which it is kept: with all the words that telling it needs. */
export const readingOf = (
  article: StoredArticle,
  { read, extraction }: ReadFor,
): StoredReading => ({
  ...wordsOf(article, { read, extraction }),
  articleId: article.id,
  revision: article.revision,
  extraction,
  url: article.url,
  source: article.source,
  feed: article.feed,
  lang: article.lang,
  published: article.published,
  fetchedAt: article.fetchedAt,
  story: article.story,
});

/** The title of an article and the words of its evidence, as readers are shown them. */
export function wordsOf(
  article: Article,
  { read, extraction }: ReadFor,
): Pick<Reading, "headline" | "quotes"> {
  const quotes = evidenceOf(extraction).map((span) => ({
    span,
    text: tidy(read.visible.slice(...span)),
  }));
  return { headline: headlineOf(article), quotes };
}

const LONGEST_TITLE = 110;

/** A text without a headline is known by its first words. */
function headlineOf(article: Article): string {
  const written = tidy(visibleText(article.title));
  if (written !== "") return written;
  const beginning = tidy(visibleText(textOf(article).slice(0, 20 * LONGEST_TITLE)));
  if (beginning.length <= LONGEST_TITLE) return beginning;
  const cut = beginning.slice(0, LONGEST_TITLE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), LONGEST_TITLE / 2))}\u2026`;
}

/** What a report is made of. */
export type ReportParts = Pick<
  StoredReading,
  "articleId" | "headline" | "quotes" | "extraction" | "url" | "source" | "lang" | "published"
> &
  Partial<Pick<StoredReading, "fetchedAt">>;

/** A report out of a reading, as one that nobody copied. */
export function reportFrom(core: Core, parts: ReportParts): Report {
  const { articleId, lang, published, url } = parts;
  const source = core.standingOf({ name: parts.source, url });
  const told = parts.extraction.relevant ? tellingOf(parts) : NOTHING_TOLD;
  return { articleId, lang, published, source, storyId: articleId, origin: source.owner, ...told };
}

type Telling = Pick<Report, "url" | "title" | "fetchedAt" | "extraction" | "quote">;

function tellingOf({ url, headline, quotes, extraction, fetchedAt }: ReportParts): Telling {
  return {
    url,
    title: headline,
    ...(fetchedAt === undefined ? {} : { fetchedAt }),
    extraction,
    quote: ([start, end]) =>
      quotes.find(({ span }) => span[0] === start && span[1] === end)?.text ?? "",
  };
}

/** Shared: most of what is read is about something else, and a day of it is held in memory. */
const NOTHING_TOLD: Telling = {
  url: "",
  title: "",
  extraction: NOTHING_ASSERTED,
  quote: () => "",
};

/** The story that a reading's report belongs to; what is about something else carries nobody's report. */
export const storyOf = ({
  extraction,
  story,
}: Pick<StoredReading, "extraction" | "story">): ArticleId | null =>
  extraction.relevant ? story : null;

/** Reports with the name of the story that each was placed in, in the same order, each under its story's original. */
export function underOriginals(
  { standingOf }: Core,
  placed: readonly { readonly report: Report; readonly story: ArticleId | null }[],
): readonly Report[] {
  const stories = new Map<ArticleId, [Report, ...Report[]]>();
  for (const { report, story } of placed) {
    if (story === null) continue;
    const copies = stories.get(story);
    if (copies === undefined) stories.set(story, [report]);
    else copies.push(report);
  }
  const originals = new Map(
    [...stories].map(([story, copies]) => [story, originalOf(copies, standingOf)] as const),
  );
  return placed.map(({ report, story }) =>
    copyOf(report, (story === null ? undefined : originals.get(story)) ?? report),
  );
}

/** A report as a copy of its story's original, which may be itself. */
export function copyOf(report: Report, { articleId, source }: Report): Report {
  if (report.storyId === articleId && report.origin === source.owner) return report;
  return { ...report, storyId: articleId, origin: source.owner };
}
