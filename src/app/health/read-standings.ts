import type { FeedAddress } from "../../feeds/feed-address.ts";
import type { Store } from "../../store/store.ts";
import { standingsOf } from "../feed-standing.ts";
import type { Standings } from "../metrics/standing-gauges.ts";

/** Asks the store how everything stands. */
export async function readStandings(
  store: Store,
  addresses: readonly FeedAddress[],
  now: Date,
): Promise<Standings> {
  const [cursors, waiting, subscriptions, articles] = await Promise.all([
    store.feedStates.load(addresses.map(({ address }) => address)),
    store.outbox.waiting(now),
    store.subscriptions.counts(),
    store.articles.count(),
  ]);
  return { feeds: standingsOf(addresses, cursors, now), waiting, subscriptions, articles };
}
