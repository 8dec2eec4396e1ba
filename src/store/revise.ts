import type { ArticleRow } from "./tables.ts";

/**
 * The row of an article after it was published once more, or null when nothing of it is new; see
 * `ArticleStore.keep` for the rules.
 */
export function revise(kept: ArticleRow, given: ArticleRow): ArticleRow | null {
  if (kept.feed !== null && given.feed !== null && kept.feed !== given.feed) return null;
  const next: ArticleRow = {
    ...given,
    feed: kept.feed ?? given.feed,
    summary: given.summary ?? kept.summary,
    body: given.body ?? kept.body,
    story: kept.story,
    revision: kept.revision + 1,
  };
  const edited = WORDING.some((column) => next[column] !== kept[column]);
  return edited || next.published_at < kept.published_at ? next : null;
}

const WORDING = ["title", "summary", "body", "lang", "source", "url"] as const;
