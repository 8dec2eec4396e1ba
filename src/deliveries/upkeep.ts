import type { Delivery } from "./delivery.ts";
import { LEASE_MS } from "./conclude.ts";
import type { DispatchDeps } from "./dispatch-deps.ts";

/** A delivery that is being sent, and when its lease ends. */
export type UnderWay = { readonly delivery: Delivery; readonly leaseEnds: number };

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
export function createUpkeep(
  deps: DispatchDeps,
  underWay: Map<string, UnderWay>,
): () => Promise<void> {
  const { store, clock, monotonicMs, observe } = deps;
  let nextMs = -Infinity;
  let lookFarMs = -Infinity;
  let ahead = clock.now().getTime() - monotonicMs();

  const followClock = async (): Promise<void> => {
    const by = clock.now().getTime() - monotonicMs() - ahead;
    if (Math.abs(by) < JUMP_MS) return;
    ahead += by;
    await renew(deps, underWay, [...underWay.values()]);
    if (by < 0) await store.outbox.turnBack(deps.adapter.platform, clock.now(), -by);
  };

  return async () => {
    await followClock();
    const ms = monotonicMs();
    if (ms < nextMs) return;
    nextMs = ms + KEEP_UP_MS;
    const now = clock.now();
    await renew(deps, underWay, longOnes(underWay, now));
    const count = await store.outbox.expire(now);
    if (count > 0) observe({ kind: "expired", count });
    if (ms < lookFarMs) return;
    lookFarMs = ms + LOOK_FAR_MS;
    const farthest = new Date(now.getTime() + FARTHEST_MS);
    await store.outbox.bringForward(deps.adapter.platform, now, farthest);
  };
}

const longOnes = (underWay: Map<string, UnderWay>, now: Date): readonly UnderWay[] =>
  [...underWay.values()].filter(({ leaseEnds }) => leaseEnds - now.getTime() < LEASE_MS / 2);

async function renew(
  { store, clock }: DispatchDeps,
  underWay: Map<string, UnderWay>,
  long: readonly UnderWay[],
): Promise<void> {
  if (long.length === 0) return;
  const leaseEnds = clock.now().getTime() + LEASE_MS;
  for (const { delivery } of long) underWay.set(delivery.id, { delivery, leaseEnds });
  await store.outbox.renew(
    long.map(({ delivery }) => delivery),
    new Date(leaseEnds),
  );
}
