import type { Picture } from "../../src/messages/message.ts";

/** One button under a message, as the Bot API's `InlineKeyboardButton` has it. */
export type Button = {
  readonly text: string;
  readonly style?: "primary" | "danger";
} & (
  | { readonly callback_data: string }
  | { readonly url: string }
  | { readonly switch_inline_query_current_chat: string }
);

/** Rows of buttons; none for a message without. */
export type Keyboard = readonly (readonly Button[])[];

/** Text of a message in one of Telegram's two markups. */
export type TextPart =
  /** Markup of `sendRichMessage`. */
  | {
      readonly kind: "rich";
      readonly html: string;
      readonly rightToLeft: boolean;
      readonly keyboard: Keyboard;
    }
  /** Markup of `sendMessage` in its HTML mode. */
  | { readonly kind: "classic"; readonly html: string; readonly keyboard: Keyboard };

/** A picture, which is drawn when it is sent; `caption` in the HTML mode of `sendPhoto`, empty for none. */
export type PhotoPart = {
  readonly kind: "photo";
  readonly picture: Picture;
  readonly caption: string;
};

/** One call that sends, less where to. */
export type TelegramPart =
  | PhotoPart
  | TextPart
  | {
      readonly kind: "file";
      readonly name: string;
      readonly mediaType: string;
      readonly content: string;
    };
