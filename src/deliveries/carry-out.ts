import type { Delivery } from "./delivery.ts";
import type { Parts } from "./delivery-parts.ts";
import { conclude, type Concluding, rest } from "./conclude.ts";
import type { DispatchDeps } from "./dispatch-deps.ts";
import { type Plan, planSending, sendNextPart } from "./next-part.ts";
import type { Settlement, Settlements } from "./settlements.ts";
import type { Turnstile } from "./turnstile.ts";

/** A delivery that may go sooner than this keeps its place, so that its parts stay together. */
const WORTH_WAITING_MS = 3_000;

/** What carrying out deliveries takes. */
export type Carrying = Concluding & {
  readonly partsOf: (delivery: Delivery) => Promise<Parts>;
  readonly settlements: Settlements;
  readonly turnstile: Turnstile;
  /** Ends what has not begun to be sent. */
  readonly stopping: AbortSignal;
  /** Ends what is being sent. */
  readonly cutting: AbortSignal;
  /** Whether a delivery is still ours to send; asks the store where the clocks are in doubt. */
  readonly isOurs: (delivery: Delivery) => Promise<boolean>;
  /** Hears that a delivery had its turn, or waits for its own chat alone. */
  readonly onTurn: (delivery: Delivery) => void;
  /** Hears how a delivery stands after each part. */
  readonly onProgress: (delivery: Delivery) => void;
};

/** Sends a claimed delivery as far as it may go now, and writes back what became of it. */
export async function carryOut(carrying: Carrying, claimed: Delivery): Promise<void> {
  const { deps, partsOf, settlements, turnstile } = carrying;
  await turnstile.pass();
  const now = deps.clock.now();
  if (claimed.expiresAt <= now) {
    deps.observe({ kind: "expired", count: 1 });
    return settlements.write(asIs({ ...claimed, status: { kind: "expired", at: now } }));
  }
  const plan = await planSending(deps, partsOf, claimed);
  if (plan.kind === "drop") {
    await Promise.all(plan.deliveries.map((one) => settlements.write(asIs(one))));
    return;
  }
  if (plan.kind === "refused") {
    await settlements.write(
      conclude(carrying, claimed, { outcome: plan.outcome, parts: 0, pictures: 0, tookMs: 0 }),
    );
    return;
  }
  await sendParts(carrying, plan);
}

async function sendParts(carrying: Carrying, plan: Extract<Plan, { kind: "send" }>): Promise<void> {
  const { deps, settlements, cutting } = carrying;
  const counts = { parts: plan.parts.length, pictures: picturesBefore(plan.parts, deps) };
  let { delivery } = plan;
  for (;;) {
    const turn = await awaitTurn(carrying, delivery);
    if (turn !== null) return settlements.write(turn);
    // Whoever claimed it while we stood still sends it.
    if (!(await carrying.isOurs(delivery))) return;
    const begun = deps.monotonicMs();
    const outcome = await sendNextPart(deps, delivery, plan, cutting);
    const tookMs = deps.monotonicMs() - begun;
    if (outcome.kind === "wait") await rest(deps, delivery, outcome.ms);
    const settlement = conclude(carrying, delivery, { ...counts, outcome, tookMs });
    carrying.onProgress(settlement.delivery);
    await settlements.write(settlement);
    if (settlement.kind === "settle") return;
    delivery = settlement.delivery;
  }
}

/** How many parts come before the first words. */
function picturesBefore(parts: readonly unknown[], { adapter }: DispatchDeps): number {
  const words = parts.findIndex((part) => adapter.isPicture?.(part) !== true);
  return Math.max(0, words);
}

/** Writes a delivery back as it is, and ends its lease. */
export const asIs = (delivery: Delivery): Settlement => ({
  kind: "settle",
  delivery,
  outcome: null,
  at: delivery.to,
});

/** Null once the delivery may go; else what is to be written of it instead. */
async function awaitTurn(carrying: Carrying, delivery: Delivery): Promise<Settlement | null> {
  const { deps, stopping, onTurn } = carrying;
  for (;;) {
    if (stopping.aborted) return asIs(delivery);
    const now = deps.monotonicMs();
    const turn = await deps.limits.take(delivery.to, now);
    if (turn.ok || deps.limits.free(now) > 0) onTurn(delivery);
    if (turn.ok) return null;
    const ms = turn.retryAtMs - now;
    if (ms > WORTH_WAITING_MS) return defer(deps, delivery, ms);
    await deps.sleep(Math.ceil(ms), stopping);
  }
}

/** Its lease goes on until its turn, and holds up no other channel and no memory; a stop loses nothing. */
function defer(
  { adapter, clock, observe }: DispatchDeps,
  delivery: Delivery,
  ms: number,
): Settlement {
  observe({ kind: "deferred", platform: adapter.platform, ms });
  return { kind: "renew", delivery, leaseEnds: new Date(clock.now().getTime() + Math.ceil(ms)) };
}
