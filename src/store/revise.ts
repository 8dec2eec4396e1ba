import { readJson } from "./corrupt-row.ts";
import { isTextOf, PrunedJson } from "./pruned-json.ts";
import type { ArticleRow } from "./tables.ts";

/**
 * The row of an article after it was published once more, or null when nothing of it is new; see
 * `ArticleStore.keep` and `ArticleStore.prune` for the rules.
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
  if (kept.pruned_json !== null) return isOther(kept, kept.pruned_json, given) ? next : null;
  const edited = [...NAMING, ...TEXTS].some((column) => next[column] !== kept[column]);
  return edited || next.published_at < kept.published_at ? next : null;
}

/** Whether what comes once more is not what was let go; a date moved back would cost the texts that are gone. */
function isOther(kept: ArticleRow, prunedJson: string, given: ArticleRow): boolean {
  if (NAMING.some((column) => given[column] !== kept[column])) return true;
  const texts = readJson(PrunedJson, prunedJson);
  if (texts.kind === "corrupt") return false;
  return TEXTS.some((column) => {
    const text = given[column];
    return text !== null && !isTextOf(text, texts.value[column]);
  });
}

const NAMING = ["title", "lang", "source", "url"] as const;
const TEXTS = ["summary", "body"] as const;
