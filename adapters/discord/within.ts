/** Waits; a test hands in its own. It settles when `signal` aborts, and never rejects. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/** Stands for a promise that was not settled in time. */
export const LATE = Symbol("late");

/** What a promise comes to within `ms` milliseconds, or {@link LATE}; it goes on either way. */
export async function within<T>(
  promise: Promise<T>,
  ms: number,
  sleep: Sleep,
): Promise<T | typeof LATE> {
  const settled = new AbortController();
  try {
    return await Promise.race([promise, sleep(ms, settled.signal).then((): typeof LATE => LATE)]);
  } finally {
    settled.abort();
  }
}
