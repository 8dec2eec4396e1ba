import { LEASE_MS } from "./conclude.ts";
import type { DispatchDeps } from "./dispatch-deps.ts";
import type { Leased } from "./outbox.ts";
import type { UnderWay } from "./under-way.ts";

const KEEP_UP_MS = 1_000;
/** Leases that end sooner are renewed; those of a node that lives have this long left, less one round of upkeep. */
const RENEW_WITHIN_MS = 11_000;
const LOOK_FAR_MS = 60_000;
/** A clock is corrected by less than this all the time. */
const JUMP_MS = 30_000;
/** Nothing waits longer: quiet hours end within a day. */
const FARTHEST_MS = 25 * 3_600_000;

/**
 * What is to be done now and then beside sending: drops what is past its worth, keeps leased what is under way,
 * lets what a dead node had claimed go before what fell due later,
 * and brings back what waits by a clock that was set back meanwhile. Where no other node sends, it begins with
 * letting go of what an earlier run of this one had claimed.
 */
export function createUpkeep(deps: DispatchDeps, underWay: UnderWay): () => Promise<void> {
  const { store, clock, monotonicMs, observe } = deps;
  let nextMs = -Infinity;
  let lookFarMs = -Infinity;
  let ahead = clock.now().getTime() - monotonicMs();
  let leftBehind = deps.alone === true;

  const letGo = async (): Promise<void> => {
    if (!leftBehind) return;
    await store.outbox.letGo(deps.adapter.platform, clock.now());
    leftBehind = false;
  };

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
    await letGo();
    await followClock();
    const ms = monotonicMs();
    if (ms < nextMs) return;
    nextMs = ms + KEEP_UP_MS;
    const now = clock.now();
    await renewLeases(deps, underWay, underWay.endingWithin(RENEW_WITHIN_MS));
    const count = await store.outbox.expire(now);
    if (count > 0) observe({ kind: "expired", count });
    await store.outbox.hasten(deps.adapter.platform, now);
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
