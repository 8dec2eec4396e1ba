import { TelegramError } from "telegraf";
import { failureOf } from "../../adapters/telegram/api-failure.ts";
import { outcomeOf } from "../../adapters/telegram/outcome.ts";
import { renderTelegram } from "../../adapters/telegram/render.ts";
import type { Address } from "../../src/platform/address.ts";
import { Secret } from "../../src/lib/secret.ts";
import { telegramProblems } from "../support/telegram-problems.ts";
import { adapterContract } from "./adapter-contract.ts";

const TOKEN = "42:a-token-that-nobody-may-read";
const CHAT = { platform: "telegram", channel: "-1001", thread: null };
const TOPIC = { ...CHAT, thread: "7" };

const outcome = (error: unknown, to: Address = CHAT, edits: string | null = null) =>
  outcomeOf(failureOf(error, new Secret(TOKEN)), { to, edits });

const error = (error_code: number, description: string, parameters?: object) =>
  new TelegramError({ error_code, description, ...(parameters && { parameters }) });

const answer = (code: number, description: string, parameters?: object) =>
  outcome(error(code, `${description} (${TOKEN})`, parameters));

const editing = (description: string) => outcome(error(400, description), CHAT, "12");

/** As node-fetch rejects: the message holds the URL, and that the token. */
const broken = (code: string) =>
  outcome(Object.assign(new Error(`request to /bot${TOKEN}/sendMessage failed`), { code }));

const named = (name: string) => outcome(Object.assign(new Error(TOKEN), { name }));

adapterContract({
  name: "Telegram",
  render: (message, style) =>
    renderTelegram(
      message,
      style === "rich"
        ? { kind: "rich", pictured: true }
        : { kind: "classic", localTimes: true, pictured: false },
      { forms: [], inline: true },
    ),
  problemsOf: telegramProblems,
  pictureIn: (part) => (part.kind === "photo" ? part.picture : null),
  secret: TOKEN,
  answers: [
    [
      "flood control",
      answer(429, "Too Many Requests", { retry_after: 7 }),
      { kind: "wait", ms: 7_000 },
    ],
    [
      "flood control for hours",
      answer(429, "Too Many Requests", { retry_after: 86_400 }),
      { kind: "wait", ms: 86_400_000 },
    ],
    ["flood control without a time", answer(429, "Too Many Requests"), { kind: "wait", ms: 5_000 }],
    [
      "a group's new id",
      answer(400, "Bad Request: group chat was upgraded to a supergroup chat", {
        migrate_to_chat_id: -1_001_234_567_890_123,
      }),
      { kind: "moved", to: { ...CHAT, channel: "-1001234567890123" } },
    ],
    ["a blocked bot", answer(403, "Forbidden: bot was blocked by the user"), { kind: "gone" }],
    [
      "a bot that was kicked",
      answer(403, "Forbidden: bot was kicked from the supergroup chat"),
      { kind: "gone" },
    ],
    ["a deleted account", answer(403, "Forbidden: user is deactivated"), { kind: "gone" }],
    ["a deleted chat", answer(400, "Bad Request: chat not found"), { kind: "gone" }],
    ["lost rights", answer(400, "Bad Request: have no rights to send a message"), { kind: "gone" }],
    [
      "lost rights of a kind",
      answer(400, "Bad Request: not enough rights to send text messages to the chat"),
      { kind: "gone" },
    ],
    [
      "lost rights to send photos, but not words",
      answer(400, "Bad Request: not enough rights to send photos to the chat"),
      { kind: "refused" },
    ],
    [
      "photos that are forbidden, and words are not",
      answer(403, "Forbidden: CHAT_SEND_PHOTOS_FORBIDDEN"),
      { kind: "refused" },
    ],
    [
      "words that are forbidden",
      answer(403, "Forbidden: CHAT_SEND_PLAIN_FORBIDDEN"),
      { kind: "gone" },
    ],
    [
      "lost rights to send files, but not words",
      answer(400, "Bad Request: not enough rights to send documents to the chat"),
      { kind: "refused" },
    ],
    ["a photo that is none", answer(400, "Bad Request: IMAGE_PROCESS_FAILED"), { kind: "refused" }],
    [
      "a channel that takes nothing",
      answer(400, "Bad Request: need administrator rights in the channel chat"),
      { kind: "gone" },
    ],
    [
      "a deleted topic",
      outcome(error(400, "Bad Request: message thread not found"), TOPIC),
      { kind: "gone" },
    ],
    ["a closed topic", outcome(error(400, "Bad Request: TOPIC_CLOSED"), TOPIC), { kind: "gone" }],
    [
      "a closed General topic, whose group lives on",
      answer(400, "Bad Request: TOPIC_CLOSED"),
      { kind: "refused" },
    ],
    ["a wrong token", answer(401, "Unauthorized"), { kind: "unauthorized" }],
    ["a malformed token", answer(404, "Not Found"), { kind: "unauthorized" }],
    [
      "bad markup",
      answer(400, "Bad Request: can't parse entities: Unclosed start tag"),
      { kind: "refused" },
    ],
    ["a message too long", answer(400, "Bad Request: message is too long"), { kind: "refused" }],
    [
      "a text that stands there already",
      editing("Bad Request: message is not modified: specified new message content"),
      { kind: "sent", messageId: "12" },
    ],
    [
      "a message that was deleted",
      editing("Bad Request: message to edit not found"),
      { kind: "gone" },
    ],
    [
      "a message too old to edit",
      editing("Bad Request: message can't be edited"),
      { kind: "gone" },
    ],
    [
      "a crash of theirs",
      outcome(error(500, "Internal Server Error")),
      { kind: "retry", maybeSent: true },
    ],
    [
      "a gateway that lost the answer",
      outcome(error(502, "Bad Gateway")),
      { kind: "retry", maybeSent: true },
    ],
    ["an outage", outcome(error(503, "Service Unavailable")), { kind: "retry", maybeSent: false }],
    [
      "a dropped connection",
      broken("ECONNRESET"),
      { kind: "retry", reason: "ECONNRESET", maybeSent: true },
    ],
    ["a refused connection", broken("ECONNREFUSED"), { kind: "retry", maybeSent: false }],
    ["a name not found", broken("ENOTFOUND"), { kind: "retry", maybeSent: false }],
    ["no answer in time", named("AbortError"), { kind: "retry", maybeSent: true }],
    ["an answer that is no JSON", named("FetchError"), { kind: "retry", maybeSent: true }],
    ["nonsense", outcome("what"), { kind: "retry", maybeSent: true }],
  ],
});
