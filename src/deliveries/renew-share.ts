import type { SharedLimitsDeps } from "./shared-limits-deps.ts";
import type { SharedOverall } from "./shared-overall.ts";

/** A share is renewed so often by a node that looks for work. */
const RENEW_MS = 1_000;

/**
 * Renews the share in the background when it is time, one question at a time; once more as soon as what was
 * given up is out of the window, since others wait for it.
 */
export function createRenewal(
  { pace, book, monotonicMs, sleep, log }: SharedLimitsDeps,
  overall: SharedOverall,
): (nowMs: number) => void {
  const never = new AbortController().signal;
  let nextAt = -Infinity;
  const renewFrom = (nowMs: number): void => {
    if (nowMs < nextAt) return;
    nextAt = Infinity;
    void renew(nowMs);
  };
  const renew = async (asked: number): Promise<void> => {
    try {
      const share = await book.share(pace.overall, overall.held(asked));
      const now = monotonicMs();
      overall.grant(share, asked, now);
      const untilGone = overall.heldUntil() - now;
      if (untilGone > 0) void sleep(untilGone, never).then(renewAnew);
    } catch (err) {
      log.warn("the share in a platform's limits could not be renewed", { err });
    }
    nextAt = asked + RENEW_MS;
  };
  const renewAnew = (): void => {
    if (nextAt < Infinity) nextAt = -Infinity;
    renewFrom(monotonicMs());
  };
  return renewFrom;
}
