import type { ArticleId } from "../articles/article.ts";
import type { StoredArticle } from "../articles/article-store.ts";
import type { Extraction } from "./fact.ts";

/** What was read from one revision of an article. */
export type Reading = {
  readonly articleId: ArticleId;
  readonly revision: number;
  readonly extraction: Extraction;
};

/** An article with what it asserts; the evidence counts in this very text. */
export type ReadStoredArticle = {
  readonly article: StoredArticle;
  readonly extraction: Extraction;
};

/** Which extractions are wanted: of articles published in `[since, until)`. */
export type ExtractionRange = {
  readonly since: Date;
  readonly until: Date;
  /** Leaves out the articles about something else. */
  readonly relevantOnly?: true;
};

/** Keeps what articles assert about each set of talks, so that none is read twice. */
export type ExtractionStore = {
  /** Keeps readings in one transaction, in place of earlier ones; `extractor` names who read, and its version. */
  keep(talks: string, extractor: string, readings: readonly Reading[]): Promise<void>;
  /**
   * Extractions by publication, then by article id; read in pages, so nothing is held. An article that
   * was revised since it was read is left out until it is read again.
   */
  of(talks: string, range: ExtractionRange): AsyncIterable<ReadStoredArticle>;
  /** Articles that this extractor has not read yet in their latest revision, by publication. */
  unread(talks: string, extractor: string): AsyncIterable<StoredArticle>;
};
