import { writeSync } from "node:fs";
import { openStore } from "../../src/store/open-store.ts";
import { minutesPast, NINE } from "./delivery-samples.ts";

/** How many deliveries a worker has in hand at once. */
export const IN_HAND = 7;

/**
 * Claims deliveries and settles them as sent until none is left, and says the id of each, on a line of its
 * own, before it settles it. It kills itself with its claim number `fatal` in hand.
 */
async function work(url: string, fatal: number): Promise<void> {
  const store = await openStore(url, () => undefined);
  for (let claims = 0; ; claims += 1) {
    const lease = { platform: "telegram", now: NINE, leaseEnds: minutesPast(1), limit: IN_HAND };
    const claimed = await store.outbox.claim(lease);
    if (claimed.length === 0) break;
    writeSync(1, claimed.map(({ id }) => `${id}\n`).join(""));
    if (claims === fatal) process.kill(process.pid, "SIGKILL");
    await store.outbox.settle(
      claimed.map((one) => ({ ...one, sentIds: ["1"], status: { kind: "sent", at: NINE } })),
    );
  }
  await store.close();
}

if (import.meta.main) {
  const [url = "", fatal] = process.argv.slice(2);
  await work(url, Number(fatal));
}
