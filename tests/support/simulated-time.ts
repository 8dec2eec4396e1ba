import type { Clock } from "../../src/lib/clock.ts";

/** Time that stands until a test moves it, while sockets go on in real time. */
export type SimulatedTime = {
  readonly clock: Clock;
  readonly monotonicMs: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Moves on by so many milliseconds and wakes, once each, all who have slept long enough. */
  pass(ms: number): void;
};

type Sleeper = { readonly untilMs: number; readonly wake: () => void };

/** Time that stands at an instant. */
export function simulatedTime(start: Date): SimulatedTime {
  const startMs = start.getTime();
  let elapsedMs = 0;
  const sleepers = new Set<Sleeper>();
  return {
    clock: { now: () => new Date(startMs + elapsedMs) },
    monotonicMs: () => elapsedMs,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (ms <= 0 || signal.aborted) {
          resolve();
          return;
        }
        const wake = () => {
          sleepers.delete(sleeper);
          signal.removeEventListener("abort", wake);
          resolve();
        };
        const sleeper = { untilMs: elapsedMs + ms, wake };
        sleepers.add(sleeper);
        signal.addEventListener("abort", wake, { once: true });
      }),
    pass(ms) {
      elapsedMs += ms;
      for (const { untilMs, wake } of sleepers) if (untilMs <= elapsedMs) wake();
    },
  };
}
