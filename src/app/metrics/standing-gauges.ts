import type { Tier } from "../../config/dossier.ts";
import type { WaitingCount } from "../../deliveries/outbox.ts";
import type { SubscriptionCount } from "../../deliveries/subscription-store.ts";
import type { Metrics } from "../../lib/metrics.ts";
import type { FeedStanding } from "../feed-standing.ts";

/** How everything stands that the store knows, at one instant. */
export type Standings = {
  readonly feeds: readonly FeedStanding[];
  readonly waiting: readonly WaitingCount[];
  readonly subscriptions: readonly SubscriptionCount[];
  readonly articles: number;
};

/** Gauges of how everything stands; each call sets them all. */
export function createStandingGauges(metrics: Metrics): (standings: Standings) => void {
  const feeds = createFeedGauges(metrics);
  const outbox = createOutboxGauges(metrics);
  const subscriptions = metrics.gauge<{ platform: string; status: SubscriptionCount["status"] }>({
    name: "parley_subscriptions",
    help: "Subscriptions by status.",
    labels: ["platform", "status"],
  });
  const articles = metrics.gauge({
    name: "parley_kept_articles",
    help: "Articles in the store.",
    labels: [],
  });
  return (standings) => {
    feeds(standings.feeds);
    outbox(standings.waiting);
    subscriptions(
      standings.subscriptions.map(({ platform, status, count }) => ({
        labels: { platform, status },
        value: count,
      })),
    );
    articles([{ labels: {}, value: standings.articles }]);
  };
}

const STATES = ["lively", "quiet", "dead", "failed", "new"] as const;

function createFeedGauges(metrics: Metrics): (feeds: readonly FeedStanding[]) => void {
  const standing = metrics.gauge<{ standing: FeedStanding["state"] }>({
    name: "parley_feeds",
    help: "Feeds that are followed, by how they stand.",
    labels: ["standing"],
  });
  const newest = metrics.gauge<{ tier: Tier }>({
    name: "parley_newest_item_timestamp_seconds",
    help: "Publication of the newest item that feeds of a tier gave.",
    labels: ["tier"],
  });
  return (feeds) => {
    standing(
      STATES.map((state) => ({
        labels: { standing: state },
        value: feeds.filter((feed) => feed.state === state).length,
      })),
    );
    newest([...newestByTier(feeds)].map(([tier, ms]) => ({ labels: { tier }, value: ms / 1_000 })));
  };
}

/** In milliseconds since 1970; tiers of which nothing was read are left out. */
function newestByTier(feeds: readonly FeedStanding[]): ReadonlyMap<Tier, number> {
  const newest = new Map<Tier, number>();
  for (const { feed, cursor } of feeds)
    for (const { tier } of feed.feeds)
      if (cursor.lastItemAt !== null)
        newest.set(tier, Math.max(newest.get(tier) ?? 0, cursor.lastItemAt.getTime()));
  return newest;
}

function createOutboxGauges(metrics: Metrics): (waiting: readonly WaitingCount[]) => void {
  const count = metrics.gauge<{ platform: string }>({
    name: "parley_outbox_waiting",
    help: "Deliveries that are still to be sent.",
    labels: ["platform"],
  });
  const oldest = metrics.gauge<{ platform: string }>({
    name: "parley_outbox_oldest_seconds",
    help: "How long the oldest delivery that may go has waited.",
    labels: ["platform"],
  });
  return (waiting) => {
    count(waiting.map((each) => ({ labels: { platform: each.platform }, value: each.count })));
    oldest(
      waiting.map(({ platform, oldestMs }) => ({ labels: { platform }, value: oldestMs / 1_000 })),
    );
  };
}
