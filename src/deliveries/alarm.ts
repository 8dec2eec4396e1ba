/** A sleep that can be cut short; a call before it makes the next one end at once. */
export type Alarm = {
  readonly sleep: (ms: number) => Promise<void>;
  readonly wake: () => void;
};

/** An alarm over a way to wait; only one may sleep by it at a time. */
export function createAlarm(wait: (ms: number, signal: AbortSignal) => Promise<void>): Alarm {
  let nap: AbortController | null = null;
  let called = false;
  return {
    async sleep(ms) {
      if (!called && ms > 0) {
        nap = new AbortController();
        await wait(ms, nap.signal);
        nap = null;
      }
      called = false;
    },
    wake() {
      called = true;
      nap?.abort("woken");
    },
  };
}
