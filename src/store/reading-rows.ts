import { z } from "zod";
import type { Reading, StoredReading } from "../facts/extraction-store.ts";
import { ARTICLE_HEAD } from "./article-rows.ts";
import { type ReportCorruptRow, readJson, readValue } from "./corrupt-row.ts";
import { ExtractionJson } from "./extraction-json.ts";
import { SpanJson } from "./fact-json.ts";
import type { ArticleRow, ExtractionRow } from "./tables.ts";

/** The columns that a reading is made of, its article's among them. */
export type ReadingRow = Pick<ArticleRow, keyof typeof ARTICLE_HEAD> &
  Pick<ExtractionRow, "reading_json">;

const Head = z.object(ARTICLE_HEAD);

const ReadingJson: z.ZodType<Pick<Reading, "headline" | "extraction" | "quotes">> = z.object({
  headline: z.string(),
  extraction: ExtractionJson,
  quotes: z.array(z.object({ span: SpanJson, text: z.string() })),
});

/** Reads the reading of a row, or reports the row as corrupt and gives null; `damaged` hears whose reading it was. */
export const readingReader =
  (talks: string, report: ReportCorruptRow, damaged: (article: string) => void) =>
  (row: ReadingRow): StoredReading | null => {
    const head = readValue(Head, row);
    if (head.kind === "corrupt") {
      report({ table: "articles", key: row.id, reason: head.reason });
      return null;
    }
    const reading = readJson(ReadingJson, row.reading_json);
    if (reading.kind === "corrupt") {
      report({ table: "extractions", key: `${talks} ${row.id}`, reason: reading.reason });
      damaged(row.id);
      return null;
    }
    const { id, published_at, fetched_at, ...article } = head.value;
    const instants = { published: published_at, fetchedAt: fetched_at };
    return { articleId: id, ...instants, ...article, ...reading.value };
  };

/** The row of a reading; `publishedAt` is its article's. */
export const toExtractionRow = (
  talks: string,
  extractor: string,
  { articleId, revision, headline, extraction, quotes }: Reading,
  publishedAt: number,
): ExtractionRow => ({
  talks,
  article_id: articleId,
  published_at: publishedAt,
  revision,
  extractor,
  relevant: extraction.relevant ? 1 : 0,
  reading_json: JSON.stringify({ headline, extraction, quotes }),
});
