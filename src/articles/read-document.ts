import type { FeedAddress } from "../feeds/feed-address.ts";
import { usualGapOf } from "../feeds/freshness.ts";
import type { FeedReading, ReadDocument } from "../feeds/poll.ts";
import type { Clock } from "../lib/clock.ts";
import type { FeedItem } from "./feed-item.ts";
import { parseFeed, type ParsedFeed } from "./parse-feed.ts";

/** What reading documents needs. */
export type ReadDocumentDeps = {
  readonly clock: Clock;
  /** Keeps a document's items; it is done when it resolves, and keeping an item again is harmless. */
  readonly keep: (feed: FeedAddress, items: readonly FeedItem[]) => Promise<void>;
};

/** The poller's reader: parses a feed's document, keeps its items, and tells how new they are. */
export function createDocumentReader({ clock, keep }: ReadDocumentDeps): ReadDocument {
  return async (feed, { body, contentType, url }) => {
    const document = { bytes: body, contentType, url, ...habitsOf(feed) };
    const parsed = await parseFeed(document, clock.now());
    if (parsed.kind === "failed") return parsed;
    await keep(feed, parsed.items);
    return readingOf(parsed);
  };
}

const habitsOf = ({ feeds: [first] }: FeedAddress) => ({
  lang: first?.lang ?? "en",
  timeZone: first?.timeZone,
});

function readingOf(parsed: Extract<ParsedFeed, { kind: "parsed" }>): FeedReading {
  const published = parsed.items.map((item) => item.published);
  const newest = published.reduce<Date | null>(
    (latest, date) => (latest === null || date > latest ? date : latest),
    null,
  );
  return {
    kind: "read",
    items: parsed.items.length,
    skipped: parsed.skipped.reduce((sum, { count }) => sum + count, 0),
    newestItemAt: newest,
    usualGapMs: usualGapOf(published),
    ttlMs: parsed.ttlMs,
  };
}
