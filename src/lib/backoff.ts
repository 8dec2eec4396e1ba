/** A number from 0 (included) to 1 (excluded); a test hands in its own. */
export type Random = () => number;

/** How long to wait after failures, in milliseconds. */
export type BackoffLimits = { readonly firstMs: number; readonly longestMs: number };

/**
 * How long to wait after `failures` failures in a row (1 or more): doubled each time up to
 * `longestMs`, then spread over its upper half so that many waiters do not come back together.
 */
export function backoffMs(failures: number, limits: BackoffLimits, random: Random): number {
  const doublings = Math.min(Math.max(failures, 1) - 1, 40);
  const whole = Math.min(limits.firstMs * 2 ** doublings, limits.longestMs);
  return Math.round(whole * (0.5 + random() * 0.5));
}
