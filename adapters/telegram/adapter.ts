import type { PlatformAdapter } from "../../src/platform/adapter.ts";
import { createApi } from "./api.ts";
import { PLATFORM } from "./chat-ids.ts";
import type { TelegramDeps } from "./deps.ts";
import { FREE_MESSAGES_PER_SECOND } from "./limits.ts";
import { listenToTelegram } from "./listen.ts";
import { createMarkupSupport } from "./markup-support.ts";
import { telegramPace } from "./pace.ts";
import type { TelegramPart } from "./part.ts";
import { probeTelegram } from "./probe.ts";
import { renderTelegram } from "./render.ts";
import { editPart, sendPart } from "./send.ts";
import { createSentPhotos } from "./sent-photos.ts";

/** Telegram, by the Bot API. */
export function createTelegramAdapter(deps: TelegramDeps): PlatformAdapter<TelegramPart> {
  const { config, commands: forms, clock, paint } = deps;
  const { TELEGRAM_MESSAGES_PER_SECOND: rate, TELEGRAM_API_ROOT: apiRoot } = config;
  const call = createApi(config.TELEGRAM_BOT_TOKEN, apiRoot);
  const support = createMarkupSupport(config.TELEGRAM_RICH_MESSAGES, clock);
  const { richUnknown } = support;
  const paid = rate > FREE_MESSAGES_PER_SECOND;
  const sender = { call, paid, richUnknown, paint, photos: createSentPhotos() };
  const speaking: Parameters<typeof listenToTelegram>[0]["speaking"] = {
    render: (message, style, inline) =>
      renderTelegram(message, support.writing(style), { forms, inline }),
    send: (to, part, signal) => sendPart(sender, to, part, signal),
    edit: (at, messageId, part, signal) => editPart(sender, { at, messageId }, part, signal),
  };
  const webhookUrl = config.TELEGRAM_WEBHOOK_URL ?? null;
  return {
    platform: PLATFORM,
    pace: telegramPace(rate),
    listensAlone: webhookUrl === null,
    // A channel refuses buttons that ask for words, and its id does not tell that it is one: what is
    // rendered after a refusal goes without them.
    render: (message, style) => speaking.render(message, style, style === "rich"),
    isPicture: ({ kind }) => kind === "photo",
    send: (to, part, _key, signal) => speaking.send(to, part, signal),
    edit: speaking.edit,
    listen: (conversation, signal, tell = () => undefined) =>
      listenToTelegram({ ...deps, call, speaking, tell }, conversation, signal),
    probe: (signal) => probeTelegram({ call, apiRoot, webhookUrl, clock }, signal),
  };
}
