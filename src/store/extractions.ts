import type { Kysely } from "kysely";
import type {
  ExtractionStore,
  Reading,
  ReadingRange,
  ReadingTotals,
} from "../facts/extraction-store.ts";
import { type ARTICLE_HEAD, articleReader, endOfArticle } from "./article-rows.ts";
import { atomically, inRuns } from "./atomically.ts";
import type { ReportCorruptRow } from "./corrupt-row.ts";
import { inPages, PAGE_ROWS, type PageEnd } from "./pages.ts";
import { readingReader, type ReadingRow, toExtractionRow } from "./reading-rows.ts";
import type { ArticleRow, ExtractionRow, Tables } from "./tables.ts";

/** Keeps readings in a database that Kysely speaks. */
export function createExtractionStore(
  db: Kysely<Tables>,
  report: ReportCorruptRow,
): ExtractionStore {
  return {
    keep: (talks, extractor, readings) =>
      atomically(db, (trx) => keepReadings(trx, talks, extractor, readings)),

    async *of(talks, range) {
      const damaged = new Set<string>();
      const read = readingReader(talks, report, (article) => damaged.add(article));
      const page = (after: PageEnd | null) => pageOfReadings(db, talks, range, after);
      for await (const row of inPages(page, endOfArticle)) {
        const reading = read(row);
        if (reading !== null) yield reading;
      }
      await dropReadings(db, talks, [...damaged]);
    },

    totals: (talks, range) => totalsOf(db, talks, range),
    newestBefore: (talks, instant) => newestBefore(db, talks, instant),

    async *unread(talks, extractor, since = BEGINNING) {
      const read = articleReader(report);
      const page = (after: PageEnd | null) => pageOfUnread(db, { talks, extractor, since }, after);
      for await (const row of inPages(page, endOfArticle)) {
        const article = read(row);
        if (article !== null) yield article;
      }
    },
  };
}

/** Their articles count as unread from now on, and are read anew; those without texts could not be. */
async function dropReadings(
  db: Kysely<Tables>,
  talks: string,
  articles: readonly string[],
): Promise<void> {
  for (const run of inRuns(articles))
    await db
      .deleteFrom("extractions")
      .where("talks", "=", talks)
      .where("article_id", "in", run)
      .where("article_id", "in", (whole) =>
        whole.selectFrom("articles").select("id").where("pruned_at", "is", null),
      )
      .execute();
}

const BEGINNING = new Date(0);

const HEAD_COLUMNS = [
  "articles.id",
  "articles.url",
  "articles.source",
  "articles.feed",
  "articles.published_at",
  "articles.fetched_at",
  "articles.lang",
  "articles.story",
  "articles.revision",
] as const satisfies readonly `articles.${keyof typeof ARTICLE_HEAD}`[];

/** Readings are joined with the very revision that was read: its evidence fits no other. */
function pageOfReadings(
  db: Kysely<Tables>,
  talks: string,
  { since, until, relevantOnly }: ReadingRange,
  after: PageEnd | null,
): Promise<ReadingRow[]> {
  const start = after?.publishedAt ?? since.getTime();
  let query = db
    .selectFrom("extractions")
    .innerJoin("articles", (join) =>
      join
        .onRef("articles.id", "=", "extractions.article_id")
        .onRef("articles.revision", "=", "extractions.revision"),
    )
    .select(HEAD_COLUMNS)
    .select("extractions.reading_json")
    .where("extractions.talks", "=", talks)
    .where("extractions.published_at", ">=", start)
    .where("extractions.published_at", "<", until.getTime())
    .orderBy("extractions.published_at")
    .orderBy("extractions.article_id")
    .limit(PAGE_ROWS);
  if (relevantOnly === true) query = query.where("extractions.relevant", "=", 1);
  if (after !== null)
    query = query.where((eb) =>
      eb.or([
        eb("extractions.published_at", ">", start),
        eb("extractions.article_id", ">", after.id),
      ]),
    );
  return query.execute();
}

