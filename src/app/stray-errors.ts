import type { Log } from "../lib/log.ts";

/** More than so many in a minute are no accident. */
const MOST_A_MINUTE = 10;
const MINUTE_MS = 60_000;

/**
 * Errors that nobody caught, as when a library stumbles over what a server sent, end no bot: all that
 * matters is in the store, in whole transactions. They are logged; when they come in swarms, `giveUp` is
 * called once. What is given takes the watch off.
 */
export function outliveStrayErrors(log: Log, giveUp: () => void): () => void {
  let at: number[] = [];
  const hear = (error: unknown) => {
    log.error("stray error", { err: error });
    const now = performance.now();
    at = [...at.filter((before) => now - before < MINUTE_MS), now];
    if (at.length === MOST_A_MINUTE) giveUp();
  };
  process.on("uncaughtException", hear);
  process.on("unhandledRejection", hear);
  return () => {
    process.off("uncaughtException", hear);
    process.off("unhandledRejection", hear);
  };
}
