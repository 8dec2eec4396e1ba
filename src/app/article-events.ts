import type { Article, ArticleId } from "../articles/article.ts";
import type { Kept } from "../articles/article-store.ts";
import type { StoredReading } from "../facts/extraction-store.ts";
import type { Language } from "../lib/language.ts";

/** What became of one article that a feed brought, for metrics and the log. */
export type ArticleEvent =
  | {
      readonly kind: "added" | "revised";
      readonly language: Language;
      readonly url: string;
      readonly feed: string | null;
      /** About any of the talks. */
      readonly relevant: boolean;
      /** The first article of its story; null where none was looked for. */
      readonly story: ArticleId | null;
      readonly published: Date;
      readonly keptAt: Date;
      /** How long reading it took, for all the talks. */
      readonly readMs: number;
    }
  | { readonly kind: "unchanged"; readonly language: Language };

/** What was kept of some articles. */
export type KeptArticles = {
  readonly articles: readonly Article[];
  readonly kept: Kept;
  /** One for each set of talks that an article was read for. */
  readonly readings: readonly { readonly reading: StoredReading; readonly readMs: number }[];
  readonly at: Date;
};

/** Tells of each article that was kept, or was there already. */
export function articleEvents({ articles, kept, readings, at }: KeptArticles): ArticleEvent[] {
  const added = new Set(kept.added);
  const byArticle = Map.groupBy(readings, ({ reading }) => reading.articleId);
  const read = [...byArticle].map(([id, [first, ...others]]): ArticleEvent[] => {
    if (first === undefined) return [];
    const all = [first, ...others];
    const { lang, url, feed, story, published } = first.reading;
    return [
      {
        kind: added.has(id) ? "added" : "revised",
        language: lang,
        url,
        feed,
        relevant: all.some(({ reading }) => reading.extraction.relevant),
        story,
        published,
        keptAt: at,
        readMs: all.reduce((sum, { readMs }) => sum + readMs, 0),
      },
    ];
  });
  const unchanged = new Set(kept.unchanged);
  const seen = articles.filter(({ id }) => unchanged.delete(id));
  return [
    ...read.flat(),
    ...seen.map(({ lang }): ArticleEvent => ({ kind: "unchanged", language: lang })),
  ];
}
