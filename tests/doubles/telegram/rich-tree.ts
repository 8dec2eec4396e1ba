import { RICH_REFERENCES, readTokens, unparseable } from "./markup-tokens.ts";
import type { Token } from "./markup-tokens.ts";
import { badRequest } from "./refusal.ts";

/** An element of rich HTML. */
export type RichElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: RichNode[];
  readonly at: number;
};

/** An element, or text as written. */
export type RichNode = RichElement | string;

/** Elements that run within text. */
export const INLINE: ReadonlySet<string> = new Set(
  "b strong i em u ins s strike del code mark sub sup tg-spoiler a tg-reference tg-emoji tg-time tg-math br".split(
    " ",
  ),
);

/** Elements that stand as blocks wherever blocks may stand. */
export const BLOCKS: ReadonlySet<string> = new Set(
  "p h1 h2 h3 h4 h5 h6 pre footer hr ul ol blockquote aside img video audio figure tg-map tg-collage tg-slideshow table details tg-math-block".split(
    " ",
  ),
);

/** Elements that hold or show a picture, a film or sound. */
export const MEDIA: ReadonlySet<string> = new Set(["img", "video", "audio"]);

const PARTS: ReadonlySet<string> = new Set([
  "li",
  "input",
  "cite",
  "figcaption",
  "caption",
  "tr",
  "th",
  "td",
  "summary",
]);

const VOID: ReadonlySet<string> = new Set(["br", "hr", "img", "input", "tg-map"]);

const MAX_DEPTH = 16;

/** Reads the elements of rich HTML; refuses unknown tags, wrong nesting and more than 16 levels. */
export function readRichTree(html: string): RichNode[] {
  const roots: RichNode[] = [];
  const open: RichElement[] = [];
  const here = () => open.at(-1)?.children ?? roots;
  for (const token of readTokens(html, RICH_REFERENCES, isKnown)) {
    if (token.kind === "text") here().push(token.text);
    else if (token.kind === "close") close(html, open, token);
    else {
      const { name, attributes, at } = token;
      const element: RichElement = { name, attributes, children: [], at };
      here().push(element);
      if (!VOID.has(name) && !token.closed) open.push(element);
      if (open.length > MAX_DEPTH) throw badRequest("rich message is nested too deep");
    }
  }
  const last = open.pop();
  if (last !== undefined) {
    const reason = `Can't find end tag corresponding to start tag "${last.name}"`;
    throw badRequest(`can't parse entities: ${reason}`);
  }
  return roots;
}

const isKnown = (name: string) => INLINE.has(name) || BLOCKS.has(name) || PARTS.has(name);

type Close = Extract<Token, { readonly kind: "close" }>;

function close(html: string, open: RichElement[], token: Close): void {
  const started = open.pop();
  if (started === undefined) throw unparseable(html, "Unexpected end tag", token.at);
  if (started.name !== token.name) {
    const reason = `Unmatched end tag, expected "</${started.name}>", found "</${token.name}>"`;
    throw unparseable(html, reason, token.at);
  }
}
