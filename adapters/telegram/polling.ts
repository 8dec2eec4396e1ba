import type { Log } from "../../src/lib/log.ts";
import type { TellHearing } from "../../src/platform/hearing.ts";
import type { CallApi } from "./api.ts";
import type { Intake } from "./intake.ts";
import { troubleOf, WEBHOOK_IN_WAY } from "./poll-trouble.ts";
import type { UpdateQueue } from "./update-queue.ts";
import { ALLOWED_UPDATES } from "./updates.ts";

/** What polling works with. */
export type Polling = {
  readonly call: CallApi;
  readonly intake: Intake;
  readonly queue: UpdateQueue;
  readonly log: Log;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly tell: TellHearing;
};

const POLL_SECONDS = 30;
/** The server ends a poll by itself; a connection that is silent for longer is dead. */
const POLL_MS = (POLL_SECONDS + 10) * 1_000;
/** So many may wait before no more are fetched; Telegram keeps them for a day. */
const MOST_WAITING = 500;

/**
 * Fetches updates until the signal aborts. The loop is ours, not telegraf's: that one waits for every
 * handler before it fetches on, and ends for good at the first conflict.
 *
 * Fetching on confirms what came before (Bot API, `getUpdates`), so what is handled comes no second time.
 */
export async function pollUpdates(polling: Polling, signal: AbortSignal): Promise<void> {
  const { call, intake, queue, sleep, tell } = polling;
  let failures = 0;
  let told: string | null = null;
  let isHeard = false;
  while (!signal.aborted) {
    await untilRoom(queue, signal);
    if (signal.aborted) return;
    const payload = {
      // The first after trouble is answered at once, so that it is known to be over.
      timeout: isHeard ? POLL_SECONDS : 0,
      allowed_updates: ALLOWED_UPDATES,
      ...(intake.next() === 0 ? {} : { offset: intake.next() }),
    };
    const answer = await call("getUpdates", payload, { signal, ms: POLL_MS });
    if (signal.aborted) return;
    if (answer.kind === "ok" && Array.isArray(answer.result)) {
      isHeard = true;
      failures = 0;
      told = null;
      tell({ kind: "hearing", by: "polling" });
      // A node that stood still meanwhile hears here that another polls by now, and is told the same again.
      if (signal.aborted) return;
      await takeAll(answer.result, polling, signal);
      continue;
    }
    isHeard = false;
    failures += 1;
    const trouble = troubleOf(answer.kind === "failed" ? answer.failure : null, failures);
    if (trouble.event !== told) polling.log[trouble.level](trouble.event, trouble.fields);
    told = trouble.event;
    tell({ kind: "lost", reason: trouble.fields.reason, advice: trouble.advice });
    if (trouble.event === WEBHOOK_IN_WAY) await call("deleteWebhook", {}, { signal });
    await sleep(trouble.pauseMs, signal);
  }
}

/** Tells Telegram how far we are, so that what was handled does not come again. */
export async function confirmHandled({ call, intake }: Polling): Promise<void> {
  const offset = intake.firstUnhandled();
  const { signal } = new AbortController();
  if (offset > 0) await call("getUpdates", { offset, limit: 1, timeout: 0 }, { signal, ms: 800 });
}

async function takeAll(
  updates: readonly unknown[],
  { intake, queue, log }: Polling,
  signal: AbortSignal,
): Promise<void> {
  for (const update of updates) {
    // One chat that floods: what it sends beyond its share is left out, so that the others are heard.
    if (intake.take(update) === "left-out") log.warn("update of a chat that floods left out");
  }
  await untilRoom(queue, signal);
}

function untilRoom(queue: UpdateQueue, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      signal.removeEventListener("abort", end);
      resolve();
    };
    signal.addEventListener("abort", end, { once: true });
    if (signal.aborted) end();
    void queue.below(MOST_WAITING).then(end);
  });
}
