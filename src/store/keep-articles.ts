import type { Kysely } from "kysely";
import type { Article, ArticleId } from "../articles/article.ts";
import type { Fetched, Kept } from "../articles/article-store.ts";
import { toArticleRow } from "./article-rows.ts";
import { inRuns } from "./atomically.ts";
import { revise } from "./revise.ts";
import type { ArticleRow, Tables } from "./tables.ts";

type Keeping = { readonly [Outcome in keyof Kept]: ArticleId[] };

/** Keeps articles within a transaction; see `ArticleStore.keep`. */
export async function keepArticles(
  db: Kysely<Tables>,
  articles: readonly Article[],
  fetched: Fetched,
): Promise<Kept> {
  const kept: Keeping = { added: [], revised: [], unchanged: [] };
  for (const run of inRuns(latestOfEach(articles))) await keepRun(db, run, fetched, kept);
  return kept;
}

function latestOfEach(articles: readonly Article[]): Article[] {
  const latest = new Map<ArticleId, Article>();
  for (const article of articles) {
    const other = latest.get(article.id);
    if (other === undefined || other.published < article.published) latest.set(article.id, article);
  }
  return [...latest.values()];
}

async function keepRun(
  db: Kysely<Tables>,
  articles: readonly Article[],
  fetched: Fetched,
  kept: Keeping,
): Promise<void> {
  const known = await rowsOf(db, articles);
  const added: ArticleRow[] = [];
  for (const article of articles) {
    const given = toArticleRow(article, fetched);
    const row = known.get(given.id);
    if (row === undefined) {
      added.push(given);
      kept.added.push(article.id);
      continue;
    }
    const revised = revise(row, given);
    if (revised !== null) await replace(db, revised);
    (revised === null ? kept.unchanged : kept.revised).push(article.id);
  }
  if (added.length > 0) await db.insertInto("articles").values(added).execute();
}

async function rowsOf(
  db: Kysely<Tables>,
  articles: readonly Article[],
): Promise<ReadonlyMap<string, ArticleRow>> {
  const ids = articles.map(({ id }): string => id);
  const rows = await db.selectFrom("articles").selectAll().where("id", "in", ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function replace(db: Kysely<Tables>, { id, ...row }: ArticleRow): Promise<void> {
  await db.updateTable("articles").set(row).where("id", "=", id).execute();
}
