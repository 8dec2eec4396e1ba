import { loadavg } from "node:os";

/** Runnable processes in the minute before this process began: more than there are cores slows all. */
const LOAD_BEFORE = loadavg()[0] ?? 0;

/** Prints one line of a bench: what was measured, on what, and how busy the machine was. */
export function printMetrics(
  bench: string,
  metrics: Readonly<Record<string, unknown>>,
  system = "parley",
): void {
  const load = { before: rounded(LOAD_BEFORE), now: rounded(loadavg()[0] ?? 0) };
  process.stdout.write(`${JSON.stringify({ bench, system, load, metrics })}\n`);
}

/** The most memory that this process has held, in MB (10^6 bytes). */
export const peakMemoryMb = (): number => Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);

/** Two figures behind the point at most. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

/** The middle of the values. */
export const medianOf = (values: readonly number[]): number => quantileOf(values, 0.5);

/** The value that a share of all lie below; NaN where there are none. */
export const quantileOf = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? Number.NaN;

/** CPU time that this thread has had, in ms: on a busy machine, what a core of its own would take. */
export function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
