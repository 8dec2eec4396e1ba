import { Presets, SingleBar } from "cli-progress";
import type { Terminal } from "./terminal.ts";

/** Told of each step of a long piece of work. */
export type Progress = { readonly step: () => void; readonly end: () => void };

/** Fewer articles are read before a bar could be. */
const WORTH_SHOWING = 200;

/** A progress bar on stderr when a person watches and the steps are many; otherwise nothing. */
export function showProgress(
  terminal: Terminal,
  task: string,
  total: number,
  worthShowing: number = WORTH_SHOWING,
): Progress {
  if (!terminal.interactive || total < worthShowing)
    return { step: () => undefined, end: () => undefined };
  const bar = new SingleBar(
    {
      format: `${task} {bar} {value}/{total}, {eta} s left`,
      stream: process.stderr,
      clearOnComplete: true,
      etaBuffer: 200,
    },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return { step: () => bar.increment(), end: () => bar.stop() };
}
