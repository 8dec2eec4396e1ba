import { createTask } from "node-cron";
import type { Log } from "../lib/log.ts";
import type { Ticker } from "./ticker.ts";

const EVERY_MINUTE = "* * * * *";

/** Ticks at each full minute by node-cron, on one machine. A call that fails is logged; the next comes all the same. */
export const createCronTicker = (log: Log, expression = EVERY_MINUTE): Ticker => ({
  start(work) {
    let running: Promise<void> = Promise.resolve();
    const task = createTask(
      expression,
      async () => {
        running = work().catch((error: unknown) => {
          log.error("tick failed", { err: error });
        });
        await running;
      },
      { noOverlap: true, suppressMissedWarning: true, logger: quiet },
    );
    void task.start();
    return async () => {
      await task.destroy();
      await running;
    };
  },
});

const nothing = (): void => undefined;

/** A tick that comes late, or while the last still runs, is nothing to report. */
const quiet = { info: nothing, warn: nothing, error: nothing, debug: nothing };
