import type { Kysely } from "kysely";
import type { ArticleId } from "../articles/article.ts";
import type { Likeness } from "../articles/same-story.ts";
import { inRuns } from "./atomically.ts";
import { toPrunedJson } from "./pruned-json.ts";
import type { ArticleRow, Tables } from "./tables.ts";

/** The rows of `ArticleStore.aged`: what was never read would lose what it asserts. */
export function agedRows(
  db: Kysely<Tables>,
  before: Date,
  limit: number,
): Promise<readonly ArticleRow[]> {
  return db
    .selectFrom("articles")
    .selectAll()
    .where("pruned_at", "is", null)
    .where("fetched_at", "<", before.getTime())
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("extractions")
          .select("extractions.article_id")
          .whereRef("extractions.article_id", "=", "articles.id")
          .whereRef("extractions.revision", "=", "articles.revision"),
      ),
    )
    .orderBy("fetched_at")
    .limit(limit)
    .execute();
}

/** See `ArticleStore.prune`. */
export async function pruneArticles(
  db: Kysely<Tables>,
  articles: ReadonlyMap<ArticleId, Likeness | null>,
  at: Date,
): Promise<void> {
  for (const run of inRuns([...articles.keys()])) {
    const rows = await db
      .selectFrom("articles")
      .select(["id", "summary", "body"])
      .where("id", "in", run)
      .where("pruned_at", "is", null)
      .execute();
    for (const { id, summary, body } of rows) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is one of those asked for
      const likeness = articles.get(id as ArticleId) ?? null;
      const kept = toPrunedJson({ summary, body }, likeness);
      await db
        .updateTable("articles")
        .set({ summary: null, body: null, pruned_at: at.getTime(), pruned_json: kept })
        .where("id", "=", id)
        .execute();
    }
  }
}

/** How many articles have had their texts let go: all but those in the index of those that have theirs. */
export async function countPruned(db: Kysely<Tables>): Promise<number> {
  const all = db
    .selectFrom("articles")
    .select((eb) => eb.fn.countAll<number | bigint | string>().as("articles"));
  const kept = await all.executeTakeFirstOrThrow();
  const whole = await all.where("pruned_at", "is", null).executeTakeFirstOrThrow();
  return Number(kept.articles) - Number(whole.articles);
}
