/** Tells the time; a test turns its own. */
export type Clock = { now(): Date };

/** The longest delay a Node timer holds; a longer one would fire at once. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** Waits `ms` milliseconds, or until `signal` aborts; it settles either way and never rejects. */
export async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  let left = ms;
  while (left > 0 && !signal.aborted) {
    const step = Math.min(left, LONGEST_TIMER_MS);
    await pause(step, signal);
    left -= step;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end, { once: true });
  });
}
