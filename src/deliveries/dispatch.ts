import { createAlarm } from "./alarm.ts";
import { LEASE_MS } from "./conclude.ts";
import type { DispatchDeps } from "./dispatch-deps.ts";
import type { DispatchEnd } from "./dispatch-event.ts";
import { createWork, type Work } from "./dispatch-work.ts";
import type { Leased } from "./outbox.ts";
import { createPatience, type Patience } from "./patience.ts";

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
/**
 * So much is claimed before its turn that no turn is lost while the store is asked for more; it is asked when
 * half of that is left, as a claim takes it as long as many sends.
 */
const AHEAD_MS = 150;

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
      const patience = createPatience(deps.monotonicMs);
      const onAbort = () => work.stop();
      signal.addEventListener("abort", onAbort, { once: true });
      if (signal.aborted) work.stop();
      while (!work.isStopping()) {
        const idleMs = await lookForWork(deps, work, patience);
        if (!work.isStopping()) await alarm.sleep(idleMs);
      }
      signal.removeEventListener("abort", onAbort);
      await work.end();
      return work.outcome();
    },
  };
}

/** Claims and starts what may go now; gives for how long there is nothing to do, unless woken. */
async function lookForWork(deps: DispatchDeps, work: Work, patience: Patience): Promise<number> {
  const { lookAgainMs = LOOK_AGAIN_MS } = deps;
  try {
    await patience.during(() => work.keepUp());
    while (!work.isStopping()) {
      // A place that becomes free wakes the loop.
      if (work.places() === 0) return lookAgainMs;
      const idleMs = untilClaim(deps, work);
      if (idleMs > 0) return Math.min(Math.ceil(idleMs), lookAgainMs);
      const claimed = await patience.during(() => claim(deps, work, patience.isPatient()));
      if (claimed.length === 0) return Math.min((await untilDue(deps)) ?? lookAgainMs, lookAgainMs);
      for (const leased of claimed) work.start(leased);
    }
    return 0;
  } catch (err) {
    deps.log.error("the outbox cannot be read", { platform: deps.adapter.platform, err });
    return AFTER_FAILURE_MS;
  }
}

/** How many turns there are until {@link AHEAD_MS} from now, at the most. */
const turnsAhead = ({ adapter: { pace } }: DispatchDeps): number =>
  Math.ceil((pace.overall.messages * AHEAD_MS) / pace.overall.ms);

/** Until so few wait for their turn, at the soonest, that more are to be claimed; 0 when that is now. */
function untilClaim(deps: DispatchDeps, work: Work): number {
  const { limits, monotonicMs, adapter } = deps;
  const now = monotonicMs();
  const shutFor = limits.freeAtMs(now) - now;
  if (shutFor > AHEAD_MS) return shutFor;
  const { messages, ms } = adapter.pace.overall;
  const excess = work.queued() - Math.floor(turnsAhead(deps) / 2);
  return Math.max(0, (excess * ms) / messages);
}

async function claim(
  deps: DispatchDeps,
  work: Work,
  leavesLapsed: boolean,
): Promise<readonly Leased[]> {
  const now = deps.clock.now();
  const leaseEnds = new Date(now.getTime() + LEASE_MS);
  const claimed = await deps.store.outbox.claim({
    platform: deps.adapter.platform,
    now,
    leaseEnds,
    limit: Math.min(work.places(), turnsAhead(deps) - work.queued()),
    leavesLapsed,
  });
  return claimed.map((delivery) => ({ delivery, leaseEnds }));
}

/** Null when nothing will be due; what is due already waits for its channel, whose lease is due to end as well. */
async function untilDue({ store, adapter, clock }: DispatchDeps): Promise<number | null> {
  const now = clock.now();
  const next = await store.outbox.nextDueAt(adapter.platform, now);
  return next === null ? null : next.getTime() - now.getTime();
}
