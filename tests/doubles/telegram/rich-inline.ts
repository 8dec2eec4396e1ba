import { readDateTime } from "./date-time.ts";
import { badRequest } from "./refusal.ts";
import type { RichSpan, RichText } from "./rich-blocks.ts";
import { INLINE } from "./rich-tree.ts";
import type { RichElement, RichNode } from "./rich-tree.ts";

const SIMPLE: ReadonlyMap<string, string> = new Map([
  ["b", "bold"],
  ["strong", "bold"],
  ["i", "italic"],
  ["em", "italic"],
  ["u", "underline"],
  ["ins", "underline"],
  ["s", "strikethrough"],
  ["strike", "strikethrough"],
  ["del", "strikethrough"],
  ["code", "code"],
  ["mark", "marked"],
  ["sub", "subscript"],
  ["sup", "superscript"],
  ["tg-spoiler", "spoiler"],
]);

/** Reads a run of text with inline elements only; white space counts as one blank, as in HTML. */
export function readRichInline(nodes: readonly RichNode[]): RichText {
  const parts = nodes.map((node) =>
    typeof node === "string" ? node.replaceAll(/[ \t\r\n]+/g, " ") : readSpan(node),
  );
  return parts.length === 1 ? (parts[0] ?? "") : parts;
}

/** The words of nodes, white space as written. */
export function readRichPlain(nodes: readonly RichNode[]): string {
  return nodes
    .map((node) => (typeof node === "string" ? node : readRichPlain(node.children)))
    .join("");
}

function readSpan(element: RichElement): RichText {
  const { name, attributes, children } = element;
  if (!INLINE.has(name)) {
    throw badRequest(`can't parse entities: tag "${name}" is not allowed within text`);
  }
  if (name === "br") return "\n";
  const text = readRichInline(children);
  const type = SIMPLE.get(name);
  if (type !== undefined) return { type, text };
  switch (name) {
    case "a":
      return readLink(attributes, text);
    case "tg-time":
      return readTime(attributes, text);
    case "tg-math":
      return { type: "mathematical_expression", expression: readRichPlain(children) };
    case "tg-reference":
      return { type: "reference", text, name: attributes.get("name") ?? "" };
    default:
      return { type: "custom_emoji", text };
  }
}

function readTime(attributes: ReadonlyMap<string, string>, text: RichText): RichSpan {
  const time = readDateTime(attributes);
  if (time === null) {
    throw badRequest('can\'t parse entities: tag "tg-time" must have valid "unix" and "format"');
  }
  return {
    type: "date_time",
    text,
    unix_time: time.unixTime,
    date_time_format: time.format,
  };
}

function readLink(attributes: ReadonlyMap<string, string>, text: RichText): RichText {
  const name = attributes.get("name");
  if (name !== undefined) return { type: "anchor", name };
  const url = attributes.get("href") ?? "";
  if (url.startsWith("#")) return { type: "anchor_link", text, name: url.slice(1) };
  if (!/^(?:https?|tg|mailto|tel):/i.test(url) || !URL.canParse(url)) return text;
  return { type: "url", text, url };
}
