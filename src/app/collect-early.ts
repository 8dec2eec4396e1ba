import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Collecting takes some 20 ms then, and no more than this is ever held in vain. */
const GARBAGE_BYTES = 30_000_000;

/**
 * Gives what is to be called between pieces of work that leave much behind: it frees memory once there is
 * some of it. V8 alone lets a heap grow to three times what is in use before it looks.
 */
export function createEarlyCollector(): () => void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  let usedBefore = 0;
  return () => {
    const used = getHeapStatistics().used_heap_size;
    usedBefore = Math.min(usedBefore, used);
    if (used - usedBefore < GARBAGE_BYTES || typeof collect !== "function") return;
    collect();
    usedBefore = getHeapStatistics().used_heap_size;
  };
}
