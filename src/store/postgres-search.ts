import { type Kysely, sql } from "kysely";
import { textOf } from "../articles/article.ts";
import type { ArticleSearch, SearchWords } from "../articles/article-search.ts";
import type { StoredArticle } from "../articles/article-store.ts";
import { articleReader } from "./article-rows.ts";
import { atOnce } from "./atomically.ts";
import type { ReportCorruptRow } from "./corrupt-row.ts";
import { lexemesOf, queryOf } from "./postgres-lexemes.ts";
import { WANTED_REVISION, wantedRevision } from "./indexed-revision.ts";
import { INDEXED_AT_ONCE, LONGEST_QUERY, LONGEST_TEXT } from "./search-limits.ts";
import type { ArticleRow, Tables } from "./tables.ts";

/**
 * Full-text search by PostgreSQL (https://www.postgresql.org/docs/17/textsearch.html), which is given the
 * forms of each word as lexemes and no text: its own dictionaries know neither Arabic clitics nor Persian.
 * The index is made when first asked for and catches up before each search, by one node at a time.
 */
export function createPostgresSearch(
  db: Kysely<Tables>,
  words: SearchWords,
  report: ReportCorruptRow,
): ArticleSearch {
  const read = articleReader(report);
  return {
    async find(query, language, limit) {
      const wanted = queryOf(words(query.slice(0, LONGEST_QUERY), language));
      if (wanted === null) return [];
      await atOnce(db, (trx) => catchUp(trx, words, read));
      const { rows } = await sql<ArticleRow>`select articles.* from article_search
        join articles on articles.id = article_search.article_id
        where article_search.forms @@ cast(${wanted} as tsquery)
        order by articles.published_at desc, articles.id desc limit ${limit}`.execute(db);
      return rows.map(read).filter((article) => article !== null);
    },
  };
}

async function catchUp(
  db: Kysely<Tables>,
  words: SearchWords,
  read: (row: ArticleRow) => StoredArticle | null,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('search', 0))`.execute(db);
  await sql`create table if not exists article_search (
    article_id text collate "C" primary key references articles (id) on delete cascade,
    revision integer not null, forms tsvector not null)`.execute(db);
  await sql`create index if not exists article_search_forms on article_search using gin (forms)`.execute(
    db,
  );
  for (;;) {
    const { rows } = await sql<ArticleRow>`select articles.* from articles
      left join article_search as indexed
        on indexed.article_id = articles.id and indexed.revision = ${WANTED_REVISION}
      where indexed.article_id is null limit ${INDEXED_AT_ONCE}`.execute(db);
    for (const row of rows) await index(db, row, formsOf(read(row), words));
    if (rows.length < INDEXED_AT_ONCE) return;
  }
}

const formsOf = (article: StoredArticle | null, words: SearchWords): readonly string[] =>
  article === null ? [] : lexemesOf(words(textOf(article).slice(0, LONGEST_TEXT), article.lang));

async function index(db: Kysely<Tables>, row: ArticleRow, forms: readonly string[]): Promise<void> {
  await sql`insert into article_search (article_id, revision, forms)
    values (${row.id}, ${wantedRevision(row)}, array_to_tsvector(cast(${forms} as text[])))
    on conflict (article_id) do update
      set revision = excluded.revision, forms = excluded.forms`.execute(db);
}
