/** Whether a node may take over what others left, after the store did not answer it for a while. */
export type Patience = {
  /** Asks the store something, and notes when it does not answer in time, or fails. */
  during<T>(asking: () => Promise<T>): Promise<T>;
  /** Holds while others may be about to write down what they sent as the store was away. */
  isPatient(): boolean;
};

/** A node that lives renews its leases sooner than this after the store is back, and writes what it sent. */
const PATIENCE_MS = 5_000;
/** Leases that were renewed in time do not run out within this. */
const STALL_MS = 5_000;

/** Patience that begins with the store's first silence. */
export function createPatience(monotonicMs: () => number): Patience {
  let untilMs = -Infinity;
  const begin = (): void => {
    untilMs = monotonicMs() + PATIENCE_MS;
  };
  return {
    isPatient: () => monotonicMs() < untilMs,
    async during(asking) {
      const begunMs = monotonicMs();
      try {
        const answer = await asking();
        if (monotonicMs() - begunMs > STALL_MS) begin();
        return answer;
      } catch (error) {
        begin();
        throw error;
      }
    },
  };
}