async function totalsOf(
  db: Kysely<Tables>,
  talks: string,
  { since, until, relevantOnly }: ReadingRange,
): Promise<ReadingTotals> {
  let query = db
    .selectFrom("extractions")
    .select((eb) => [
      eb.fn.countAll<number | bigint | string>().as("readings"),
      eb.fn.sum<number | bigint | string | null>("revision").as("revisions"),
    ])
    .where("talks", "=", talks)
    .where("published_at", ">=", since.getTime())
    .where("published_at", "<", until.getTime());
  if (relevantOnly === true) query = query.where("relevant", "=", 1);
  const { readings, revisions } = await query.executeTakeFirstOrThrow();
  return {
    readings: Number(readings),
    revisions: Number(revisions ?? 0),
  };
}

async function newestBefore(
  db: Kysely<Tables>,
  talks: string,
  instant: Date,
): Promise<Date | null> {
  const newest = await db
    .selectFrom("extractions")
    .select("published_at")
    .where("talks", "=", talks)
    .where("relevant", "=", 1)
    .where("published_at", "<", instant.getTime())
    .orderBy("published_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return newest === undefined ? null : new Date(newest.published_at);
}

type Unread = { readonly talks: string; readonly extractor: string; readonly since: Date };

/** What was read of an article that has lost its texts cannot be read anew, so it stands. */
function pageOfUnread(
  db: Kysely<Tables>,
  { talks, extractor, since }: Unread,
  after: PageEnd | null,
): Promise<ArticleRow[]> {
  const start = after?.publishedAt ?? since.getTime();
  let query = db
    .selectFrom("articles")
    .leftJoin("extractions", (join) =>
      join
        .on("extractions.talks", "=", talks)
        .on("extractions.extractor", "=", extractor)
        .onRef("extractions.article_id", "=", "articles.id")
        .onRef("extractions.revision", "=", "articles.revision"),
    )
    .selectAll("articles")
    .where("articles.pruned_at", "is", null)
    .where("articles.published_at", ">=", start)
    .where("extractions.article_id", "is", null)
    .orderBy("articles.published_at")
    .orderBy("articles.id")
    .limit(PAGE_ROWS);
  if (after !== null)
    query = query.where((eb) =>
      eb.or([eb("articles.published_at", ">", start), eb("articles.id", ">", after.id)]),
    );
  return query.execute();
}

async function keepReadings(
  db: Kysely<Tables>,
  talks: string,
  extractor: string,
  readings: readonly Reading[],
): Promise<void> {
  const latest = new Map(readings.map((reading) => [reading.articleId, reading]));
  for (const run of inRuns([...latest.values()])) {
    const published = await publicationOf(db, run);
    const rows = run.flatMap((reading) => {
      const at = published.get(reading.articleId);
      return at === undefined ? [] : [toExtractionRow(talks, extractor, reading, at)];
    });
    if (rows.length > 0) await upsert(db, rows);
  }
}

async function publicationOf(
  db: Kysely<Tables>,
  readings: readonly Reading[],
): Promise<ReadonlyMap<string, number>> {
  const ids = readings.map(({ articleId }): string => articleId);
  const rows = await db
    .selectFrom("articles")
    .select(["id", "published_at"])
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map(({ id, published_at }) => [id, published_at]));
}

async function upsert(db: Kysely<Tables>, rows: readonly ExtractionRow[]): Promise<void> {
  await db
    .insertInto("extractions")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["article_id", "talks"]).doUpdateSet((eb) => ({
        published_at: eb.ref("excluded.published_at"),
        revision: eb.ref("excluded.revision"),
        extractor: eb.ref("excluded.extractor"),
        relevant: eb.ref("excluded.relevant"),
        reading_json: eb.ref("excluded.reading_json"),
      })),
    )
    .execute();
}
