import type { Lane } from "./lane.ts";

/** Handles things side by side, those of one lane in order. */
export type UpdateQueue = {
  /** Takes a job; false when its lane is full, and the job is left out. */
  push(lane: Lane, job: Job): boolean;
  /** Resolves once fewer than `count` wait or run. */
  below(count: number): Promise<void>;
  /** Lets those that run come to their end, and starts none that waits. */
  close(): void;
};

/** How many jobs run at once, of slow lanes and of the others apart, and how many a lane holds. */
export type QueueLimits = {
  readonly atOnce: number;
  readonly slowAtOnce: number;
  readonly inLane: number;
};

/** Must not reject. */
type Job = () => Promise<void>;
type Held = { readonly last: Promise<void>; readonly count: number };

/** A queue in which a lane holds up no other, and slow ones, however many, none that is not. */
export function createUpdateQueue({ atOnce, slowAtOnce, inLane }: QueueLimits): UpdateQueue {
  const lanes = new Map<string, Held>();
  const swift = createGate(atOnce);
  const slow = createGate(slowAtOnce);
  let waiters: (() => void)[] = [];
  let size = 0;
  let isClosed = false;

  const run = async ({ name, isSlow }: Lane, before: Promise<void>, job: Job): Promise<void> => {
    await before;
    await (isSlow ? slow : swift)(() => (isClosed ? Promise.resolve() : job()));
    size -= 1;
    const { last, count } = lanes.get(name) ?? { last: before, count: 1 };
    if (count === 1) lanes.delete(name);
    else lanes.set(name, { last, count: count - 1 });
    const woken = waiters;
    waiters = [];
    for (const wake of woken) wake();
  };

  return {
    push: (lane, job) => {
      const { name } = lane;
      const { last, count } = lanes.get(name) ?? { last: Promise.resolve(), count: 0 };
      if (isClosed || count >= inLane) return false;
      size += 1;
      lanes.set(name, { last: run(lane, last, job), count: count + 1 });
      return true;
    },
    below: (count) =>
      new Promise((resolve) => {
        const check = () => (size < count ? resolve() : void waiters.push(check));
        check();
      }),
    close: () => {
      isClosed = true;
    },
  };
}

/** Runs at most so many jobs at once; one that ends hands its place to the next. */
function createGate(atOnce: number): (job: Job) => Promise<void> {
  const waiting: (() => void)[] = [];
  let free = atOnce;
  return async (job) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    await job();
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
}
