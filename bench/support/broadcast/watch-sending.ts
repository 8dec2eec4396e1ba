import { peakMemoryMb, rounded } from "../print-metrics.ts";
import type { Sent } from "./load.ts";

/** Counts what is sent and takes the figures. */
export type Watch = {
  /** What was to be sent is known now. */
  readonly owed: () => void;
  /** One more message was sent; true when it was the last. */
  readonly sent: () => boolean;
  readonly figures: () => Sent;
};

const rssMb = (): number => Math.round(process.memoryUsage.rss() / 1e6);

const TENTHS = [1, 5, 9];

/** Begins with the owing. */
export function watchSending(size: number): Watch {
  const begun = performance.now();
  let owedAt = begun;
  let lastAt = begun;
  let cpuAtOwed = process.cpuUsage();
  let count = 0;
  const rssMbAt: Record<string, number> = {};
  return {
    owed() {
      owedAt = performance.now();
      cpuAtOwed = process.cpuUsage();
      rssMbAt["0%"] = rssMb();
    },
    sent() {
      count += 1;
      lastAt = performance.now();
      const tenth = TENTHS.find((each) => count === Math.ceil((size * each) / 10));
      if (tenth !== undefined) rssMbAt[`${tenth}0%`] = rssMb();
      return count === size;
    },
    figures() {
      const { user, system } = process.cpuUsage(cpuAtOwed);
      return {
        enqueueMs: Math.round(owedAt - begun),
        sendingMs: Math.round(lastAt - owedAt),
        cpuMsPerMessage: rounded((user + system) / 1_000 / count),
        peakRssMb: peakMemoryMb(),
        rssMbAt,
      };
    },
  };
}
