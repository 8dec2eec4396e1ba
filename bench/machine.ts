import { cpus, loadavg, release, totalmem } from "node:os";
import { printMetrics } from "./support/print-metrics.ts";

/** The machine that the other figures were taken on. */
printMetrics("machine", {
  cores: cpus().length,
  cpu: cpus()[0]?.model.trim(),
  memoryGb: Math.round(totalmem() / 1e9),
  system: `${process.platform} ${release()}`,
  node: process.version,
  loadOf1And5And15Minutes: loadavg(),
});
