import type { Written } from "./narrate.ts";
import type { ExtractiveReason } from "./narration-event.ts";
import { comesBefore, type SpentOn } from "./spent-on.ts";

/** What was written is remembered so long, in milliseconds. */
const WRITTEN_MS = 10 * 60_000;
const MOST_KEPT = 500;

const SOON_MS = 60_000;
const LATER_MS = 30 * 60_000;

/**
 * How long it is remembered that nothing was written, in milliseconds. What a model wrote badly it writes much
 * the same when it is asked the same, and each time costs as much.
 */
export function nothingForMs(reason: ExtractiveReason): number {
  switch (reason) {
    case "malformed":
    case "refused":
    case "too-little":
      return LATER_MS;
    case "late":
    case "unreachable":
    case "server":
    case "rate-limited":
    case "rejected":
    case "over-budget":
    case "circuit-open":
    case "busy":
    case "deadline":
    case "bug":
      return SOON_MS;
  }
}

/** What is being written, or was, and since when; milliseconds of the same clock. */
export type Writing<T> = { readonly writing: Promise<T>; readonly begunAt: number };

type Known<T> = Writing<T> & { until: number; spentOn: SpentOn; isForbidden: boolean };

/**
 * Has each thing written once, however many ask while it is being written and shortly after; for whoever of
 * them comes first. What failed is not tried again at once: a model that is away is not asked by every reader
 * in turn. What limits forbade to some may still be written for those who come before them.
 */
export function createOnce<T extends Written<unknown>>(monotonicMs: () => number) {
  const known = new Map<string, Known<T>>();
  return (
    key: string,
    spentOn: SpentOn,
    write: (spentOn: () => SpentOn) => Promise<T>,
  ): Writing<T> => {
    const now = monotonicMs();
    const found = known.get(key);
    if (found !== undefined && now < found.until) {
      const isFirst = comesBefore(spentOn, found.spentOn);
      if (isFirst) found.spentOn = spentOn;
      if (!isFirst || !found.isForbidden) return found;
    }
    const fresh = begin(spentOn, now, write);
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

function begin<T>(
  spentOn: SpentOn,
  begunAt: number,
  write: (spentOn: () => SpentOn) => Promise<T>,
): Known<T> {
  const asked = { spentOn };
  const writing = write(() => asked.spentOn);
  return Object.assign(asked, { writing, begunAt, until: Infinity, isForbidden: false });
}

async function settle<T extends Written<unknown>>(
  fresh: Known<T>,
  monotonicMs: () => number,
): Promise<void> {
  try {
    const written = await fresh.writing;
    const isWritten = written.kind === "written";
    fresh.until = monotonicMs() + (isWritten ? WRITTEN_MS : nothingForMs(written.reason));
    fresh.isForbidden =
      !isWritten && (written.reason === "over-budget" || written.reason === "busy");
  } catch {
    // Whoever asked is told; the next asks anew.
    fresh.until = -Infinity;
  }
}
