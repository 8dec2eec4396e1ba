import { parseClassicHtml } from "./classic-html.ts";
import type { Entity, Formatted } from "./classic-html.ts";
import { isObject, listOf, textOf } from "./json.ts";
import type { JsonObject } from "./json.ts";
import { badRequest } from "./refusal.ts";

/** Telegram shows this many entities of a message and drops the rest. */
const MAX_ENTITIES = 100;

/** Where the text, the parse mode and the entities of a message stand among its parameters. */
export type TextFields = {
  readonly text: string;
  readonly entities: string;
  readonly max: number;
  readonly tooLong: string;
};

/** The fields of a message's own text. */
export const MESSAGE_TEXT: TextFields = {
  text: "text",
  entities: "entities",
  max: 4096,
  tooLong: "message is too long",
};

/** The fields of a caption. */
export const CAPTION: TextFields = {
  text: "caption",
  entities: "caption_entities",
  max: 1024,
  tooLong: "message caption is too long",
};

/** Reads text with its markup, trimmed, within its length in UTF-16 units after parsing. */
export function readFormatted(parameters: JsonObject, fields: TextFields): Formatted {
  const raw = textOf(parameters, fields.text) ?? "";
  if (!raw.isWellFormed()) throw badRequest("strings must be encoded in UTF-8");
  const parsed = parse(raw, parameters, fields);
  const formatted = trim(parsed);
  if (formatted.text.length > fields.max) throw badRequest(fields.tooLong);
  return formatted;
}

function parse(raw: string, parameters: JsonObject, fields: TextFields): Formatted {
  const mode = (textOf(parameters, "parse_mode") ?? "").toLowerCase();
  if (mode === "html") return parseClassicHtml(raw);
  if (mode === "markdown" || mode === "markdownv2") {
    throw badRequest("can't parse entities: this double reads parse mode HTML only");
  }
  if (mode !== "") throw badRequest("unsupported parse_mode");
  const entities = listOf(parameters, fields.entities).filter(isObject) as unknown as Entity[];
  for (const { offset, length } of entities) {
    if (offset < 0 || length < 0 || offset + length > raw.length) {
      throw badRequest("entity is out of bounds of the text");
    }
  }
  return { text: raw, entities };
}

function trim({ text, entities }: Formatted): Formatted {
  const end = text.trimEnd().length;
  const start = Math.min(text.length - text.trimStart().length, end);
  if (start === 0 && end === text.length)
    return { text, entities: entities.slice(0, MAX_ENTITIES) };
  const kept = entities.flatMap((entity) => {
    const from = Math.max(entity.offset, start);
    const to = Math.min(entity.offset + entity.length, end);
    return to > from ? [{ ...entity, offset: from - start, length: to - from }] : [];
  });
  return { text: text.slice(start, end), entities: kept.slice(0, MAX_ENTITIES) };
}
