import { traceOf } from "../articles/article-trace.ts";
import type { Log } from "../lib/log.ts";
import type { ArticleEvent } from "./article-events.ts";

/** Logs an article about the talks as it is kept, under the trace by which all that it leads to is found. */
export function logArticle(log: Log, event: ArticleEvent): void {
  if (event.kind === "unchanged" || !event.relevant) return;
  const { kind, url, feed, language, story, published } = event;
  log.info("article", { what: kind, article: traceOf(url), story, url, feed, language, published });
}
