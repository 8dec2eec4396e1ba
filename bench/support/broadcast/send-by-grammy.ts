import { readFileSync } from "node:fs";
import { join } from "node:path";
import { autoRetry } from "@grammyjs/auto-retry";
import { apiThrottler } from "@grammyjs/transformer-throttler";
import { Api } from "grammy";
import type { TelegramPart } from "../../../adapters/telegram/part.ts";
import { richMessageOf } from "../../../adapters/telegram/send.ts";
import { chatIdOf, givenLoad, overallOf, TOKEN, withinChatOf } from "./load.ts";
import { watchSending } from "./watch-sending.ts";

// grammY's own way: its throttler queues calls in memory, and its auto-retry repeats what was refused,
// through the throttler again. It has no store, so nothing is owed beforehand.
const { folder, size, apiRoot, factor } = givenLoad();

/** Calls under way at once: each holds a queue of its own, and all together would not fit into memory. */
const CALLS = 1_000;
/** How long the throttler remembers a chat, were nothing said. */
const REMEMBERED_MS = 300_000;

const { messages, ms } = overallOf(factor);
const api = new Api(TOKEN, { apiRoot });
api.config.use(
  apiThrottler({
    global: {
      reservoir: messages,
      reservoirRefreshAmount: messages,
      reservoirRefreshInterval: ms,
    },
    out: { maxConcurrent: 1, minTime: withinChatOf(factor).ms, timeout: REMEMBERED_MS / factor },
  }),
  autoRetry(),
);

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the file next to this
const parts = JSON.parse(readFileSync(join(folder, "parts.json"), "utf8")) as TelegramPart[][];
const bodies = parts.map(([part]) => {
  if (part?.kind !== "rich") throw new Error("the message is not rich");
  return { message: richMessageOf(part), keyboard: part.keyboard.map((row) => [...row]) };
});

const watch = watchSending(size);
watch.owed();
let next = 0;
await Promise.all(Array.from({ length: CALLS }, sendInTurn));
process.send?.(watch.figures());
process.disconnect();

async function sendInTurn(): Promise<void> {
  for (;;) {
    const n = next;
    const body = bodies[n % bodies.length];
    if (n >= size || body === undefined) return;
    next += 1;
    const markup = { reply_markup: { inline_keyboard: body.keyboard } };
    await api.sendRichMessage(chatIdOf(n), body.message, markup);
    watch.sent();
  }
}
