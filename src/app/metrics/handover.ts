import type { ArticleId } from "../../articles/article.ts";
import { traceOf } from "../../articles/article-trace.ts";
import type { Metrics } from "../../lib/metrics.ts";
import type { ArticleEvent } from "../article-events.ts";
import { PLATFORMS } from "../bot/platforms.ts";

/** Measures how long news takes through the program, from the feed to a platform. */
export type Handover = {
  readonly kept: (event: ArticleEvent) => void;
  /** An alert that rests on some articles was handed to a platform. */
  readonly sent: (platform: string, articles: readonly ArticleId[], at: Date) => void;
};

const BUCKETS = [1, 2, 3, 4, 5, 7.5, 10, 20, 30, 60, 300, 1_800, 3_600];
/** What waits longer was held back for the night, or lies at the platform. */
const LONGEST_MS = 3_600_000;
const MOST_ARTICLES = 2_000;

/** Measures from the newest of an alert's articles: the one that it was waiting for. */
export function createHandover(metrics: Metrics): Handover {
  const observe = metrics.histogram<{ platform: string }>(
    {
      name: "parley_news_handover_seconds",
      help: "From the keeping of an alert's newest article until a platform took the alert; up to an hour.",
      labels: ["platform"],
    },
    BUCKETS,
    PLATFORMS.map(({ platform }) => ({ platform })),
  );
  const keptAt = new Map<ArticleId, number>();
  return {
    kept(event) {
      if (event.kind === "unchanged" || !event.relevant) return;
      keptAt.set(traceOf(event.url), event.keptAt.getTime());
      const [oldest] = keptAt.keys();
      if (oldest !== undefined && keptAt.size > MOST_ARTICLES) keptAt.delete(oldest);
    },
    sent(platform, articles, at) {
      const newest = Math.max(...articles.map((article) => keptAt.get(article) ?? -Infinity));
      const tookMs = at.getTime() - newest;
      if (tookMs <= LONGEST_MS) observe({ platform }, Math.max(0, tookMs) / 1_000);
    },
  };
}
