import type { Config } from "../config/config.ts";
import type { Log } from "../lib/log.ts";
import type { Store } from "../store/store.ts";
import type { ArticleEvent } from "./article-events.ts";
import { logArticle } from "./article-log.ts";
import type { Core } from "./core.ts";
import { type Followed, loadFollowed } from "./followed.ts";
import { createStandingWatch, type OnPhase, type StandingWatch } from "./standing-watch.ts";
import { createTakeIn, type OnKept, type TakeIn } from "./take-in.ts";

/** What is followed, with what reads it and what watches where it stands. */
export type Session = {
  readonly followed: Followed;
  readonly watches: readonly { readonly core: Core; readonly standing: StandingWatch }[];
  readonly takeIn: TakeIn;
};

/** Gives the session in force. */
export type Sessions = {
  /** Another one after the list of added feeds has changed, or after {@link renew}. */
  current(): Session;
  /** Forgets what is in memory: the next session reads it from the store. */
  renew(): void;
};

/** What sessions are made of. */
export type SessionDeps = {
  readonly config: Config;
  readonly store: Store;
  readonly log: Log;
  /** Changes when the list of added feeds does. */
  readonly feedListStamp: () => string;
  readonly onArticle?: (event: ArticleEvent) => void;
  readonly onPhase?: OnPhase;
};

/**
 * Sessions of the talks that the configuration names.
 *
 * @throws {UsageError} @throws {ConfigError} from `current`, as `loadFollowed` does.
 */
export function createSessions(deps: SessionDeps): Sessions {
  let open: { readonly stamp: string; readonly session: Session } | null = null;
  return {
    current() {
      const stamp = deps.feedListStamp();
      if (open?.stamp !== stamp) open = { stamp, session: openSession(deps) };
      return open.session;
    },
    renew() {
      open = null;
    },
  };
}

function openSession({ config, store, log, onArticle, onPhase }: SessionDeps): Session {
  const followed = loadFollowed(config);
  const watches = followed.cores.map((core) => ({
    core,
    standing: createStandingWatch(core, store, log, onPhase),
  }));
  const hear: OnKept = (readings) => {
    for (const { standing } of watches) standing.hear(readings);
  };
  const takeIn = createTakeIn(store, followed.cores, hear, (event) => {
    logArticle(log, event);
    onArticle?.(event);
  });
  const talks = followed.cores.map(({ names }) => names.dossier.id);
  log.info("watching", { talks, feeds: followed.addresses.length });
  return { followed, watches, takeIn };
}
