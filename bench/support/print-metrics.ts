/** Prints one line of a bench: what was measured, and on what. */
export function printMetrics(
  bench: string,
  metrics: Readonly<Record<string, unknown>>,
  system = "parley",
): void {
  process.stdout.write(`${JSON.stringify({ bench, system, metrics })}\n`);
}

/** The most memory that this process has held, in MB (10^6 bytes). */
export const peakMemoryMb = (): number => Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);

/** Two figures behind the point at most. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

/** The middle of the values. */
export const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** CPU time that this thread has had, in ms: on a busy machine, what a core of its own would take. */
export function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
