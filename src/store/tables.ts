import type { DeliveryTables } from "./delivery-tables.ts";

/**
 * The tables as the newest migration leaves them. Instants are milliseconds since 1970, truth values
 * are 0 or 1, and columns named `…_json` hold JSON: all that every database has.
 */
export type Tables = {
  articles: ArticleRow;
  feed_states: FeedStateRow;
  extractions: ExtractionRow;
  digests: DigestRow;
  narrations: NarrationRow;
  model_tokens: ModelTokensRow;
  told_rounds: ToldRoundRow;
  leases: LeaseRow;
} & DeliveryTables;

/** One article in its latest revision. */
export type ArticleRow = {
  id: string;
  url: string;
  source: string;
  feed: string | null;
  published_at: number;
  fetched_at: number;
  lang: string;
  story: string | null;
  revision: number;
  title: string;
  summary: string | null;
  body: string | null;
  /** When summary and body were let go; null while they are kept. */
  pruned_at: number | null;
  /** What is kept of them, once they are gone. */
  pruned_json: string | null;
};

/** Where Parley stands with one feed. */
export type FeedStateRow = { address: string; next_poll_at: number; cursor_json: string };

/** What one article asserts about one set of talks. */
export type ExtractionRow = {
  talks: string;
  article_id: string;
  /** Of the article; a copy, so that an index can order by it. */
  published_at: number;
  revision: number;
  extractor: string;
  relevant: number;
  reading_json: string;
};

/** What one reader was told last. */
export type DigestRow = { talks: string; reader: string; told_at: number; digest_json: string };

/** What a language model wrote, by the hash of what it was given. */
export type NarrationRow = {
  key: string;
  model: string;
  prompts: string;
  created_at: number;
  narration_json: string;
};

/** What one model used on one UTC day. */
export type ModelTokensRow = {
  day: string;
  model: string;
  input: number;
  output: number;
  calls: number;
};

/** What one node does at a time; see `Lease`. */
export type LeaseRow = { name: string; holder: string; ends_at: number; token: number };

/** A round that was told, by the day it was announced for at first. */
export type ToldRoundRow = { talks: string; first_date: string; date: string; round_json: string };
