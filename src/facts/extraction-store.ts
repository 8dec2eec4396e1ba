import type { ArticleId } from "../articles/article.ts";
import type { StoredArticle } from "../articles/article-store.ts";
import type { Span } from "../lib/span.ts";
import type { Extraction } from "./fact.ts";

/** The words at a span of an article's text, fit to be shown. */
export type Quote = { readonly span: Span; readonly text: string };

/** What was read from one revision of an article. */
export type Reading = {
  readonly articleId: ArticleId;
  readonly revision: number;
  /** The title as readers are shown it. */
  readonly headline: string;
  readonly extraction: Extraction;
  /** The words of each piece of evidence, so that telling it needs no text; see `evidenceOf`. */
  readonly quotes: readonly Quote[];
};

/** A reading with what its article is known by. */
export type StoredReading = Reading &
  Pick<StoredArticle, "url" | "source" | "feed" | "lang" | "published" | "fetchedAt" | "story">;

/** Which readings are wanted: of articles published in `[since, until)`. */
export type ReadingRange = {
  readonly since: Date;
  readonly until: Date;
  /** Leaves out the articles about something else. */
  readonly relevantOnly?: true;
};

/** How much was read, in few numbers: they differ once anything was read or revised. */
export type ReadingTotals = {
  readonly readings: number;
  /** The revisions that were read, added up. */
  readonly revisions: number;
};

/** Keeps what articles assert about each set of talks, so that none is read twice. */
export type ExtractionStore = {
  /**
   * Keeps readings in one transaction, in place of earlier ones; `extractor` names who read, and its
   * version. Readings of articles that are not in the store are left out.
   */
  keep(talks: string, extractor: string, readings: readonly Reading[]): Promise<void>;
  /**
   * Readings by publication, then by article id, without the articles' texts; read in pages, so nothing
   * is held. An article that was revised since is left out until it is read again.
   */
  of(talks: string, range: ReadingRange): AsyncIterable<StoredReading>;
  /** Totals over the readings of a range, without reading them; cheap enough for every minute. */
  totals(talks: string, range: ReadingRange): Promise<ReadingTotals>;
  /** When the newest article about the talks was published of those before an instant; null for none. Cheap at any size. */
  newestBefore(talks: string, instant: Date): Promise<Date | null>;
  /**
   * Articles that this extractor has not read yet in their latest revision, by publication: all, or those
   * published since an instant. What was read of an article whose texts were let go stands as it is.
   */
  unread(talks: string, extractor: string, since?: Date): AsyncIterable<StoredArticle>;
};
