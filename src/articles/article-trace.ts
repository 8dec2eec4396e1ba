import type { ArticleId } from "./article.ts";
import { articleIdOf } from "./article-id.ts";
import { canonicalUrl } from "./canonical-url.ts";

/**
 * The id by which an article is followed through the log, wherever only its address is at hand: its own
 * id, but that the entries of one page share theirs.
 */
export const traceOf = (url: string): ArticleId => articleIdOf(canonicalUrl(url) ?? url);
