const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Exit code of a process that a second request to end cut short (128 + SIGINT, as shells have it). */
const CUT_SHORT = 130;

/**
 * From now on a signal to end aborts what this gives, so that the program can end in good order; a
 * second one ends it at once.
 */
export function listenForStop(): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(CUT_SHORT);
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  return controller.signal;
}
