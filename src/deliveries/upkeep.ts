import { LEASE_MS } from "./conclude.ts";
import type { DispatchDeps } from "./dispatch-deps.ts";
import type { Leased } from "./outbox.ts";
import type { UnderWay } from "./under-way.ts";

const KEEP_UP_MS = 1_000;
const LOOK_FAR_MS = 60_000;
/** A clock is corrected by less than this all the time. */
const JUMP_MS = 30_000;
/** Nothing waits longer: quiet hours end within a day. */
const FARTHEST_MS = 25 * 3_600_000;

/**
 * What is to be done now and then beside sending: drops what is past its worth, keeps long sends leased,
 * and brings back what waits by a clock that was set back meanwhile.
 */
export function createUpkeep(deps: DispatchDeps, underWay: UnderWay): () => Promise<void> {
  const { store, clock, monotonicMs, observe } = deps;
  let nextMs = -Infinity;
  let lookFarMs = -Infinity;
  let ahead = clock.now().getTime() - monotonicMs();

  const followClock = async (): Promise<void> => {
    // The clock that never goes back counts parts of a millisecond; stores count whole ones.
    const by = Math.round(clock.now().getTime() - monotonicMs() - ahead);
    if (Math.abs(by) < JUMP_MS) return;
    if (by < 0) {
      await store.outbox.turnBack(deps.adapter.platform, clock.now(), -by);
      underWay.turnBack(-by);
    }
    ahead += by;
    await renewLeases(deps, underWay, underWay.endingWithin(Infinity));
  };

  return async () => {
    await followClock();
    const ms = monotonicMs();
    if (ms < nextMs) return;
    nextMs = ms + KEEP_UP_MS;
    const now = clock.now();
    await renewLeases(deps, underWay, underWay.endingWithin(LEASE_MS / 2));
    const count = await store.outbox.expire(now);
    if (count > 0) observe({ kind: "expired", count });
    if (ms < lookFarMs) return;
    lookFarMs = ms + LOOK_FAR_MS;
    const farthest = new Date(now.getTime() + FARTHEST_MS);
    await store.outbox.bringForward(deps.adapter.platform, now, farthest);
  };
}

/** Leases deliveries on, where nobody has claimed them since, and notes which those are. */
export async function renewLeases(
  { store, clock }: DispatchDeps,
  underWay: UnderWay,
  leased: readonly Leased[],
): Promise<void> {
  if (leased.length === 0) return;
  const leaseEnds = new Date(clock.now().getTime() + LEASE_MS);
  const kept = await store.outbox.renew(leased, leaseEnds);
  const asked = leased.map(({ delivery }) => delivery.id);
  underWay.renewed(asked, kept, leaseEnds);
}
