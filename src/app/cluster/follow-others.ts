import type { Log } from "../../lib/log.ts";
import type { Sessions } from "../sessions.ts";

/** What following the other nodes takes. */
export type FollowDeps = {
  readonly sessions: Sessions;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log: Log;
  /** Called once what another node kept was taken in. */
  readonly onNews: () => Promise<void>;
};

const EVERY_MS = 2_000;

/** Takes in what other nodes keep, on a node that reads no feeds itself, until the signal aborts. */
export async function followOthers(
  { sessions, sleep, log, onNews }: FollowDeps,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      let isNews = false;
      for (const { standing } of sessions.current().watches)
        isNews = (await standing.refresh()) || isNews;
      if (isNews) await onNews();
    } catch (error) {
      log.warn("what other nodes keep was not read", { err: error });
    }
    await sleep(EVERY_MS, signal);
  }
}
