import type { Random } from "../lib/backoff.ts";
import type { Clock } from "../lib/clock.ts";
import type { Log } from "../lib/log.ts";
import type { PlatformAdapter } from "../platform/adapter.ts";
import type { PrivateChatOf } from "./consequences.ts";
import type { DeliveryStore } from "./delivery-stores.ts";
import type { DispatchEvent } from "./dispatch-event.ts";
import type { RateLimits } from "./rate-limits.ts";

/** What the dispatcher of one platform works with. */
export type DispatchDeps = {
  readonly store: DeliveryStore;
  readonly adapter: PlatformAdapter;
  /** Shared with whoever answers people on the same platform. */
  readonly limits: RateLimits;
  readonly clock: Clock;
  /** Milliseconds that never go back, whatever becomes of the clock. */
  readonly monotonicMs: () => number;
  /** Waits, or until the signal aborts; never rejects. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random: Random;
  readonly log: Log;
  readonly observe: (event: DispatchEvent) => void;
  /** How long the outbox is left alone when nothing in it is known to fall due; others may add to it. */
  readonly lookAgainMs?: number;
  /** Whether no other process sends what is in the store; then all that is leased at the start is nobody's. */
  readonly alone?: boolean;
  /** Without it, owners are not told in private. */
  readonly privateChatOf?: PrivateChatOf;
};
