import type { Kysely } from "kysely";
import type { ExtractionRange, ExtractionStore, Reading } from "../facts/extraction-store.ts";
import { articleReader, endOfArticle } from "./article-rows.ts";
import { atomically, inRuns } from "./atomically.ts";
import { type ReportCorruptRow, readJson } from "./corrupt-row.ts";
import { ExtractionJson } from "./extraction-json.ts";
import { inPages, PAGE_ROWS, type PageEnd } from "./pages.ts";
import type { ArticleRow, ExtractionRow, Tables } from "./tables.ts";

/** Keeps extractions in a database that Kysely speaks. */
export function createExtractionStore(
  db: Kysely<Tables>,
  report: ReportCorruptRow,
): ExtractionStore {
  const readArticle = articleReader(report);
  const readExtraction = (talks: string, { id, extraction_json }: JoinedRow) => {
    const reading = readJson(ExtractionJson, extraction_json);
    if (reading.kind === "read") return reading.value;
    report({ table: "extractions", key: `${talks} ${id}`, reason: reading.reason });
    return null;
  };

  return {
    keep: (talks, extractor, readings) =>
      atomically(db, (trx) => keepAll(trx, talks, extractor, readings)),

    async *of(talks, range) {
      const page = (after: PageEnd | null) => pageOfExtractions(db, talks, range, after);
      for await (const row of inPages(page, endOfArticle)) {
        const article = readArticle(row);
        const extraction = readExtraction(talks, row);
        if (article !== null && extraction !== null) yield { article, extraction };
      }
    },

    async *unread(talks, extractor) {
      const page = (after: PageEnd | null) => pageOfUnread(db, talks, extractor, after);
      for await (const row of inPages(page, endOfArticle)) {
        const article = readArticle(row);
        if (article !== null) yield article;
      }
    },
  };
}

type JoinedRow = ArticleRow & Pick<ExtractionRow, "extraction_json">;

/** Articles are joined with the reading of their latest revision, which their publication belongs to. */
function pageOfExtractions(
  db: Kysely<Tables>,
  talks: string,
  { since, until, relevantOnly }: ExtractionRange,
  after: PageEnd | null,
): Promise<JoinedRow[]> {
  const start = after?.publishedAt ?? since.getTime();
  let query = db
    .selectFrom("extractions")
    .innerJoin("articles", (join) =>
      join
        .onRef("articles.id", "=", "extractions.article_id")
        .onRef("articles.revision", "=", "extractions.revision"),
    )
    .selectAll("articles")
    .select("extractions.extraction_json")
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

function pageOfUnread(
  db: Kysely<Tables>,
  talks: string,
  extractor: string,
  after: PageEnd | null,
): Promise<ArticleRow[]> {
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
    .where("extractions.article_id", "is", null)
    .orderBy("articles.published_at")
    .orderBy("articles.id")
    .limit(PAGE_ROWS);
  if (after !== null)
    query = query
      .where("articles.published_at", ">=", after.publishedAt)
      .where((eb) =>
        eb.or([
          eb("articles.published_at", ">", after.publishedAt),
          eb("articles.id", ">", after.id),
        ]),
      );
  return query.execute();
}

async function keepAll(
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
      return at === undefined ? [] : [toRow(talks, extractor, reading, at)];
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

const toRow = (
  talks: string,
  extractor: string,
  { articleId, revision, extraction }: Reading,
  publishedAt: number,
): ExtractionRow => ({
  talks,
  article_id: articleId,
  published_at: publishedAt,
  revision,
  extractor,
  relevant: extraction.relevant ? 1 : 0,
  extraction_json: JSON.stringify(extraction),
});

async function upsert(db: Kysely<Tables>, rows: readonly ExtractionRow[]): Promise<void> {
  await db
    .insertInto("extractions")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["talks", "article_id"]).doUpdateSet((eb) => ({
        published_at: eb.ref("excluded.published_at"),
        revision: eb.ref("excluded.revision"),
        extractor: eb.ref("excluded.extractor"),
        relevant: eb.ref("excluded.relevant"),
        extraction_json: eb.ref("excluded.extraction_json"),
      })),
    )
    .execute();
}
