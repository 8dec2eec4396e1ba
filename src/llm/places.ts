/** Gives a place back; more than once does no harm. */
export type Leave = () => void;

/** So many may be at work at once; others wait for their turn. */
export type Places = {
  /**
   * A place; `busy` where too many wait already, `late` when the signal aborts first. Of those who wait, the
   * one with the lowest rank is next, of equals the first that came; ranks may change as they wait.
   */
  take(signal: AbortSignal, rank: () => number): Promise<Leave | "busy" | "late">;
};

type Waiting = { readonly rank: () => number; readonly begin: () => void };

/** Free places, and a queue of a length. */
export function createPlaces(count: number, queueLength: number): Places {
  let free = count;
  const queue = new Set<Waiting>();
  const giveBack = () => {
    free += 1;
    nextOf(queue)?.begin();
  };
  const occupy = (): Leave => {
    free -= 1;
    let isHeld = true;
    return () => {
      if (isHeld) giveBack();
      isHeld = false;
    };
  };
  const wait = (signal: AbortSignal, rank: () => number): Promise<Leave | "late"> =>
    new Promise((resolve) => {
      const end = (outcome: () => Leave | "late") => () => {
        queue.delete(waiting);
        signal.removeEventListener("abort", giveUp);
        resolve(outcome());
      };
      const waiting: Waiting = { rank, begin: end(occupy) };
      const giveUp = end(() => "late");
      queue.add(waiting);
      signal.addEventListener("abort", giveUp, { once: true });
    });
  return {
    async take(signal, rank) {
      if (signal.aborted) return "late";
      if (free > 0) return occupy();
      return queue.size < queueLength ? wait(signal, rank) : "busy";
    },
  };
}

function nextOf(queue: ReadonlySet<Waiting>): Waiting | null {
  let next: Waiting | null = null;
  for (const waiting of queue) if (next === null || waiting.rank() < next.rank()) next = waiting;
  return next;
}
