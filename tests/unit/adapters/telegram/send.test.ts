import { expect, it } from "vitest";
import type { CallApi } from "../../../../adapters/telegram/api.ts";
import type { TelegramPart } from "../../../../adapters/telegram/part.ts";
import { editPart, sendPart } from "../../../../adapters/telegram/send.ts";
import { createSentPhotos } from "../../../../adapters/telegram/sent-photos.ts";
import { paintTiny } from "../../../support/tiny-png.ts";

const never = new AbortController().signal;
const TO = { platform: "telegram", channel: "-1001", thread: "7" };
const RICH: TelegramPart = { kind: "rich", html: "<p>سلام</p>", rightToLeft: true, keyboard: [] };
const CLASSIC: TelegramPart = { kind: "classic", html: "Hello", keyboard: [] };

function senderFor(result: unknown, paid = false) {
  const calls: [string, unknown][] = [];
  const call: CallApi = (method, payload) => {
    calls.push([method, payload]);
    return Promise.resolve({ kind: "ok", result });
  };
  const photos = createSentPhotos();
  return { calls, sender: { call, paid, richUnknown: () => {}, paint: paintTiny, photos } };
}

it("sends a rich message to its topic, right to left, with nothing in it found by Telegram", async () => {
  const { calls, sender } = senderFor({ message_id: 5 });
  expect(await sendPart(sender, TO, RICH, never)).toEqual({ kind: "sent", messageId: "5" });
  expect(calls).toEqual([
    [
      "sendRichMessage",
      {
        chat_id: -1001,
        message_thread_id: 7,
        rich_message: { html: "<p>سلام</p>", is_rtl: true, skip_entity_detection: true },
      },
    ],
  ]);
});

it("sends a classic message without a preview, paid for where that is wished", async () => {
  const { calls, sender } = senderFor({ message_id: 5 }, true);
  await sendPart(sender, { ...TO, thread: "1" }, CLASSIC, never);
  expect(calls).toEqual([
    [
      "sendMessage",
      {
        chat_id: -1001,
        text: "Hello",
        parse_mode: "HTML",
        link_preview_options: { is_disabled: true },
        allow_paid_broadcast: true,
      },
    ],
  ]);
});

it("takes away the buttons of a message that is edited to have none", async () => {
  const { calls, sender } = senderFor(true);
  const outcome = await editPart(sender, { at: TO, messageId: "12" }, CLASSIC, never);
  expect(outcome).toEqual({ kind: "sent", messageId: "12" });
  expect(calls[0]?.[1]).toMatchObject({ message_id: 12, reply_markup: { inline_keyboard: [] } });
});

it("does not know whether a message was sent that the answer does not name", async () => {
  const { sender } = senderFor({});
  expect(await sendPart(sender, TO, CLASSIC, never)).toMatchObject({
    kind: "retry",
    maybeSent: true,
  });
});
