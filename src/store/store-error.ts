/** Why the database failed; fit to be a metric label. */
export type StoreFailure =
  | "damaged"
  | "disk-failed"
  | "disk-full"
  | "exists"
  | "locked"
  | "not-writable";

/** The database could not do what was asked; nothing of the transaction was kept. */
export class StoreError extends Error {
  readonly failure: StoreFailure;

  /** @param message says what to do about it, for the operator. */
  constructor(failure: StoreFailure, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "StoreError";
    this.failure = failure;
  }
}
