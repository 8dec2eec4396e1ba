import type { ArticleId } from "../../articles/article.ts";
import type { Likeness } from "../../articles/same-story.ts";
import type { Store } from "../../store/store.ts";
import type { Core } from "../core.ts";
import { likenessOf } from "../story-features.ts";

/** So few that others who want to write wait some tens of milliseconds at most. */
const RUN = 25;

/**
 * Lets go of the texts of some articles that were fetched before an instant; gives how many, 0 once there are none
 * left. What is in a story is kept recognisable, so that a copy of it that comes late is none of its own.
 */
export async function pruneTexts(
  store: Store,
  [core]: readonly Core[],
  before: Date,
  now: Date,
): Promise<number> {
  if (core === undefined) return 0;
  const aged = await store.articles.aged(before, RUN);
  if (aged.length === 0) return 0;
  return store.transaction(async ({ articles }) => {
    // Asked again: one of them may have been edited meanwhile.
    const still = await articles.aged(before, RUN);
    const likenesses = still.map(
      (article) =>
        [article.id, article.story === null ? null : likenessOf(core.read(article))] as const,
    );
    await articles.prune(new Map<ArticleId, Likeness | null>(likenesses), now);
    return still.length;
  });
}
