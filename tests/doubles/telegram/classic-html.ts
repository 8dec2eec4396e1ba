import { readDateTime } from "./date-time.ts";
import type { JsonObject } from "./json.ts";
import { CLASSIC_REFERENCES, readTokens, unparseable } from "./markup-tokens.ts";
import type { Token } from "./markup-tokens.ts";
import { badRequest } from "./refusal.ts";

/** Text without its markup, and the markup as entities: UTF-16 offsets, outermost first. */
export type Formatted = { readonly text: string; readonly entities: readonly Entity[] };

/** A `MessageEntity`. */
export type Entity = {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly language?: string;
  readonly unix_time?: number;
  readonly date_time_format?: string;
  readonly custom_emoji_id?: string;
  readonly user?: JsonObject;
};

const KINDS: ReadonlyMap<string, string> = new Map([
  ["b", "bold"],
  ["strong", "bold"],
  ["i", "italic"],
  ["em", "italic"],
  ["u", "underline"],
  ["ins", "underline"],
  ["s", "strikethrough"],
  ["strike", "strikethrough"],
  ["del", "strikethrough"],
  ["tg-spoiler", "spoiler"],
  ["span", "spoiler"],
  ["a", "text_link"],
  ["tg-emoji", "custom_emoji"],
  ["tg-time", "date_time"],
  ["code", "code"],
  ["pre", "pre"],
  ["blockquote", "blockquote"],
]);

type Open = Extract<Token, { readonly kind: "open" }>;
type Started = { readonly tag: Open; readonly offset: number };

/** Parses a message of parse mode HTML ("HTML style"); refuses what the server refuses, in its words. */
export function parseClassicHtml(html: string): Formatted {
  if (!html.includes("<") && !html.includes("&")) return { text: html, entities: [] };
  const entities: Entity[] = [];
  const open: Started[] = [];
  let text = "";
  for (const token of readTokens(html, CLASSIC_REFERENCES, isSupported)) {
    if (token.kind === "text") text += token.text;
    else if (token.kind === "open") {
      checkStart(html, token);
      open.push({ tag: token, offset: text.length });
    } else {
      const started = open.pop();
      if (started === undefined) throw unparseable(html, "Unexpected end tag", token.at);
      if (token.name !== "" && token.name !== started.tag.name) {
        throw unparseable(html, unmatched(started.tag.name, token.name), token.at);
      }
      entities.push(...entityOf(html, started, text, open));
    }
  }
  const last = open.pop();
  if (last !== undefined) {
    const reason = `Can't find end tag corresponding to start tag "${last.tag.name}"`;
    throw badRequest(`can't parse entities: ${reason}`);
  }
  return { text, entities: sortEntities(entities.toReversed()) };
}

const isSupported = (name: string) => KINDS.has(name);

const unmatched = (expected: string, found: string) =>
  `Unmatched end tag, expected "</${expected}>", found "</${found}>"`;

function checkStart(html: string, tag: Open): void {
  if (tag.name === "span" && tag.attributes.get("class") !== "tg-spoiler") {
    throw unparseable(html, 'Tag "span" must have class "tg-spoiler"', tag.at);
  }
  if (tag.name === "tg-time" && readDateTime(tag.attributes) === null) {
    throw unparseable(html, 'Tag "tg-time" must have valid "unix" and "format"', tag.at);
  }
}

function entityOf(
  html: string,
  { tag, offset }: Started,
  text: string,
  around: readonly Started[],
): Entity[] {
  const length = text.length - offset;
  const type = KINDS.get(tag.name) ?? "";
  const parents = new Set(around.map((one) => one.tag.name));
  if (length === 0 || parents.has("pre") || parents.has("code")) return [];
  if (type === "blockquote" && parents.has("blockquote")) return [];
  const place = { offset, length };
  switch (type) {
    case "text_link": {
      const url = checkedLink(tag.attributes.get("href") ?? text.slice(offset));
      return url === null ? [] : [{ type, ...place, url }];
    }
    case "custom_emoji": {
      const id = tag.attributes.get("emoji-id");
      if (id === undefined || !/^\d+$/.test(id)) {
        throw unparseable(html, "Invalid custom emoji identifier specified", tag.at);
      }
      return [{ type, ...place, custom_emoji_id: id }];
    }
    case "date_time": {
      const time = readDateTime(tag.attributes);
      return time === null
        ? []
        : [{ type, ...place, unix_time: time.unixTime, date_time_format: time.format }];
    }
    case "blockquote":
      return [
        { type: tag.attributes.has("expandable") ? "expandable_blockquote" : type, ...place },
      ];
    default:
      return [{ type, ...place }];
  }
}

/** A link as the server keeps it, or null when it drops the link and leaves its words. */
export function checkedLink(href: string): string | null {
  const url = href.trim();
  if (/^(?:https?|tg|ton):/i.test(url)) return URL.canParse(url) ? url : null;
  if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#]|$)/i.test(url)) return `http://${url}`;
  return null;
}

// The order the server gives entities in: by start, the longer first.
const sortEntities = (entities: readonly Entity[]): Entity[] =>
  entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
