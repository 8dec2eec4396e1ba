import { join } from "node:path";
import { createDispatcher } from "../../../src/deliveries/dispatch.ts";
import { createRateLimits } from "../../../src/deliveries/rate-limits.ts";
import { tellOccasions } from "../../../src/deliveries/tell-occasions.ts";
import { sleep } from "../../../src/lib/clock.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { iranUsNames, RICH_DIGEST } from "../../../tests/support/digests.ts";
import { createBenchLog, givenLoad } from "./load.ts";
import { connectTelegram } from "./telegram.ts";
import { watchSending } from "./watch-sending.ts";

// Parley's own way: an alert becomes deliveries in the store, and the dispatcher sends them.
const { folder, size, apiRoot, factor } = givenLoad();
const log = createBenchLog();
const clock = { now: () => new Date() };
const store = await openStore(`file:${join(folder, "parley.db")}`, ({ reason }) => {
  throw new Error(reason);
});
const adapter = connectTelegram(apiRoot, factor);
const stop = new AbortController();
const watch = watchSending(size);

const planning = {
  store,
  digests: store.digests,
  followed: [iranUsNames],
  digestOf: () => Promise.resolve(RICH_DIGEST),
  log,
  observe: () => undefined,
};
await tellOccasions(planning, clock.now());
watch.owed();

const dispatcher = createDispatcher({
  store,
  adapter,
  limits: createRateLimits(adapter.pace),
  clock,
  monotonicMs: () => performance.now(),
  sleep,
  random: Math.random,
  log,
  observe(event) {
    if (event.kind === "settled" && event.status !== "due" && watch.sent()) stop.abort();
  },
});
await dispatcher.run(stop.signal);
process.send?.(watch.figures());
await store.close();
process.disconnect();
