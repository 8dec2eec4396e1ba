import type { Language } from "../../lib/language.ts";
import type { Metrics } from "../../lib/metrics.ts";
import type { PollResult } from "../../feeds/poll.ts";
import type { ArticleEvent } from "../article-events.ts";

/** Measures what the feeds bring. */
export type IngestMetrics = {
  readonly polled: (result: PollResult) => void;
  readonly article: (event: ArticleEvent) => void;
  readonly phase: (talks: string, to: string | null) => void;
  readonly failedCycle: () => void;
};

const HOUR_MS = 3_600_000;
/** A first poll brings articles of weeks, which say nothing of how quick we are. */
const NEWS_MS = 24 * HOUR_MS;
/** Seconds from publication: feeds are polled every two to thirty minutes. */
const LAG_BUCKETS = [30, 60, 120, 300, 600, 1_200, 1_800, 3_600, 7_200, 21_600, 86_400];
const READING_BUCKETS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2];

/** The metrics of polling, keeping and reading. */
export function createIngestMetrics(metrics: Metrics): IngestMetrics {
  const polled = createPollMetrics(metrics);
  const article = createArticleMetrics(metrics);
  const phases = metrics.counter<{ talks: string; to: string }>({
    name: "parley_phase_changes_total",
    help: "Times that talks entered a phase.",
    labels: ["talks", "to"],
  });
  const failures = metrics.counter({
    name: "parley_ingest_failures_total",
    help: "Rounds of polling, keeping and looking that broke off.",
    labels: [],
  });
  return {
    polled,
    article,
    phase: (talks, to) => phases({ talks, to: to ?? "unknown" }),
    failedCycle: () => failures({}),
  };
}

function createPollMetrics(metrics: Metrics): IngestMetrics["polled"] {
  const polls = metrics.counter<{ result: PollResult["kind"] }>({
    name: "parley_feed_polls_total",
    help: "Polls of feeds, by what they came to.",
    labels: ["result"],
  });
  const failures = metrics.counter<{ reason: string }>({
    name: "parley_feed_failures_total",
    help: "Polls of feeds that failed, by reason.",
    labels: ["reason"],
  });
  return (result) => {
    polls({ result: result.kind });
    if (result.kind === "failed") failures({ reason: result.reason });
  };
}

function createArticleMetrics(metrics: Metrics): IngestMetrics["article"] {
  const articles = metrics.counter<{ language: Language; outcome: ArticleEvent["kind"] }>({
    name: "parley_articles_total",
    help: "Articles that feeds brought, by language and whether they were new.",
    labels: ["language", "outcome"],
  });
  const relevant = metrics.counter<{ language: Language }>({
    name: "parley_relevant_articles_total",
    help: "Articles added or revised that are about the talks.",
    labels: ["language"],
  });
  const reading = metrics.histogram(
    {
      name: "parley_extraction_seconds",
      help: "Time to read one article for all the talks.",
      labels: [],
    },
    READING_BUCKETS,
  );
  const lag = metrics.histogram(
    {
      name: "parley_article_lag_seconds",
      help: "From the publication of an article until it was kept; articles of the last day.",
      labels: [],
    },
    LAG_BUCKETS,
  );
  return (event) => {
    articles({ language: event.language, outcome: event.kind });
    if (event.kind === "unchanged") return;
    if (event.relevant) relevant({ language: event.language });
    reading({}, event.readMs / 1_000);
    const lagMs = event.keptAt.getTime() - event.published.getTime();
    if (event.kind === "added" && lagMs < NEWS_MS) lag({}, Math.max(0, lagMs) / 1_000);
  };
}
