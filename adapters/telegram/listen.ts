import { LeaseLost } from "../../src/lib/lease.ts";
import type { Conversation } from "../../src/platform/conversation.ts";
import type { TellHearing } from "../../src/platform/hearing.ts";
import type { CallApi } from "./api.ts";
import { keepMenu } from "./commands-menu.ts";
import type { TelegramDeps } from "./deps.ts";
import { handleUpdate } from "./handle-update.ts";
import type { Handling } from "./handling.ts";
import { hookUpdates } from "./hook-updates.ts";
import { createIntake } from "./intake.ts";
import { confirmHandled, pollUpdates } from "./polling.ts";
import { readMe } from "./probe.ts";
import type { Speaker } from "./speak.ts";
import { createUpdateQueue } from "./update-queue.ts";
import type { Update } from "./updates.ts";

/** What listening works with. */
export type Listening = TelegramDeps & {
  readonly call: CallApi;
  readonly speaking: Pick<Speaker, "render" | "send" | "edit">;
  readonly tell: TellHearing;
};

/** What is slow waits for others to answer and costs us little meanwhile. */
const QUEUE = { atOnce: 32, slowAtOnce: 256, inLane: 50 };
/** How long those who are being answered at a stop have. */
const LAST_WORDS_MS = 800;
/** How long calls that were cut off have to end. */
const GOODBYE_MS = 200;

/** Hears people by polling or by webhook, and answers them, until the signal aborts. */
export async function listenToTelegram(
  listening: Listening,
  conversation: Conversation,
  signal: AbortSignal,
): Promise<void> {
  const { call, config, log, sleep, tell } = listening;
  const answering = new AbortController();
  const queue = createUpdateQueue(QUEUE);
  const handling = createHandling(listening, conversation, answering.signal);
  const handle = async (update: Update) => handleUpdate(update, await handling());
  const intake = createIntake(queue, handle, log, listening.commands);
  const polling = { call, intake, queue, log, sleep, tell };
  const menu = keepMenu(listening, signal);
  const { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = config;
  if (url !== undefined && secret !== undefined) {
    const port = config.TELEGRAM_WEBHOOK_PORT;
    const take = (update: unknown) => void intake.take(update);
    await hookUpdates({ call, url, secret, port, take, log, sleep, tell }, signal);
  } else await pollUpdates(polling, signal);

  queue.close();
  await endWithin(queue.below(1), LAST_WORDS_MS, sleep);
  answering.abort();
  await endWithin(Promise.all([queue.below(1), menu]), GOODBYE_MS, sleep);
  if (url === undefined && !(signal.reason instanceof LeaseLost)) await confirmHandled(polling);
}

async function endWithin(
  work: Promise<unknown>,
  ms: number,
  sleep: Listening["sleep"],
): Promise<void> {
  const ended = new AbortController();
  await Promise.race([work, sleep(ms, ended.signal)]);
  ended.abort();
}

/** Learns our own name before the first update is handled; goes on without while it cannot be learnt. */
function createHandling(
  { call, commands, log, sleep, speaking }: Listening,
  conversation: Conversation,
  signal: AbortSignal,
): () => Promise<Handling> {
  const speaker: Speaker = { ...speaking, conversation, log, sleep, signal };
  let me: Handling["me"] = { id: null, username: null };
  return async () => {
    if (me.id === null) me = readMe(await call("getMe", {}, { signal, ms: 5_000 })) ?? me;
    return { call, conversation, commands, speaker, me, signal };
  };
}
