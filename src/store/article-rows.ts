import { z } from "zod";
import type { Article, ArticleId } from "../articles/article.ts";
import type { Fetched, Pruned, StoredArticle } from "../articles/article-store.ts";
import { LanguageSchema } from "../lib/language.ts";
import { type ReportCorruptRow, readJson, readValue } from "./corrupt-row.ts";
import type { PageEnd } from "./pages.ts";
import { PrunedJson } from "./pruned-json.ts";
import type { ArticleRow } from "./tables.ts";

/** The last millisecond that a Date holds (ECMA-262, time values). */
const LAST_INSTANT = 8_640_000_000_000_000;

const Instant = z
  .int()
  .min(-LAST_INSTANT)
  .max(LAST_INSTANT)
  .transform((ms) => new Date(ms));

const Id = z.custom<ArticleId>(
  (value) => typeof value === "string" && value !== "",
  "no article id",
);

/** The columns that an article is known by, without its words. */
export const ARTICLE_HEAD = {
  id: Id,
  url: z.string(),
  source: z.string(),
  feed: z.string().nullable(),
  published_at: Instant,
  fetched_at: Instant,
  lang: LanguageSchema,
  story: Id.nullable(),
  revision: z.int().min(1),
};

const Row = z
  .object({
    ...ARTICLE_HEAD,
    title: z.string(),
    summary: z.string().nullable(),
    body: z.string().nullable(),
    pruned_at: Instant.nullable(),
    pruned_json: z.string().nullable(),
  })
  .transform(
    ({
      published_at,
      fetched_at,
      summary,
      body,
      pruned_at,
      pruned_json,
      ...row
    }): StoredArticle => ({
      ...row,
      published: published_at,
      fetchedAt: fetched_at,
      ...(summary === null ? {} : { summary }),
      ...(body === null ? {} : { body }),
      ...(pruned_at === null ? {} : { pruned: prunedOf(pruned_at, pruned_json) }),
    }),
  );

/** A likeness that cannot be read is as none: a late copy begins a story of its own then. */
function prunedOf(at: Date, json: string | null): Pruned {
  const texts = json === null ? null : readJson(PrunedJson, json);
  return { at, likeness: texts?.kind === "read" ? texts.value.likeness : null };
}

/** Reads the article of a row, or reports the row as corrupt and gives null. */
export const articleReader =
  (report: ReportCorruptRow) =>
  (row: ArticleRow): StoredArticle | null => {
    const reading = readValue(Row, row);
    if (reading.kind === "read") return reading.value;
    report({ table: "articles", key: row.id, reason: reading.reason });
    return null;
  };

/** Where a page ended whose last row is this one. */
export const endOfArticle = ({
  published_at,
  id,
}: Pick<ArticleRow, "published_at" | "id">): PageEnd => ({ publishedAt: published_at, id });

/** The row of an article that was not known. */
export const toArticleRow = (article: Article, fetched: Fetched): ArticleRow => ({
  id: article.id,
  url: storable(article.url),
  source: storable(article.source),
  feed: fetched.feed,
  published_at: article.published.getTime(),
  fetched_at: fetched.at.getTime(),
  lang: article.lang,
  story: null,
  revision: 1,
  title: storable(article.title),
  summary: storableOrNull(article.summary),
  body: storableOrNull(article.body),
  pruned_at: null,
  pruned_json: null,
});

const storableOrNull = (text: string | undefined): string | null =>
  text === undefined ? null : storable(text);

/**
 * No database keeps halves of characters, and PostgreSQL no NUL. A mark of the same length stands in, so
 * that offsets into the text stay right.
 */
const storable = (text: string): string => text.toWellFormed().replaceAll("\0", "\ufffd");
