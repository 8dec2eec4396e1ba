import type { Log } from "../../src/lib/log.ts";
import type { CommandForm } from "../../src/platform/command-form.ts";
import { laneOf } from "./lane.ts";
import type { UpdateQueue } from "./update-queue.ts";
import { readUpdate, type Update } from "./updates.ts";

/** Takes updates as they come, whichever way they come. */
export type Intake = {
  /** Takes one; `left-out` when its chat sends more than is handled. */
  take(raw: unknown): "taken" | "left-out";
  /** The number after the last one taken; 0 before any. */
  next(): number;
  /** The first number that has not begun to be handled, or the one after the last. */
  firstUnhandled(): number;
};

/** How many numbers are remembered, to know a repeat. */
const REMEMBERED = 1_000;

/** An intake that hands each update on once; what cannot be read is logged and passed over. */
export function createIntake(
  queue: UpdateQueue,
  handle: (update: Update) => Promise<void>,
  log: Log,
  commands: readonly CommandForm[] = [],
): Intake {
  const seen = new Set<number>();
  const waiting = new Set<number>();
  let next = 0;

  const enqueue = (id: number, update: Update) =>
    queue.push(laneOf(update, commands), async () => {
      waiting.delete(id);
      await handle(update).catch((error: unknown) => {
        log.error("update not handled", { updateId: id, err: error });
      });
    });

  return {
    take: (raw) => {
      const received = readUpdate(raw);
      if (received === null) {
        log.warn("update without a number passed over");
        return "taken";
      }
      const { id, update, problem } = received;
      if (seen.has(id)) return "taken";
      remember(seen, id);
      next = Math.max(next, id + 1);
      if (update === null) {
        log.warn("update passed over", { updateId: id, problem });
        return "taken";
      }
      if (!enqueue(id, update)) return "left-out";
      waiting.add(id);
      return "taken";
    },
    next: () => next,
    firstUnhandled: () => Math.min(next, ...waiting),
  };
}

function remember(seen: Set<number>, id: number): void {
  seen.add(id);
  const [oldest] = seen;
  if (seen.size > REMEMBERED && oldest !== undefined) seen.delete(oldest);
}
