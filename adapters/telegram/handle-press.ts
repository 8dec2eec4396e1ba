import type { Call } from "../../src/messages/control.ts";
import { alertOf } from "./alert.ts";
import { readCallbackData } from "./callback-data.ts";
import { type Caller, presserOf } from "./callers.ts";
import { type Handling, sayAnswer } from "./handling.ts";
import type { CallbackQuery, TelegramMessage } from "./updates.ts";

/** What the presser's client shows (https://core.telegram.org/bots/api#answercallbackquery). */
type Notice = { readonly text: string; readonly show_alert: true } | { readonly url: string } | {};

type Press = {
  readonly query: CallbackQuery;
  readonly message: TelegramMessage;
  readonly caller: Caller;
  /** Null for data that nobody can read any more. */
  readonly pressed: Call | null;
};

/**
 * Does what a press asks for. In a channel all that is said is published, so readers are led to their
 * private chat with us; in a group what is for the presser alone is shown to him alone.
 */
export async function handlePress(query: CallbackQuery, handling: Handling): Promise<void> {
  const { message, data } = query;
  if (message === undefined) return notify(query, {}, handling);
  const pressed = readCallbackData(data ?? "", handling.commands);
  const caller = presserOf(message, query.from, handling);
  const press = { query, message, caller, pressed };
  switch (caller.place) {
    case "private":
      // The person's client waits for the first answer, whatever else is said.
      await Promise.all([notify(query, {}, handling), answerAloud(press, handling)]);
      return;
    case "group":
      return answerInCompany(press, handling);
    case "channel":
      return (await isSettling(press, handling))
        ? answerInCompany(press, handling)
        : notify(query, wayToUs(pressed, handling), handling);
  }
}

/** What a command is for is known without asking Telegram, so it is looked at first. */
async function isSettling({ caller, pressed }: Press, { commands }: Handling): Promise<boolean> {
  const form = commands.find(({ name }) => name === pressed?.command);
  return form !== undefined && form.audience !== "everyone" && (await caller.mayAdminister());
}

async function answerAloud(press: Press, handling: Handling): Promise<void> {
  const answer = await answerTo(press, handling);
  if (answer === null) return;
  await sayAnswer(answer, press.caller, String(press.message.message_id), handling);
}

async function answerInCompany(press: Press, handling: Handling): Promise<void> {
  const answer = await answerTo(press, handling);
  const alert = answer === null ? null : alertOf(answer, handling.commands);
  if (alert !== null) return notify(press.query, { text: alert, show_alert: true }, handling);
  const quiet = notify(press.query, {}, handling);
  if (answer !== null)
    await sayAnswer(answer, press.caller, String(press.message.message_id), handling);
  await quiet;
}

/** Data that nobody can read any more is a command without a name: the core says that it is old. */
const answerTo = ({ caller, pressed }: Press, { conversation }: Handling) =>
  conversation.answer({
    ...caller,
    name: pressed?.command ?? "",
    input: { kind: "options", options: pressed?.options ?? {} },
    pressed: true,
  });

/** What links may carry to a bot (https://core.telegram.org/api/links#bot-links). */
const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/;
/** Stands where there are no talks to name: Telegram takes no link to a bot that carries nothing. */
const NO_TALKS = "start";

/** The link that opens the private chat with us, about the same talks. */
function wayToUs(pressed: Call | null, { me: { username } }: Handling): Notice {
  if (username === null) return {};
  const talks = pressed?.options["talks"] ?? "";
  return { url: `https://t.me/${username}?start=${PAYLOAD.test(talks) ? talks : NO_TALKS}` };
}

/** Takes the wait off the button; what cannot be shown is let go, but never the wait. */
async function notify(
  { id }: CallbackQuery,
  notice: Notice,
  { call, signal, speaker: { log } }: Handling,
): Promise<void> {
  const query = { callback_query_id: id };
  const answer = await call("answerCallbackQuery", { ...query, ...notice }, { signal });
  if (answer.kind === "ok" || answer.failure.kind !== "answered") return;
  if (Object.keys(notice).length === 0) return;
  log.info("notice not shown", { reason: answer.failure.description });
  await call("answerCallbackQuery", query, { signal });
}
