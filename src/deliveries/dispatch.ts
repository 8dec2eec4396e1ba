import { createAlarm } from "./alarm.ts";
import { LEASE_MS } from "./conclude.ts";
import type { DispatchDeps } from "./dispatch-deps.ts";
import type { DispatchEnd } from "./dispatch-event.ts";
import { createWork, type Work } from "./dispatch-work.ts";
import type { Leased } from "./outbox.ts";

/** Sends what is due on one platform. */
export type Dispatcher = {
  /** Works until the signal aborts or the platform refuses our credentials; never rejects. Called once. */
  readonly run: (signal: AbortSignal) => Promise<DispatchEnd>;
  /** Looks for work at once, as when something was added. */
  readonly wake: () => void;
};

/** Other processes may add work without a call. */
const LOOK_AGAIN_MS = 1_000;
const AFTER_FAILURE_MS = 1_000;
/** Many turns a second are claimed together, since a claim takes the store as long as many sends. */
const CLAIM_EVERY_MS = 10;

/**
 * A dispatcher: one loop that claims no more than may go now, and beside it the sends under way, at most
 * one a channel, so that a slow chat holds up no other.
 */
export function createDispatcher(deps: DispatchDeps): Dispatcher {
  const alarm = createAlarm(deps.sleep);
  return {
    wake: alarm.wake,
    async run(signal) {
      const work = createWork(deps, alarm.wake);
      const claims: Claims = { nextMs: -Infinity };
      const onAbort = () => work.stop();
      signal.addEventListener("abort", onAbort, { once: true });
      if (signal.aborted) work.stop();
      while (!work.isStopping()) {
        const idleMs = await lookForWork(deps, work, claims);
        if (!work.isStopping()) await alarm.sleep(idleMs);
      }
      signal.removeEventListener("abort", onAbort);
      await work.end();
      return work.outcome();
    },
  };
}

/** When something may be claimed again, on the clock that never goes back. */
type Claims = { nextMs: number };

/** Claims and starts what may go now; gives for how long there is nothing to do, unless woken. */
async function lookForWork(deps: DispatchDeps, work: Work, claims: Claims): Promise<number> {
  const { lookAgainMs = LOOK_AGAIN_MS } = deps;
  try {
    await work.keepUp();
    while (!work.isStopping()) {
      // A place that becomes free wakes the loop.
      if (work.places() === 0) return lookAgainMs;
      const idleMs = Math.max(untilFree(deps, work), claims.nextMs - deps.monotonicMs());
      if (idleMs > 0) return Math.min(Math.ceil(idleMs), lookAgainMs);
      claims.nextMs = deps.monotonicMs() + CLAIM_EVERY_MS;
      const claimed = await claim(deps, work);
      if (claimed.length === 0) return Math.min((await untilDue(deps)) ?? lookAgainMs, lookAgainMs);
      for (const leased of claimed) work.start(leased);
    }
    return 0;
  } catch (err) {
    deps.log.error("the outbox cannot be read", { platform: deps.adapter.platform, err });
    return AFTER_FAILURE_MS;
  }
}

/** What was started and has not had its turn takes it before what is claimed now. */
const freeTurns = ({ limits, monotonicMs }: DispatchDeps, work: Work): number =>
  limits.free(monotonicMs()) - work.queued();

function untilFree(deps: DispatchDeps, work: Work): number {
  if (freeTurns(deps, work) > 0) return 0;
  const now = deps.monotonicMs();
  return Math.max(1, Math.ceil(deps.limits.freeAtMs(now) - now));
}

async function claim(deps: DispatchDeps, work: Work): Promise<readonly Leased[]> {
  const now = deps.clock.now();
  const leaseEnds = new Date(now.getTime() + LEASE_MS);
  const claimed = await deps.store.outbox.claim({
    platform: deps.adapter.platform,
    now,
    leaseEnds,
    limit: Math.min(work.places(), freeTurns(deps, work)),
  });
  return claimed.map((delivery) => ({ delivery, leaseEnds }));
}

/** Null when nothing will be due; what is due already waits for its channel, whose lease is due to end as well. */
async function untilDue({ store, adapter, clock }: DispatchDeps): Promise<number | null> {
  const now = clock.now();
  const next = await store.outbox.nextDueAt(adapter.platform, now);
  return next === null ? null : next.getTime() - now.getTime();
}
