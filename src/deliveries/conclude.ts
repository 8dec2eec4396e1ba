import type { SendOutcome } from "../platform/outcome.ts";
import { type Delivery } from "./delivery.ts";
import type { DispatchDeps } from "./dispatch-deps.ts";
import { settle } from "./settle.ts";
import type { Settlement } from "./settlements.ts";

/**
 * How long a claimed delivery is ours without being renewed: what a dead node had claimed is another's by then.
 */
export const LEASE_MS = 15_000;

/** A wait that an operator should hear of. */
const LONG_WAIT_MS = 60_000;
const MOST_DOUBTFUL = 10_000;

/** What the outcomes of a dispatcher are held against. */
export type Concluding = {
  readonly deps: DispatchDeps;
  readonly onUnauthorized: (reason: string) => void;
  /** Deliveries of which an attempt may have arrived. */
  readonly doubtful: Set<string>;
};

/**
 * One part that was sent: what it came to, how many parts there are, how many of them at the start are
 * pictures alone, and how long the platform took.
 */
export type SentPart = {
  readonly outcome: SendOutcome;
  readonly parts: number;
  readonly pictures: number;
  readonly tookMs: number;
};

/** What is to be written of a delivery after a part came to an outcome; tells metrics and the log. */
export function conclude(concluding: Concluding, delivery: Delivery, sent: SentPart): Settlement {
  const { deps } = concluding;
  const { outcome, parts, pictures, tookMs } = sent;
  const now = deps.clock.now();
  const settled = settle(delivery, outcome, { now, parts, pictures, random: deps.random });
  deps.observe({
    kind: "settled",
    id: delivery.id,
    message: delivery.messageId,
    occasion: delivery.occasion,
    platform: deps.adapter.platform,
    outcome: outcome.kind,
    delivery: delivery.kind,
    status: settled.status.kind,
    waitedMs: Math.max(0, now.getTime() - delivery.dueAt.getTime()),
    tookMs,
  });
  if (outcome.kind === "sent") deps.limits.arrived(deps.monotonicMs() - tookMs);
  report(concluding, settled, outcome);
  if (outcome.kind === "sent" && settled.status.kind === "due")
    return { kind: "renew", delivery: settled, leaseEnds: new Date(now.getTime() + LEASE_MS) };
  return { kind: "settle", delivery: settled, outcome, at: delivery.to };
}

function report(concluding: Concluding, settled: Delivery, outcome: SendOutcome): void {
  const { deps, onUnauthorized } = concluding;
  const { platform } = deps.adapter;
  const fields = { platform, delivery: settled.id };
  switch (outcome.kind) {
    case "sent":
      return resolveDoubt(concluding, settled);
    case "wait":
      return undefined;
    case "retry":
      if (outcome.maybeSent) doubt(concluding, settled);
      return reportDeath(deps, settled, outcome.reason);
    case "moved":
      return deps.log.info("a chat has moved", fields);
    case "gone":
      return deps.log.info("a chat is gone", { ...fields, reason: outcome.reason });
    case "refused":
      if (settled.status.kind === "due")
        deps.log.warn("a message was refused and goes simpler", { ...fields, ...outcome });
      return reportDeath(deps, settled, outcome.reason);
    case "unauthorized":
      return onUnauthorized(outcome.reason);
  }
}

/** Lets nothing in where the platform asked to wait, before anybody may claim what waits there. */
export async function rest(deps: DispatchDeps, { id, to }: Delivery, ms: number): Promise<void> {
  const { limits, log, adapter, monotonicMs } = deps;
  const fields = { platform: adapter.platform, delivery: id, waitMs: ms };
  const now = monotonicMs();
  if (ms >= LONG_WAIT_MS) log.warn("the platform asks to wait long", fields);
  const allUntil = await limits.waits(to, now + ms, now);
  if (allUntil === null) return;
  log.warn("the platform asks all chats to wait", { ...fields, waitMs: allUntil - now });
}

function reportDeath({ adapter, log }: DispatchDeps, { id, status }: Delivery, reason: string) {
  if (status.kind === "dead")
    log.error("a delivery is given up", { platform: adapter.platform, delivery: id, reason });
}

function doubt({ doubtful }: Concluding, { id, status }: Delivery): void {
  if (doubtful.size >= MOST_DOUBTFUL) doubtful.clear();
  if (status.kind === "due") doubtful.add(id);
}

function resolveDoubt({ deps, doubtful }: Concluding, { id, kind }: Delivery): void {
  if (doubtful.delete(id))
    deps.observe({ kind: "maybe-repeated", platform: deps.adapter.platform, delivery: kind });
}
