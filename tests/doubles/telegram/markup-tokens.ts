import { badRequest } from "./refusal.ts";

/** A piece of markup: text with its character references resolved, or one end of an element. */
export type Token =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "open";
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly closed: boolean;
      readonly at: number;
    }
  | { readonly kind: "close"; readonly name: string; readonly at: number };

/** A refusal in the words of the server, which counts in bytes. */
export const unparseable = (html: string, reason: string, at: number): Error =>
  badRequest(
    `can't parse entities: ${reason} at byte offset ${Buffer.byteLength(html.slice(0, at))}`,
  );

/**
 * Splits HTML as Telegram reads it. `named` are the character references it knows, others stay text;
 * a tag that `isSupported` does not know is refused.
 */
export function readTokens(
  html: string,
  named: ReadonlyMap<string, string>,
  isSupported: (name: string) => boolean,
): Token[] {
  const tokens: Token[] = [];
  let text = "";
  let at = 0;
  const flush = () => {
    if (text !== "") tokens.push({ kind: "text", text });
    text = "";
  };
  while (at < html.length) {
    const next = nextSpecial(html, at);
    text += html.slice(at, next);
    at = next;
    if (html[at] === "&") {
      const reference = readReference(html, at, named);
      text += reference.text;
      at = reference.end;
    } else if (at < html.length) {
      flush();
      const tag = html[at + 1] === "/" ? readClose(html, at) : readOpen(html, at, isSupported);
      tokens.push(tag.token);
      at = tag.end;
    }
  }
  flush();
  return tokens;
}

function nextSpecial(html: string, from: number): number {
  let at = from;
  while (at < html.length && html[at] !== "<" && html[at] !== "&") at += 1;
  return at;
}

const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{1,10}));?/iy;

function readReference(
  html: string,
  at: number,
  named: ReadonlyMap<string, string>,
): { readonly text: string; readonly end: number } {
  REFERENCE.lastIndex = at;
  const found = REFERENCE.exec(html);
  const text = found === null ? undefined : resolve(found, named);
  return found === null || text === undefined
    ? { text: "&", end: at + 1 }
    : { text, end: at + found[0].length };
}

function resolve(found: RegExpExecArray, named: ReadonlyMap<string, string>): string | undefined {
  const [, hex, decimal, name] = found;
  if (name !== undefined) return named.get(name);
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : undefined;
}

function readClose(html: string, at: number): { readonly token: Token; readonly end: number } {
  const end = html.indexOf(">", at);
  if (end === -1) throw unparseable(html, "Unclosed end tag", at);
  const name = html
    .slice(at + 2, end)
    .trim()
    .toLowerCase();
  return { token: { kind: "close", name, at }, end: end + 1 };
}

const NAME = /[^\s>/]*/y;
const ATTRIBUTE = /\s*([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([a-zA-Z0-9.#-]+)))?/y;
const END = /\s*(\/?)>/y;

function readOpen(
  html: string,
  at: number,
  isSupported: (name: string) => boolean,
): { readonly token: Token; readonly end: number } {
  NAME.lastIndex = at + 1;
  const name = (NAME.exec(html)?.[0] ?? "").toLowerCase();
  if (at + 1 + name.length < html.length && !isSupported(name)) {
    throw unparseable(html, `Unsupported start tag "${name}"`, at);
  }
  const attributes = new Map<string, string>();
  let position = at + 1 + name.length;
  for (;;) {
    END.lastIndex = position;
    const end = END.exec(html);
    if (end !== null) {
      const token: Token = { kind: "open", name, attributes, closed: end[1] === "/", at };
      return { token, end: position + end[0].length };
    }
    ATTRIBUTE.lastIndex = position;
    const found = ATTRIBUTE.exec(html);
    if (found?.[1] === undefined) throw unparseable(html, `Unclosed start tag "${name}"`, at);
    attributes.set(found[1].toLowerCase(), unescape(found[2] ?? found[3] ?? found[4] ?? ""));
    position += found[0].length;
  }
}

const BASIC: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
]);

/** The character references that classic HTML messages may use. */
export const CLASSIC_REFERENCES = BASIC;

/** The character references that rich HTML messages may use. */
export const RICH_REFERENCES: ReadonlyMap<string, string> = new Map([
  ...BASIC,
  ["apos", "'"],
  ["nbsp", "\u00a0"],
  ["hellip", "\u2026"],
  ["mdash", "\u2014"],
  ["ndash", "\u2013"],
  ["lsquo", "\u2018"],
  ["rsquo", "\u2019"],
  ["ldquo", "\u201c"],
  ["rdquo", "\u201d"],
]);

function unescape(value: string): string {
  if (!value.includes("&")) return value;
  return readTokens(value.replaceAll("<", "\u0000"), RICH_REFERENCES, () => false)
    .map((token) => (token.kind === "text" ? token.text : ""))
    .join("")
    .replaceAll("\u0000", "<");
}
