import type { Article, ArticleId } from "./article.ts";
import type { Likeness } from "./same-story.ts";

/** An article as kept: what was published, and what became of it. */
export type StoredArticle = Article & {
  /** Id of the feed that it came through; null for one imported by hand. */
  readonly feed: string | null;
  readonly fetchedAt: Date;
  /** Counts from 1; one more for each edit that was seen. */
  readonly revision: number;
  /** Id of the first article of its story; null until its story has been looked for. */
  readonly story: ArticleId | null;
  /** Once its summary and body were let go: when, and what copies of it are known by. */
  readonly pruned?: Pruned;
};

/** What is kept of an article's texts; the likeness is null for one that is in no story. */
export type Pruned = { readonly at: Date; readonly likeness: Likeness | null };

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
  /**
   * Articles that were fetched before an instant, were read, and still have their texts: those fetched first, at
   * most `limit`.
   */
  aged(before: Date, limit: number): Promise<readonly StoredArticle[]>;
  /**
   * Lets go of the summaries and bodies of articles, and keeps what copies of each are known by. Whoever brings
   * the same wording again changes nothing; another wording revises an article as ever, and its texts are back.
   */
  prune(articles: ReadonlyMap<ArticleId, Likeness | null>, at: Date): Promise<void>;
  /** How many articles have had their texts let go. */
  countPruned(): Promise<number>;
  /** Puts articles into stories: article id to the id of its story's first article. */
  assignStories(stories: ReadonlyMap<ArticleId, ArticleId>): Promise<void>;
};
