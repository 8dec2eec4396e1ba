import type { Pace } from "../platform/pace.ts";
import { asIs, type Carrying, carryOut } from "./carry-out.ts";
import type { Delivery } from "./delivery.ts";
import { createDeliveryParts } from "./delivery-parts.ts";
import type { DispatchDeps } from "./dispatch-deps.ts";
import type { DispatchEnd } from "./dispatch-event.ts";
import { createSettlements } from "./settlements.ts";
import type { Leased } from "./outbox.ts";
import { createTurnstile } from "./turnstile.ts";
import { createUnderWay, type UnderWay } from "./under-way.ts";
import { createUpkeep, renewLeases } from "./upkeep.ts";

/** What a dispatcher has under way. */
export type Work = {
  /** How many more may be started. */
  places(): number;
  /** How many were started and have not had their turn among all chats. */
  queued(): number;
  start(leased: Leased): void;
  /** See {@link createUpkeep}. */
  keepUp(): Promise<void>;
  isStopping(): boolean;
  /** Starts nothing more, and gives back what has not begun. */
  stop(): void;
  /** Resolves once nothing is under way any more. */
  end(): Promise<void>;
  outcome(): DispatchEnd;
};

const AFTER_FAILURE_MS = 5_000;
/** What is being sent when all stops has this long to end by itself, and then this long to be cut. */
const GRACE_MS = 8_000;
const CUT_MS = 1_000;

/** Enough places for sends that take two seconds, within reason. */
const placesFor = ({ overall }: Pace): number =>
  Math.min(2_048, Math.max(64, Math.ceil((overall.messages * 2_000) / overall.ms)));

/** What is under way on one platform; `wake` is called whenever something ends. */
export function createWork(deps: DispatchDeps, wake: () => void): Work {
  const underWay = createUnderWay(deps);
  const stopping = new AbortController();
  const cutting = new AbortController();
  let end: DispatchEnd = { kind: "stopped" };
  const stop = (): void => {
    stopping.abort();
    wake();
  };
  const carrying: Carrying = {
    deps,
    partsOf: createDeliveryParts(deps.store.outbox, deps.adapter),
    settlements: createSettlements(deps, underWay, cutting.signal),
    turnstile: createTurnstile(deps, stopping.signal),
    stopping: stopping.signal,
    cutting: cutting.signal,
    doubtful: new Set(),
    onProgress: (delivery) => underWay.note(delivery),
    onTurn: (delivery) => underWay.hadTurn(delivery),
    isOurs: (delivery) => isOurs(deps, underWay, delivery),
    onUnauthorized(reason) {
      if (end.kind === "stopped") logUnauthorized(deps, reason);
      end = { kind: "unauthorized", reason };
      stop();
    },
  };
  return {
    places: () => placesFor(deps.adapter.pace) - underWay.size(),
    queued: () => underWay.queued(),
    start: (leased) => {
      // Its lease ran out while it was being sent, and nobody else claimed it: that sending goes on.
      if (takesUpAgain(underWay, leased)) return;
      void carryOutMeanwhile(carrying, underWay, leased).then(wake);
    },
    keepUp: createUpkeep(deps, underWay),
    isStopping: () => stopping.signal.aborted,
    stop,
    end: () => finish(deps, cutting, underWay),
    outcome: () => end,
  };
}

function takesUpAgain(underWay: UnderWay, { delivery: { id }, leaseEnds }: Leased): boolean {
  if (underWay.find(id) === null) return false;
  underWay.renewed([id], new Set([id]), leaseEnds);
  return true;
}

const carryOutMeanwhile = (carrying: Carrying, underWay: UnderWay, leased: Leased) =>
  underWay.during(leased, () => carryOutSafely(carrying, underWay, leased.delivery));

async function isOurs(deps: DispatchDeps, underWay: UnderWay, { id }: Delivery): Promise<boolean> {
  const leased = underWay.find(id);
  if (leased !== null && !underWay.isHeld(id)) await renewLeases(deps, underWay, [leased]);
  return underWay.isHeld(id);
}

/** A failure puts the delivery off: the store failed before anything was sent, or there is a bug. */
async function carryOutSafely(
  carrying: Carrying,
  underWay: UnderWay,
  claimed: Delivery,
): Promise<void> {
  const { deps, settlements } = carrying;
  try {
    await carryOut(carrying, claimed);
  } catch (err) {
    deps.log.error("a delivery is put off", { delivery: claimed.id, err });
    const delivery = underWay.find(claimed.id)?.delivery ?? claimed;
    const dueAt = new Date(deps.clock.now().getTime() + AFTER_FAILURE_MS);
    await settlements.write(asIs({ ...delivery, dueAt }));
  }
}

function logUnauthorized({ adapter, log }: DispatchDeps, reason: string): void {
  const { platform } = adapter;
  log.error("the platform refuses our credentials; nothing more is sent to it", {
    platform,
    reason,
  });
}

async function finish(
  { sleep }: DispatchDeps,
  cutting: AbortController,
  underWay: UnderWay,
): Promise<void> {
  const ended = new AbortController();
  const idle = underWay.untilEmpty().then(() => ended.abort());
  await Promise.race([idle, sleep(GRACE_MS, ended.signal)]);
  cutting.abort();
  await Promise.race([idle, sleep(CUT_MS, ended.signal)]);
  ended.abort();
}
