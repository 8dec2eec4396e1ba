import type { Language } from "../lib/language.ts";

declare const articleId: unique symbol;

/** Names an article; unique within a store or an items file. */
export type ArticleId = string & { readonly [articleId]: true };

/** One item of a feed, as published; it has a date, or it is not an article. */
export type Article = {
  readonly id: ArticleId;
  readonly url: string;
  /** The outlet's or feed's name, as the feed list or the items file gives it. */
  readonly source: string;
  readonly published: Date;
  readonly title: string;
  readonly summary?: string;
  readonly body?: string;
  readonly lang: Language;
};

const BETWEEN_PARTS = "\n\n";

/** The text that evidence offsets count in: title, summary and body as given, absent parts left out. */
export function textOf(article: Pick<Article, "title" | "summary" | "body">): string {
  return [article.title, article.summary, article.body]
    .filter((part) => part !== undefined && part !== "")
    .join(BETWEEN_PARTS);
}
