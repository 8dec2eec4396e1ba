import { isObject, listOf, textOf } from "./json.ts";
import type { Json, JsonObject } from "./json.ts";
import type { InlineButton } from "./chat.ts";
import { checkedLink } from "./classic-html.ts";
import { badRequest } from "./refusal.ts";

const MAX_BUTTONS = 100;
const MAX_IN_ROW = 8;
const DECORATION = new Set(["text", "icon_custom_emoji_id", "style"]);

/** What stands under a message: inline buttons, or another markup as given. */
export type Markup = {
  readonly keyboard: readonly (readonly InlineButton[])[];
  readonly replyMarkup: Json;
};

/** Reads `reply_markup`; refuses buttons of no kind or of two, bad links and too many of them. */
export function readMarkup(parameters: JsonObject): Markup {
  const given = parameters["reply_markup"];
  if (!isObject(given)) return { keyboard: [], replyMarkup: null };
  if (given["inline_keyboard"] === undefined) return { keyboard: [], replyMarkup: given };
  const keyboard = listOf(given, "inline_keyboard")
    .map((row) => (Array.isArray(row) ? (row as readonly Json[]).filter(isObject) : []))
    .filter((row) => row.length > 0);
  for (const row of keyboard) {
    if (row.length > MAX_IN_ROW) throw badRequest("REPLY_MARKUP_TOO_LONG");
    for (const button of row) checkButton(button);
  }
  if (keyboard.flat().length > MAX_BUTTONS) throw badRequest("REPLY_MARKUP_TOO_LONG");
  return { keyboard, replyMarkup: null };
}

function checkButton(button: JsonObject): void {
  const actions = Object.keys(button).filter((name) => !DECORATION.has(name));
  if (actions.length !== 1) {
    throw badRequest(
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    );
  }
  if ((textOf(button, "text") ?? "") === "") {
    throw badRequest('can\'t parse inline keyboard button: Field "text" must be non-empty');
  }
  const style = textOf(button, "style");
  if (style !== null && !["danger", "success", "primary"].includes(style)) {
    throw badRequest("can't parse inline keyboard button: Invalid button style");
  }
  const url = textOf(button, "url");
  if (url !== null && checkedLink(url) === null) {
    throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
  }
}
