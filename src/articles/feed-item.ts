import type { ArticleId } from "./article.ts";

/** One article as a feed's document gives it; source and language are the subscriber's to add. */
export type FeedItem = {
  readonly id: ArticleId;
  /** The feed's own name for the item; it may change for one article, so it identifies nothing. */
  readonly guid: string | null;
  /** Canonical. Entries of one page (a live blog's) share it and differ in id. */
  readonly url: string;
  readonly title: string;
  readonly summary?: string;
  readonly body?: string;
  readonly published: Date;
};

/** Why an item of a document is no article; fit to be a metric label. */
export type SkipReason =
  | "future-dated"
  | "no-link"
  | "not-an-item"
  | "repeated"
  | "too-many"
  | "undated"
  | "untitled";

/** Why a document is no feed; fit to be a metric label. */
export type FeedFailureReason =
  | "binary"
  | "broken-json"
  | "broken-xml"
  | "empty"
  | "entity-declarations"
  | "html-page"
  | "not-a-feed"
  | "too-large";

/** A document that could not be read, and why; `detail` is for the log. */
export type FeedFailure = {
  readonly kind: "failed";
  readonly reason: FeedFailureReason;
  readonly detail: string;
};

/** An item's parts as the document spells them, still markup and text of any length. */
export type RawItem = {
  readonly guid: string | null;
  /** Addresses that may be the article's, the likeliest first. */
  readonly links: readonly string[];
  readonly title: string | null;
  readonly summary: string | null;
  readonly body: string | null;
  /** Dates that may be the publication's, the likeliest first. */
  readonly dates: readonly string[];
};

/** A document as read, before its items are judged. */
export type RawFeed = {
  readonly kind: "read";
  readonly items: readonly RawItem[];
  /** Entries that are not even items. */
  readonly notItems: number;
  /** How long the document asks not to be polled again, in milliseconds; null when it does not. */
  readonly ttlMs: number | null;
};

/** A failure with its reason. */
export const feedFailure = (reason: FeedFailureReason, detail: string): FeedFailure => ({
  kind: "failed",
  reason,
  detail,
});

/** Whether an item's name is an address as well; other names must not be taken for relative links. */
export const isWebAddress = (name: string): boolean => /^https?:\/\//i.test(name);
