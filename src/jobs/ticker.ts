/** Does something again and again, in its own time. */
export type Ticker = {
  /**
   * Begins to call `work` every minute, never twice at once. What is due is found from the store, so a
   * call that was missed, as while a laptop slept, is made up for by the next. Gives what stops it:
   * resolved once the last call has ended.
   */
  start(work: () => Promise<void>): () => Promise<void>;
};
