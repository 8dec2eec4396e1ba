import type { Clock } from "../../src/lib/clock.ts";

/** Time that passes only when a test says so. */
export type TurnedTime = {
  readonly clock: Clock;
  readonly monotonicMs: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Lets time pass, waking each sleeper at its moment. */
  pass(ms: number): Promise<void>;
  /** Sets the clock alone, as an operator may. */
  setClock(now: Date): void;
  /** Lets everything happen that needs no time. */
  settleDown(): Promise<void>;
};

type Sleeper = { readonly until: number; readonly wake: () => void };

/** Enough turns of the event loop for what follows from one wake-up. */
const TURNS = 8;

async function settleDown(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await new Promise((next) => setImmediate(next));
}

/** Time that stands at an instant. */
export function turnedTime(start: Date): TurnedTime {
  let elapsed = 0;
  let offset = start.getTime();
  const sleepers = new Set<Sleeper>();

  const earliest = (): Sleeper | null =>
    [...sleepers].reduce<Sleeper | null>(
      (first, one) => (first === null || one.until < first.until ? one : first),
      null,
    );

  return {
    clock: { now: () => new Date(offset + elapsed) },
    monotonicMs: () => elapsed,
    settleDown,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const wake = () => {
          sleepers.delete(sleeper);
          signal.removeEventListener("abort", wake);
          resolve();
        };
        const sleeper = { until: elapsed + ms, wake };
        sleepers.add(sleeper);
        signal.addEventListener("abort", wake, { once: true });
      }),
    async pass(ms) {
      const until = elapsed + ms;
      await settleDown();
      for (let next = earliest(); next !== null && next.until <= until; next = earliest()) {
        elapsed = Math.max(elapsed, next.until);
        next.wake();
        await settleDown();
      }
      elapsed = until;
    },
    setClock(now) {
      offset = now.getTime() - elapsed;
    },
  };
}
