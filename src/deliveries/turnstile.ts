import type { DispatchDeps } from "./dispatch-deps.ts";

/** Where deliveries wait for their turn among all chats, first come first. */
export type Turnstile = {
  /** Resolves when it is one's turn, or once all stops. */
  pass(): Promise<void>;
};

/** Who was let through has taken his turn by then. */
const TAKING_MS = 1;

/** A turnstile over the limits of a platform: one looks for free turns, however many wait. */
export function createTurnstile(
  { limits, monotonicMs, sleep }: Pick<DispatchDeps, "limits" | "monotonicMs" | "sleep">,
  stopping: AbortSignal,
): Turnstile {
  const waiting: (() => void)[] = [];
  let turning = false;

  const turn = async (): Promise<void> => {
    do {
      const now = monotonicMs();
      for (const letThrough of waiting.splice(0, limits.free(now))) letThrough();
      const untilFree = waiting.length === 0 ? 0 : limits.freeAtMs(now) - now;
      await sleep(Math.max(TAKING_MS, Math.ceil(untilFree)), stopping);
    } while (waiting.length > 0 && !stopping.aborted);
    for (const letThrough of waiting.splice(0)) letThrough();
    turning = false;
  };

  return {
    pass: () =>
      new Promise((letThrough) => {
        waiting.push(letThrough);
        if (turning) return;
        turning = true;
        void turn();
      }),
  };
}
