import { type Kysely, sql } from "kysely";
import { textOf } from "../articles/article.ts";
import type { ArticleSearch, SearchWords } from "../articles/article-search.ts";
import type { StoredArticle } from "../articles/article-store.ts";
import { articleReader } from "./article-rows.ts";
import { atomically } from "./atomically.ts";
import type { ReportCorruptRow } from "./corrupt-row.ts";
import { WANTED_REVISION, wantedRevision } from "./indexed-revision.ts";
import { INDEXED_AT_ONCE, LONGEST_QUERY, LONGEST_TEXT } from "./search-limits.ts";
import type { ArticleRow, Tables } from "./tables.ts";

/**
 * Full-text search by SQLite's FTS5 (https://www.sqlite.org/fts5.html). FTS5 strips neither Arabic marks
 * nor clitics, so it is given the forms of each word and no text. The index is made when first asked
 * for and catches up before each search: keeping articles knows nothing of it, and it may be dropped.
 */
export function createSqliteSearch(
  db: Kysely<Tables>,
  words: SearchWords,
  report: ReportCorruptRow,
): ArticleSearch {
  const read = articleReader(report);
  return {
    async find(query, language, limit) {
      const wanted = words(query.slice(0, LONGEST_QUERY), language);
      if (wanted.length === 0) return [];
      await atomically(db, (trx) => catchUp(trx, words, read));
      const rows = await matching(db, wanted, limit);
      return rows.map(read).filter((article) => article !== null);
    },
  };
}

async function catchUp(
  db: Kysely<Tables>,
  words: SearchWords,
  read: (row: ArticleRow) => StoredArticle | null,
): Promise<void> {
  await sql`create table if not exists article_search_rows
    (row integer primary key, article_id text not null unique, revision integer not null)`.execute(
    db,
  );
  await sql`create virtual table if not exists article_search
    using fts5(forms, content='', contentless_delete=1, detail=full)`.execute(db);
  for (;;) {
    const { rows } = await sql<ArticleRow>`select articles.* from articles
      left join article_search_rows as indexed
        on indexed.article_id = articles.id and indexed.revision = ${WANTED_REVISION}
      where indexed.row is null limit ${INDEXED_AT_ONCE}`.execute(db);
    for (const row of rows) await index(db, row, formsOf(read(row), words));
    if (rows.length < INDEXED_AT_ONCE) return;
  }
}

const formsOf = (article: StoredArticle | null, words: SearchWords): string =>
  article === null
    ? ""
    : words(textOf(article).slice(0, LONGEST_TEXT), article.lang).flat().join(" ");

async function index(db: Kysely<Tables>, row: ArticleRow, forms: string): Promise<void> {
  const { id } = row;
  await sql`delete from article_search where rowid =
    (select row from article_search_rows where article_id = ${id})`.execute(db);
  await sql`insert into article_search_rows (article_id, revision) values (${id}, ${wantedRevision(row)})
    on conflict (article_id) do update set revision = excluded.revision`.execute(db);
  await sql`insert into article_search (rowid, forms)
    select row, ${forms} from article_search_rows where article_id = ${id}`.execute(db);
}

async function matching(
  db: Kysely<Tables>,
  wanted: readonly (readonly string[])[],
  limit: number,
): Promise<readonly ArticleRow[]> {
  const match = wanted
    .map((forms) => `(${forms.map((form) => `"${form.replaceAll('"', "")}"`).join(" OR ")})`)
    .join(" AND ");
  const { rows } = await sql<ArticleRow>`select articles.* from article_search
    join article_search_rows as indexed on indexed.row = article_search.rowid
    join articles on articles.id = indexed.article_id
    where article_search match ${match}
    order by articles.published_at desc, articles.id desc limit ${limit}`.execute(db);
  return rows;
}
