import type { SearchWords } from "../articles/article-search.ts";
import type { TalksDesk } from "../commands/desk.ts";
import type { FeedAddress } from "../feeds/feed-address.ts";
import type { Clock } from "../lib/clock.ts";
import type { Store } from "../store/store.ts";
import { loadSearchWords } from "./core.ts";
import type { Session, Sessions } from "./sessions.ts";
import { createTalksDesk, type DeskSource } from "./talks-desk.ts";

/** A desk for each of the talks that are followed, in the order of the configuration. */
export function createTalksDesks(
  sessions: Sessions,
  store: Store,
  clock: Clock,
): readonly TalksDesk[] {
  let words: SearchWords | null = null;
  const searchWords = () => (words ??= loadSearchWords());
  return sessions.current().followed.cores.map(({ names }) =>
    createTalksDesk({
      names,
      source: () => sourceOf(sessions.current(), names.dossier.id),
      feedStates: store.feedStates,
      toldRounds: store.toldRounds,
      searchWords,
      clock,
    }),
  );
}

/** What is known of some talks in a session. */
export function sourceOf({ followed, watches }: Session, talks: string): DeskSource {
  const watch = watches.find(({ core }) => core.names.dossier.id === talks);
  if (watch === undefined) throw new Error(`Nobody watches ${talks}.`);
  const { core, standing } = watch;
  const others = new Set(
    followed.cores
      .filter((other) => other !== core)
      .flatMap(({ names }) => names.dossier.feeds.map(({ url }) => url)),
  );
  const own = new Set(core.names.dossier.feeds.map(({ url }) => url));
  const isOurs = ({ feeds }: FeedAddress) =>
    feeds.some(({ url }) => own.has(url) || !others.has(url));
  return { core, log: (now) => standing.log(now), addresses: followed.addresses.filter(isOurs) };
}
