import type { DispatchDeps } from "./dispatch-deps.ts";

/** Where deliveries wait for their turn among all chats, first come first. */
export type Turnstile = {
  /** Resolves when it is one's turn, or once all stops. */
  pass(): Promise<void>;
};

/** Even a turn that is free at once leaves time for those let through to take theirs. */
const LEAST_MS = 1;

/** A turnstile over the limits of a platform: one looks for free turns, however many wait. */
export function createTurnstile(
  { limits, monotonicMs, sleep }: Pick<DispatchDeps, "limits" | "monotonicMs" | "sleep">,
  stopping: AbortSignal,
): Turnstile {
  const waiting: (() => void)[] = [];
  let turning = false;

  const turn = async (): Promise<void> => {
    while (waiting.length > 0 && !stopping.aborted) {
      const now = monotonicMs();
      for (const letThrough of waiting.splice(0, limits.free(now))) letThrough();
      if (waiting.length > 0)
        await sleep(Math.max(LEAST_MS, Math.ceil(limits.freeAtMs(now) - now)), stopping);
    }
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
