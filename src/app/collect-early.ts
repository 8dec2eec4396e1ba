import { getHeapStatistics } from "node:v8";

/** Collecting takes some 20 ms then, and no more than this is ever held in vain. */
const GARBAGE_BYTES = 20_000_000;

/**
 * Gives what is to be called between pieces of work that leave much behind: it frees memory once there is
 * some of it. V8 alone lets a heap grow to three times what is in use before it looks. It does nothing where
 * Node was started without `--expose-gc`: flags that are set later are not supported.
 */
export function createEarlyCollector(
  collect: (() => void) | undefined = globalThis.gc,
): () => void {
  if (collect === undefined) return () => undefined;
  let usedBefore = 0;
  return () => {
    const used = getHeapStatistics().used_heap_size;
    usedBefore = Math.min(usedBefore, used);
    if (used - usedBefore < GARBAGE_BYTES) return;
    collect();
    usedBefore = getHeapStatistics().used_heap_size;
  };
}
