import { badRequest } from "./refusal.ts";
import type { RichBlock, RichCell, RichItem, RichText } from "./rich-blocks.ts";
import { readRichInline, readRichPlain } from "./rich-inline.ts";
import { BLOCKS, MEDIA, readRichTree } from "./rich-tree.ts";
import type { RichElement, RichNode } from "./rich-tree.ts";

/** Parses rich HTML ("Rich HTML style") into blocks; refuses what the definitions do not allow. */
export const parseRichHtml = (html: string): RichBlock[] => readBlocks(readRichTree(html));

function readBlocks(nodes: readonly RichNode[]): RichBlock[] {
  const blocks: RichBlock[] = [];
  let run: RichNode[] = [];
  const flush = () => {
    const text = readRichInline(run);
    if (run.length > 0 && readRichPlain(run).trim() !== "")
      blocks.push({ type: "paragraph", text });
    run = [];
  };
  for (const node of nodes) {
    const anchor = anchorOf(node);
    if (typeof node !== "string" && BLOCKS.has(node.name)) {
      flush();
      blocks.push(readBlock(node));
    } else if (anchor !== null && readRichPlain(run).trim() === "") {
      flush();
      blocks.push({ type: "anchor", name: anchor });
    } else run.push(node);
  }
  flush();
  return blocks;
}

const anchorOf = (node: RichNode): string | null =>
  typeof node !== "string" && node.name === "a" && node.children.length === 0
    ? (node.attributes.get("name") ?? null)
    : null;

function readBlock(element: RichElement): RichBlock {
  const { name, children } = element;
  switch (name) {
    case "p":
      return { type: "paragraph", text: readRichInline(children) };
    case "footer":
      return { type: "footer", text: readRichInline(children) };
    case "pre":
      return { type: "pre", text: readRichPlain(children) };
    case "hr":
      return { type: "divider" };
    case "tg-math-block":
      return { type: "mathematical_expression", expression: readRichPlain(children) };
    case "ul":
    case "ol":
      return { type: "list", items: readItems(element) };
    case "blockquote": {
      const { credit, rest } = takeCredit(children);
      return { type: "blockquote", blocks: readBlocks(rest), ...credit };
    }
    case "aside": {
      const { credit, rest } = takeCredit(children);
      return { type: "pullquote", text: readRichInline(rest), ...credit };
    }
    case "table":
      return readTable(element);
    case "details":
      return readDetails(element);
    default:
      return name.startsWith("h")
        ? { type: "heading", text: readRichInline(children), size: Number(name[1]) }
        : readMedia(element);
  }
}

const misplaced = (child: RichNode, parent: string) =>
  badRequest(
    `can't parse entities: ${typeof child === "string" ? "text" : `tag "${child.name}"`} is not allowed in "${parent}"`,
  );

/** The child elements that have one of the names; refuses any other child but blanks. */
function only(element: RichElement, names: readonly string[]): RichElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === "string" ? child.trim() !== "" : !names.includes(child.name)) {
      throw misplaced(child, element.name);
    }
    return typeof child === "string" ? [] : [child];
  });
}

function readItems(list: RichElement): RichItem[] {
  const first = Number(list.attributes.get("start") ?? 1);
  return only(list, ["li"]).map((item, index) => {
    const [head, ...rest] = item.children;
    const checkbox = typeof head === "object" && head.name === "input" ? head : null;
    const label = list.name === "ol" ? `${first + index}.` : "\u2022";
    return {
      label: checkbox === null ? label : checkbox.attributes.has("checked") ? "\u2611" : "\u2610",
      blocks: readBlocks(checkbox === null ? item.children : rest),
    };
  });
}

function takeCredit(children: readonly RichNode[]): {
  readonly credit: { readonly credit?: RichText };
  readonly rest: readonly RichNode[];
} {
  const last = children.at(-1);
  if (typeof last !== "object" || last.name !== "cite") return { credit: {}, rest: children };
  return { credit: { credit: readRichInline(last.children) }, rest: children.slice(0, -1) };
}

function readTable(table: RichElement): RichBlock {
  const parts = only(table, ["caption", "tr"]);
  const captions = parts.filter(({ name }) => name === "caption");
  const [caption] = captions;
  if (captions.length > 1) throw misplaced(caption ?? "", "table");
  return {
    type: "table",
    cells: parts
      .filter(({ name }) => name === "tr")
      .map((row) => only(row, ["td", "th"]).map(readCell)),
    ...(caption === undefined ? {} : { caption: readRichInline(caption.children) }),
    ...(table.attributes.has("bordered") ? { is_bordered: true } : {}),
    ...(table.attributes.has("striped") ? { is_striped: true } : {}),
  };
}

function readCell({ name, attributes, children }: RichElement): RichCell {
  const colspan = Number(attributes.get("colspan") ?? 1);
  const rowspan = Number(attributes.get("rowspan") ?? 1);
  return {
    text: readRichInline(children),
    ...(name === "th" ? { is_header: true } : {}),
    ...(colspan > 1 ? { colspan } : {}),
    ...(rowspan > 1 ? { rowspan } : {}),
    align: attributes.get("align") ?? "left",
    valign: attributes.get("valign") ?? "top",
  };
}

function readDetails({ attributes, children }: RichElement): RichBlock {
  const index = children.findIndex((child) => typeof child !== "string" || child.trim() !== "");
  const summary = children[index];
  if (typeof summary !== "object" || summary.name !== "summary") {
    throw badRequest('can\'t parse entities: tag "details" must begin with "summary"');
  }
  return {
    type: "details",
    summary: readRichInline(summary.children),
    blocks: readBlocks(children.slice(index + 1)),
    ...(attributes.has("open") ? { is_open: true } : {}),
  };
}

const MEDIA_TYPES = new Map([
  ["img", "photo"],
  ["video", "video"],
  ["audio", "audio"],
  ["tg-map", "map"],
  ["tg-collage", "collage"],
  ["tg-slideshow", "slideshow"],
] as const);

function readMedia(element: RichElement): RichBlock {
  if (element.name === "figure") return readFigure(element);
  const type = MEDIA_TYPES.get(element.name as "img");
  if (type === undefined) throw misplaced(element, "message");
  if (MEDIA.has(element.name)) checkSource(element);
  const captions = element.name.startsWith("tg-") ? mediaCaption(element) : {};
  return { type, ...captions };
}

function mediaCaption(element: RichElement): { readonly caption?: RichText } {
  const parts = only(element, [...MEDIA, "figcaption"]);
  for (const part of parts) if (MEDIA.has(part.name)) checkSource(part);
  const caption = parts.find(({ name }) => name === "figcaption");
  return caption === undefined
    ? {}
    : { caption: readRichInline(takeCredit(caption.children).rest) };
}

function readFigure(figure: RichElement): RichBlock {
  const [media, caption, ...more] = only(figure, [...MEDIA, "tg-map", "figcaption"]);
  if (media === undefined || media.name === "figcaption" || more.length > 0) {
    throw misplaced(media ?? "", "figure");
  }
  const block = readMedia(media);
  const words = caption === undefined ? null : takeCredit(caption.children).rest;
  return words === null ? block : ({ ...block, caption: readRichInline(words) } as RichBlock);
}

function checkSource({ name, attributes }: RichElement): void {
  if (!/^https?:\/\//i.test(attributes.get("src") ?? "")) {
    throw badRequest(`can't parse entities: tag "${name}" needs an HTTP or HTTPS "src"`);
  }
}
