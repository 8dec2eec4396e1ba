import type { Config } from "../config/config.ts";
import type { DossierFeed } from "../config/dossier.ts";
import { type FeedAddress, feedAddresses } from "../feeds/feed-address.ts";
import { readAddedFeeds } from "./added-feeds.ts";
import { type Core, loadCore } from "./core.ts";

/** The talks that are followed, and the feeds that are read for them. */
export type Followed = {
  readonly cores: readonly Core[];
  /** The dossiers' feeds and those the operator added, each address once. */
  readonly addresses: readonly FeedAddress[];
};

/**
 * Loads the talks asked for, or those that the configuration names.
 *
 * @throws {UsageError} when there are no such talks.
 * @throws {ConfigError} when a seed file or the list of added feeds is wrong.
 */
export function loadFollowed(config: Config, talks?: string): Followed {
  const added = readAddedFeeds(config.DATABASE_URL);
  const ids = talks === undefined ? config.PARLEY_TALKS : [talks];
  const cores = ids.map((id) => loadCore(id, added));
  const listed = cores.flatMap(({ names }) => names.dossier.feeds);
  return { cores, addresses: feedAddresses(feedsOf(listed, added)) };
}

/** The feeds of the dossiers, then the added ones that no dossier lists. */
function feedsOf(
  listed: readonly DossierFeed[],
  added: readonly DossierFeed[],
): readonly DossierFeed[] {
  const known = new Set(listed.map(({ url }) => url));
  return [...listed, ...added.filter(({ url }) => !known.has(url))];
}
