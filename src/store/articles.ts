import type { Kysely, SelectQueryBuilder } from "kysely";
import type { ArticleId } from "../articles/article.ts";
import type { ArticleStore, StoredArticle } from "../articles/article-store.ts";
import { articleReader, endOfArticle } from "./article-rows.ts";
import { atomically } from "./atomically.ts";
import type { ReportCorruptRow } from "./corrupt-row.ts";
import { keepArticles } from "./keep-articles.ts";
import { agedRows, countPruned, pruneArticles } from "./prune-articles.ts";
import { inPages, PAGE_ROWS, type PageEnd } from "./pages.ts";
import type { ArticleRow, Tables } from "./tables.ts";

/** Keeps articles in a database that Kysely speaks. */
export function createArticleStore(db: Kysely<Tables>, report: ReportCorruptRow): ArticleStore {
  const read = articleReader(report);
  const readOne = async (query: ArticleQuery): Promise<StoredArticle | null> => {
    const row = await query.executeTakeFirst();
    return row === undefined ? null : read(row);
  };

  return {
    keep: (articles, fetched) => atomically(db, (trx) => keepArticles(trx, articles, fetched)),
    find: (id) => readOne(db.selectFrom("articles").selectAll().where("id", "=", id)),
    newest: () => readOne(newestArticle(db)),
    count: () => countArticles(db),
    aged: async (before, limit) =>
      (await agedRows(db, before, limit)).map(read).filter((article) => article !== null),
    prune: (articles, at) => atomically(db, (trx) => pruneArticles(trx, articles, at)),
    countPruned: () => countPruned(db),
    assignStories: (stories) => atomically(db, (trx) => assignStories(trx, stories)),

    async *between(from, to) {
      const page = (after: PageEnd | null) => pageOfArticles(db, from, to, after).execute();
      for await (const row of inPages(page, endOfArticle)) {
        const article = read(row);
        if (article !== null) yield article;
      }
    },
  };
}

type ArticleQuery = SelectQueryBuilder<Tables, "articles", ArticleRow>;

const newestArticle = (db: Kysely<Tables>): ArticleQuery =>
  db
    .selectFrom("articles")
    .selectAll()
    .orderBy("published_at", "desc")
    .orderBy("id", "desc")
    .limit(1);

function pageOfArticles(
  db: Kysely<Tables>,
  from: Date,
  to: Date,
  after: PageEnd | null,
): ArticleQuery {
  const start = after?.publishedAt ?? from.getTime();
  const query = db
    .selectFrom("articles")
    .selectAll()
    .where("published_at", ">=", start)
    .where("published_at", "<", to.getTime())
    .orderBy("published_at")
    .orderBy("id")
    .limit(PAGE_ROWS);
  if (after === null) return query;
  return query.where((eb) => eb.or([eb("published_at", ">", start), eb("id", ">", after.id)]));
}

async function countArticles(db: Kysely<Tables>): Promise<number> {
  const { articles } = await db
    .selectFrom("articles")
    .select((eb) => eb.fn.countAll<number | bigint | string>().as("articles"))
    .executeTakeFirstOrThrow();
  return Number(articles);
}

async function assignStories(
  db: Kysely<Tables>,
  stories: ReadonlyMap<ArticleId, ArticleId>,
): Promise<void> {
  for (const [id, story] of stories)
    await db.updateTable("articles").set({ story }).where("id", "=", id).execute();
}
