import type { DossierFeed } from "../config/dossier.ts";

/** One address to poll, for all the feeds that name it. */
export type FeedAddress = {
  /** As the feed list gives it, normalised; it names the feed's state. */
  readonly address: string;
  /** Host and port: what gets one request at a time. */
  readonly host: string;
  readonly pollEveryMs: number;
  /** Never empty; the dossiers of several talks may list one feed. */
  readonly feeds: readonly DossierFeed[];
};

/** The addresses that a list of feeds names, each once, at the pace of its most eager feed. */
export function feedAddresses(feeds: readonly DossierFeed[]): FeedAddress[] {
  const byAddress = Map.groupBy(feeds, (feed) => normalised(feed.url).href);
  return [...byAddress].map(([address, same]) => ({
    address,
    host: normalised(address).host,
    pollEveryMs: Math.min(...same.map((feed) => feed.pollEveryMs)),
    feeds: same,
  }));
}

function normalised(address: string): URL {
  const url = new URL(address);
  url.hash = "";
  return url;
}
