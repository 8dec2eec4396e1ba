import type { Article, ArticleId } from "./article.ts";

/** An article as kept: what was published, and what became of it. */
export type StoredArticle = Article & {
  /** Id of the feed that it came through; null for one imported by hand. */
  readonly feed: string | null;
  readonly fetchedAt: Date;
  /** Counts from 1; one more for each edit that was seen. */
  readonly revision: number;
  /** Id of the first article of its story; null until its story has been looked for. */
  readonly story: ArticleId | null;
};

/** How articles came to be known. */
export type Fetched = { readonly feed: string | null; readonly at: Date };

/** What keeping articles came to; each id that was given stands in one of the three. */
export type Kept = {
  readonly added: readonly ArticleId[];
  readonly revised: readonly ArticleId[];
  readonly unchanged: readonly ArticleId[];
};

/** Keeps articles, each once, in its latest wording. */
export type ArticleStore = {
  /**
   * Keeps articles in one transaction. A new wording revises the article that has the same id: its text
   * and date are replaced, parts that are absent now stay as they were. A date moved back is a
   * correction, one moved on with the same text is not. Only the feed that an article came through
   * revises it, or an import. Of several articles with one id, the last published counts.
   */
  keep(articles: readonly Article[], fetched: Fetched): Promise<Kept>;
  find(id: ArticleId): Promise<StoredArticle | null>;
  /** Articles published in `[from, to)`, by publication, then by id; read in pages, so nothing is held. */
  between(from: Date, to: Date): AsyncIterable<StoredArticle>;
  count(): Promise<number>;
  /** The article published last. */
  newest(): Promise<StoredArticle | null>;
  /** Puts articles into stories: article id to the id of its story's first article. */
  assignStories(stories: ReadonlyMap<ArticleId, ArticleId>): Promise<void>;
};
