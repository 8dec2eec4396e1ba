/**
 * Why the database failed; fit to be a metric label. `contended`, `locked`, `timed-out` and `unreachable`
 * may pass by themselves; the others need somebody to mend them.
 */
export type StoreFailure =
  | "contended"
  | "damaged"
  | "disk-failed"
  | "disk-full"
  | "exists"
  | "locked"
  | "not-writable"
  | "refused"
  | "timed-out"
  | "unreachable"
  | "unsupported";

/** The database could not do what was asked; nothing of the transaction was kept, unless its last word was lost. */
export class StoreError extends Error {
  readonly failure: StoreFailure;

  /** @param message says what to do about it, for the operator. */
  constructor(failure: StoreFailure, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "StoreError";
    this.failure = failure;
  }
}
