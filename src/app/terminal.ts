/** Where a command's result and its remarks go, and what it may know of the world. */
export type Terminal = {
  /** The result, and nothing else. */
  readonly out: (text: string) => void;
  /** Remarks, warnings and progress. */
  readonly err: (text: string) => void;
  /** Whether a person watches stderr, who may like a progress bar. */
  readonly interactive: boolean;
  /** Columns of the terminal that shows the result. */
  readonly columns: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** Aborts when the operator asks the program to end; only commands that can end halfway ask for it. */
  readonly stopSignal: () => AbortSignal;
};

/** How a command ended: done, failed, or asked for in a way that cannot be done. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

/** One of {@link EXIT}'s codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
