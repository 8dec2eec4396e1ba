/**
 * Text of a classic message, after its markup is parsed (Bot API, `sendMessage`). Telegram counts
 * characters; we count UTF-16 units, which are never fewer.
 */
export const MAX_TEXT = 4096;

/** Caption of a photo, after its markup is parsed (Bot API, `sendPhoto`), in the same units. */
export const MAX_CAPTION = 1024;

/** Bytes of a photo (Bot API, `sendPhoto`). */
export const MAX_PHOTO_BYTES = 10_000_000;

/** Formatted runs that a classic message keeps; Telegram drops those beyond (https://limits.tginfo.me). */
export const MAX_ENTITIES = 100;

/** Text of a rich message, after its markup is parsed (Bot API 10.1, rich message limits). */
export const MAX_RICH_TEXT = 32_768;

/** Blocks of a rich message: nested ones, list items and table rows included. */
export const MAX_RICH_BLOCKS = 500;

/** Levels of nested blocks and formatting in a rich message. */
export const MAX_RICH_DEPTH = 16;

/** Columns of a table in a rich message. */
export const MAX_TABLE_COLUMNS = 20;

/** Bytes of a button's data in UTF-8 (Bot API, `InlineKeyboardButton`). */
export const MAX_CALLBACK_DATA = 64;

/** Characters of what stands after a bot's name in an inline query (Bot API, `InlineQuery`). */
export const MAX_INLINE_QUERY = 256;

/** Buttons of one message, and in one of its rows; clients show no more. */
export const MAX_BUTTONS = 100;
export const MAX_BUTTONS_IN_ROW = 8;

/** Results of one inline query (Bot API, `answerInlineQuery`). */
export const MAX_INLINE_RESULTS = 50;

/** Messages a second over all chats without paying (https://core.telegram.org/bots/faq). */
export const FREE_MESSAGES_PER_SECOND = 30;

/** Characters of what an alert says (Bot API, `answerCallbackQuery`). */
export const MAX_ALERT = 200;
