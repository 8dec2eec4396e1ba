import { createDispatcher } from "../../../src/deliveries/dispatch.ts";
import { createRateLimits } from "../../../src/deliveries/rate-limits.ts";
import { createSharedRateLimits } from "../../../src/deliveries/shared-rate-limits.ts";
import { tellOccasions } from "../../../src/deliveries/tell-occasions.ts";
import { sleep } from "../../../src/lib/clock.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { iranUsNames, RICH_DIGEST } from "../../../tests/support/digests.ts";
import { alertOf, createBenchLog, subscriptionOf } from "../broadcast/load.ts";
import { connectTelegram } from "../broadcast/telegram.ts";
import { peakMemoryMb } from "../print-metrics.ts";

/** What a worker is told: the work, for so many subscriptions, at so many times Telegram's pace. */
export type Task = {
  readonly work: "subscribe" | "plan" | "send";
  readonly databaseUrl: string;
  readonly size: number;
  readonly factor: number;
  /** Where a server stands for Telegram; else each call is answered after a while, by nobody. */
  readonly apiRoot: string | null;
};

/** What a worker tells: messages sent so far, or that its work is done. */
export type Report =
  | { readonly kind: "sent"; readonly at: readonly number[] }
  | {
      readonly kind: "done";
      readonly begunAt: number;
      readonly ms: number;
      readonly peakRssMb: number;
    };

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the bench
const { work, databaseUrl, size, factor, apiRoot } = JSON.parse(process.argv[2] ?? "") as Task;
const RUN = 10_000;
/** What a call to a platform takes, near enough. */
const ANSWER_MS = 40;
const TELL_MS = 250;
const log = createBenchLog();
const clock = { now: () => new Date() };
const digestOf = () => Promise.resolve(RICH_DIGEST);
const monotonicMs = () => performance.now();
const tell = (report: Report) => process.send?.(report);
const store = await openStore(databaseUrl, ({ reason }) => {
  throw new Error(reason);
});
const [begun, begunAt] = [performance.now(), Date.now()];
await { subscribe, plan, send }[work]();
tell({ kind: "done", begunAt, ms: performance.now() - begun, peakRssMb: peakMemoryMb() });
await store.close();
process.disconnect();

async function subscribe(): Promise<void> {
  const at = new Date();
  for (let from = 0; from < size; from += RUN)
    await store.subscriptions.keepAll(
      Array.from({ length: Math.min(RUN, size - from) }, (_, n) => subscriptionOf(from + n, at)),
    );
}

/** The alert begins to be told: what an article that was just fetched has changed. */
async function plan(): Promise<void> {
  const digest = await store.archive.keep(RICH_DIGEST);
  await store.occasions.add(alertOf(new Date(), digest));
  const planning = { store, digests: store.digests, followed: [iranUsNames] };
  await tellOccasions({ ...planning, digestOf, log, observe: () => undefined }, clock.now());
}

/** Sends what is owed, while it is being planned, until told to end. */
async function send(): Promise<void> {
  const stop = new AbortController();
  process.once("message", () => stop.abort());
  const connected = connectTelegram(apiRoot ?? "http://127.0.0.1:9", factor);
  let sentIds = 0;
  const answer = async () => {
    await sleep(ANSWER_MS, stop.signal);
    sentIds += 1;
    return { kind: "sent", messageId: String(sentIds) } as const;
  };
  const adapter = apiRoot === null ? { ...connected, send: answer } : connected;
  const timing = { clock, monotonicMs, sleep, random: Math.random, log };
  const book = store.paceBook?.(adapter.platform);
  const { pace } = adapter;
  const limits =
    book === undefined ? createRateLimits(pace) : createSharedRateLimits({ ...timing, pace, book });
  const times: number[] = [];
  const telling = setInterval(() => tell({ kind: "sent", at: times.splice(0) }), TELL_MS);
  const observe = (event: { readonly kind: string; readonly status?: string }) => {
    if (event.kind === "settled" && event.status !== "due") times.push(Date.now());
  };
  await createDispatcher({ ...timing, store, adapter, limits, observe, lookAgainMs: 500 }).run(
    stop.signal,
  );
  clearInterval(telling);
}
