import { endingWordsOf } from "../i18n/endings.ts";
import { type Block, type Message, text } from "../messages/message.ts";
import { type Address, formatAddress } from "../platform/address.ts";
import type { OutgoingMessage, OwedDelivery } from "./delivery.ts";
import { deliveryIdOf, outgoing } from "./identify.ts";
import type { Subscription } from "./subscription.ts";

const WORTH_MS = 7 * 86_400_000;

/** A notice that is owed, with its message. */
export type Notice = { readonly message: OutgoingMessage; readonly owed: OwedDelivery };

/** Tells in private whoever made a subscription that the platform ended it. */
export function noticeOfEnding(ended: Subscription, to: Address, at: Date): Notice {
  const words = endingWordsOf(ended.language);
  const message: Message = {
    language: ended.language,
    blocks: [
      { kind: "title", text: words.title },
      paragraph(words.ended(formatAddress(ended.address))),
      paragraph(words.goOn),
    ],
  };
  const told = outgoing(message);
  const owed: OwedDelivery = {
    id: deliveryIdOf("ended", to, ended.id, at),
    kind: "briefing",
    messageId: told.id,
    subscription: null,
    occasion: null,
    to,
    edits: null,
    dueAt: at,
    expiresAt: new Date(at.getTime() + WORTH_MS),
  };
  return { message: told, owed };
}

const paragraph = (sentence: string): Block => ({ kind: "paragraph", spans: [text(sentence)] });
