import { setImmediate } from "node:timers/promises";

/** Lets documents be read one after the other, and no more be asked for than can be held meanwhile. */
export type ReadingTurns = {
  /** Does the poll of a feed once few enough documents wait to be read. */
  whenRoom<T>(poll: () => Promise<T>): Promise<T>;
  /** Reads a document of so many bytes in its turn. */
  inTurn<T>(bytes: number, read: () => Promise<T>): Promise<T>;
};

/** What may wait to be read: enough to never run out of work, little enough to hold in memory. */
const MOST_WAITING = 16;
const MOST_BYTES = 16_000_000;

/**
 * Turns in which documents are read. Between two the process hears its network: many documents read in one go
 * would let the answers that come meanwhile time out.
 */
export function createReadingTurns(): ReadingTurns {
  let last: Promise<unknown> = Promise.resolve();
  let [waiting, waitingBytes] = [0, 0];
  const held: (() => void)[] = [];
  const isFull = () => waiting >= MOST_WAITING || waitingBytes >= MOST_BYTES;

  return {
    async whenRoom(poll) {
      while (isFull()) await new Promise<void>((resolve) => held.push(resolve));
      try {
        return await poll();
      } finally {
        // One goes on for each that ends: while any is held, others are under way.
        if (!isFull()) held.shift()?.();
      }
    },

    async inTurn(bytes, read) {
      waiting += 1;
      waitingBytes += bytes;
      const done = readAfter(last, read);
      last = done.catch(() => undefined);
      try {
        return await done;
      } finally {
        waiting -= 1;
        waitingBytes -= bytes;
      }
    },
  };
}

async function readAfter<T>(before: Promise<unknown>, read: () => Promise<T>): Promise<T> {
  await before;
  await setImmediate();
  return read();
}
