import type { PaceDemand } from "./pace-demand.ts";
import type { SharedLimitsDeps } from "./shared-limits-deps.ts";
import type { SharedOverall } from "./shared-overall.ts";

/** A share is renewed so often by a node that looks for work. */
const RENEW_MS = 1_000;
/** And so often while shares change hands. */
const CHANGING_MS = 150;

/**
 * Renews the share in the background when it is time, one question at a time; at once where more is wanted
 * than was asked for, or more went than the share allows, and soon again while this node waits for what
 * others give up, or they for what it does.
 */
export function createRenewal(
  { pace, book, monotonicMs, sleep, log }: SharedLimitsDeps,
  overall: SharedOverall,
  demand: PaceDemand,
): (nowMs: number) => void {
  const never = new AbortController().signal;
  let nextAt = -Infinity;
  let asking = false;
  let askedFor = 0;
  /** What is written down for this node. */
  let most = 0;

  const renewFrom = (now: number): void => {
    const isShort = demand.wanted(now) > askedFor || overall.count(now) > most;
    if (asking || (now < nextAt && !isShort)) return;
    asking = true;
    void renew(now);
  };
  const renew = async (asked: number): Promise<void> => {
    const [held, wanted] = [overall.held(asked), demand.wanted(asked)];
    nextAt = asked + RENEW_MS;
    askedFor = wanted;
    most = held;
    try {
      const share = await book.share(pace.overall, { held, wanted });
      overall.grant(share, asked);
      most = Math.max(most, share.messages);
      const isChanging =
        share.messages < share.fair || overall.held(monotonicMs()) > share.messages;
      if (isChanging) void sleep(CHANGING_MS, never).then(renewAnew);
    } catch (err) {
      log.warn("the share in a platform's limits could not be renewed", { err });
    }
    asking = false;
  };
  const renewAnew = (): void => {
    nextAt = -Infinity;
    renewFrom(monotonicMs());
  };
  return renewFrom;
}
