/** Gives a place back; more than once does no harm. */
export type Leave = () => void;

/** So many may be at work at once; a few more wait for their turn. */
export type Places = {
  /** A place; `busy` where too many wait already, `late` when the signal aborts first. */
  take(signal: AbortSignal): Promise<Leave | "busy" | "late">;
};

/** Free places, and a queue of a length. */
export function createPlaces(count: number, queueLength: number): Places {
  let free = count;
  const queue = new Set<() => void>();
  const giveBack = () => {
    free += 1;
    const [next] = queue;
    next?.();
  };
  const occupy = (): Leave => {
    free -= 1;
    let isHeld = true;
    return () => {
      if (isHeld) giveBack();
      isHeld = false;
    };
  };
  const wait = (signal: AbortSignal): Promise<Leave | "late"> =>
    new Promise((resolve) => {
      const end = (outcome: () => Leave | "late") => () => {
        queue.delete(turn);
        signal.removeEventListener("abort", giveUp);
        resolve(outcome());
      };
      const turn = end(occupy);
      const giveUp = end(() => "late");
      queue.add(turn);
      signal.addEventListener("abort", giveUp, { once: true });
    });
  return {
    async take(signal) {
      if (signal.aborted) return "late";
      if (free > 0) return occupy();
      return queue.size < queueLength ? wait(signal) : "busy";
    },
  };
}
