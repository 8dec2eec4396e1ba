import { peakMemoryMb, rounded } from "../print-metrics.ts";

/** What a poller is told. */
export type Work = { readonly port: number; readonly feeds: number; readonly folder: string };

/** What a poller tells after each round. */
export type Polled = {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Of the whole process, so far. */
  readonly peakRssMb: number;
  /** Documents read, or known to be unchanged. */
  readonly read: number;
  /** Items in what was read. */
  readonly items: number;
  readonly [more: string]: number;
};

/** The work that a parent handed over. */
export function givenWork(): Work {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the bench
  return JSON.parse(process.argv[2] ?? "") as Work;
}

/** Times a round, from now until it is asked. */
export function startRound(): (counts: Pick<Polled, "read" | "items">) => Polled {
  const [begun, cpuBegun] = [performance.now(), process.cpuUsage()];
  return (counts) => {
    const { user, system } = process.cpuUsage(cpuBegun);
    return {
      seconds: rounded((performance.now() - begun) / 1_000),
      cpuSeconds: rounded((user + system) / 1e6),
      peakRssMb: peakMemoryMb(),
      ...counts,
    };
  };
}

/** Tells of a round, and waits for the next. */
export function tellRound(polled: Polled): Promise<void> {
  const next = new Promise<void>((resolve) => process.once("message", () => resolve()));
  process.send?.(polled);
  return next;
}
