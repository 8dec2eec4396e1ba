import { peakMemoryMb } from "./print-metrics.ts";

// Loaded into a process that is measured: tells the most memory it held as it ends.
process.on("exit", () => {
  process.stderr.write(`\npeak ${peakMemoryMb()}\n`);
});
