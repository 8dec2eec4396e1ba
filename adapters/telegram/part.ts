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

/** One call that sends, less where to. */
export type TelegramPart =
  | TextPart
  | {
      readonly kind: "file";
      readonly name: string;
      readonly mediaType: string;
      readonly content: string;
    };
