import { isObject, listOf, objectOf, textOf } from "../json.ts";
import type { Json, JsonObject } from "../json.ts";
import { readMarkup } from "../keyboard.ts";
import { badRequest } from "../refusal.ts";
import type { Call, Method } from "./method.ts";
import { readRichContent, readTextContent } from "./send.ts";

const MAX_RESULTS = 50;
const START_PARAMETER = /^[A-Za-z0-9_-]{1,64}$/;

function take({ world, parameters }: Call, kind: "callback" | "inline") {
  const id = textOf(parameters, `${kind}_query_id`) ?? "";
  const query = world.queries.get(id);
  if (query === undefined || query.kind !== kind) {
    throw badRequest("query is too old and response timeout expired or query ID is invalid");
  }
  world.queries.delete(id);
  return query;
}

/** `answerCallbackQuery`: once for each query; the only page it opens is the private chat with the bot. */
export const answerCallbackQuery: Method = (call) => {
  const words = textOf(call.parameters, "text") ?? "";
  if (words.length > 200) throw badRequest("MESSAGE_TOO_LONG");
  const url = textOf(call.parameters, "url") ?? "";
  const own = `https://t.me/${call.world.bot.username}?start=`;
  if (url !== "" && !(url.startsWith(own) && START_PARAMETER.test(url.slice(own.length))))
    throw badRequest("URL_INVALID");
  take(call, "callback").answer(call.parameters);
  return true;
};

/** `answerInlineQuery`: at most 50 results, each with an id of its own. */
export const answerInlineQuery: Method = (call) => {
  const results = listOf(call.parameters, "results").filter(isObject);
  if (results.length > MAX_RESULTS) throw badRequest("RESULTS_TOO_MUCH");
  const ids = results.map((result) => textOf(result, "id"));
  if (new Set(ids).size < ids.length) throw badRequest("RESULT_ID_DUPLICATE");
  for (const result of results) checkResult(result);
  if (Buffer.byteLength(textOf(call.parameters, "next_offset") ?? "") > 64) {
    throw badRequest("NEXT_OFFSET_INVALID");
  }
  take(call, "inline").answer(call.parameters);
  return true;
};

function checkResult(result: JsonObject): void {
  readMarkup(result);
  if (result["type"] !== "article") return;
  readResultContent(objectOf(result, "input_message_content") ?? {});
}

/** Reads what an inline result would put into a chat. */
export function readResultContent(content: JsonObject) {
  if (content["rich_message"] !== undefined) return readRichContent(content);
  const parameters: Record<string, Json | undefined> = {
    ...content,
    text: content["message_text"],
  };
  return readTextContent(parameters);
}
