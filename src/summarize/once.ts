import type { Written } from "./narrate.ts";

/** What was written is remembered so long, and so is that nothing came of it, in milliseconds. */
const WRITTEN_MS = 10 * 60_000;
const NOTHING_MS = 60_000;
const MOST_KEPT = 500;

/** What is being written, or was, and since when; milliseconds of the same clock. */
export type Writing<T> = { readonly writing: Promise<T>; readonly begunAt: number };

type Known<T> = Writing<T> & { until: number };

/**
 * Has each thing written once, however many ask while it is being written and shortly after. What failed is
 * not tried again at once: a model that is away is not asked by every reader in turn.
 */
export function createOnce<T extends Written<unknown>>(monotonicMs: () => number) {
  const known = new Map<string, Known<T>>();
  return (key: string, write: () => Promise<T>): Writing<T> => {
    const now = monotonicMs();
    const found = known.get(key);
    if (found !== undefined && now < found.until) return found;
    const fresh: Known<T> = { writing: write(), begunAt: now, until: Infinity };
    known.delete(key);
    known.set(key, fresh);
    for (const oldest of known.keys()) {
      if (known.size <= MOST_KEPT) break;
      known.delete(oldest);
    }
    void settle(fresh, monotonicMs);
    return fresh;
  };
}

async function settle<T extends Written<unknown>>(
  fresh: Known<T>,
  monotonicMs: () => number,
): Promise<void> {
  try {
    const { kind } = await fresh.writing;
    fresh.until = monotonicMs() + (kind === "written" ? WRITTEN_MS : NOTHING_MS);
  } catch {
    // Whoever asked is told; the next asks anew.
    fresh.until = -Infinity;
  }
}
