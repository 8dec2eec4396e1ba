import type { DossierFeed } from "../../src/config/dossier.ts";
import { type FeedAddress, feedAddresses } from "../../src/feeds/feed-address.ts";
import type { FeedCursor } from "../../src/feeds/feed-state.ts";
import type { FeedStateStore } from "../../src/feeds/feed-state-store.ts";

/** A feed of a dossier; a test says what matters to it. */
export const dossierFeed = (given: Partial<DossierFeed> = {}): DossierFeed => ({
  id: "example",
  url: "https://a.example/rss",
  name: "Example",
  also: [],
  labels: [],
  owner: "Example",
  tier: "outlet",
  lang: "en",
  pollEveryMs: 600_000,
  ...given,
});

/** The one address of one feed. */
export function feedAddress(given: Partial<DossierFeed> = {}): FeedAddress {
  const [address] = feedAddresses([dossierFeed(given)]);
  if (address === undefined) throw new Error("one feed has one address");
  return address;
}

/** A store of feed states in memory, and what it holds. */
export function memoryFeedStates(): FeedStateStore & { readonly kept: Map<string, FeedCursor> } {
  const kept = new Map<string, FeedCursor>();
  return {
    kept,
    load: async (addresses) =>
      new Map([...kept].filter(([address]) => addresses.includes(address))),
    save: async (cursor) => {
      kept.set(cursor.address, cursor);
    },
  };
}
