import { decodeHTMLStrict } from "entities";

const PADDING = "\u2060";

/**
 * The text that a reader sees, at the very offsets of `raw`: a tag becomes spaces (a block's a line
 * break), an entity its character padded with word joiners. So a range found in it is a range of `raw`.
 */
export function visibleText(raw: string): string {
  if (!raw.includes("<") && !raw.includes("&")) return raw;
  const pieces: string[] = [];
  let at = 0;
  while (at < raw.length) {
    const next = nextMarkup(raw, at);
    pieces.push(raw.slice(at, next));
    if (next === raw.length) break;
    const shown = raw[next] === "<" ? hideTag(raw, next) : showEntity(raw, next);
    pieces.push(shown);
    at = next + shown.length;
  }
  return pieces.join("");
}

function nextMarkup(raw: string, from: number): number {
  for (let at = from; at < raw.length; at += 1) {
    const unit = raw.charCodeAt(at);
    if (unit === 0x3c || unit === 0x26) return at;
  }
  return raw.length;
}

const LONGEST_TAG = 4_000;
const BLOCK =
  /^<\/?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|section|article|blockquote|figure|figcaption)\b/i;
const UNSEEN = /^<(script|style)\b/i;

function hideTag(raw: string, start: number): string {
  if (!/[a-z!/?]/i.test(raw[start + 1] ?? "")) return "<";
  const end = endOfHidden(raw, start);
  if (end === undefined) return "<";
  const opening = raw.slice(start, start + 16);
  const length = end - start;
  return BLOCK.test(opening) && length >= 2 ? `\n\n${" ".repeat(length - 2)}` : " ".repeat(length);
}

/** Where the tag, comment, script or style that starts here ends; undefined for a stray "<". */
function endOfHidden(raw: string, start: number): number | undefined {
  if (raw.startsWith("<!--", start)) {
    const close = raw.indexOf("-->", start + 4);
    return close === -1 ? raw.length : close + 3;
  }
  const unseen = UNSEEN.exec(raw.slice(start, start + 8))?.[1];
  const from = unseen === undefined ? start : closingTagOf(raw, unseen, start);
  const close = raw.slice(from, from + LONGEST_TAG).indexOf(">");
  if (close === -1) return unseen === undefined ? undefined : raw.length;
  return from + close + 1;
}

function closingTagOf(raw: string, name: string, start: number): number {
  const closing = new RegExp(`</${name}`, "gi");
  closing.lastIndex = start;
  return closing.exec(raw)?.index ?? raw.length;
}

const LONGEST_ENTITY = 32;

function showEntity(raw: string, start: number): string {
  const end = raw.slice(start, start + LONGEST_ENTITY).indexOf(";");
  if (end === -1) return "&";
  const entity = raw.slice(start, start + end + 1);
  const character = decodeHTMLStrict(entity);
  if (character === entity || character.length > entity.length) return "&";
  return character + PADDING.repeat(entity.length - character.length);
}

/** A range of visible text as a reader would copy it: no padding, single spaces. */
export function tidy(visible: string): string {
  return visible.replaceAll(PADDING, "").replace(/\s+/g, " ").trim();
}
