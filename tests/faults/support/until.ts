import { setTimeout as pause } from "node:timers/promises";

/** Waits until something holds; false when it does not within the time. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  patienceMs = 60_000,
): Promise<boolean> {
  const end = performance.now() + patienceMs;
  while (performance.now() < end) {
    if (await holds()) return true;
    await pause(5);
  }
  return false;
}
