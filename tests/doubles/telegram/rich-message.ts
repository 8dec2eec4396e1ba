import { textOf } from "./json.ts";
import type { JsonObject } from "./json.ts";
import { badRequest } from "./refusal.ts";
import { plainRichText } from "./rich-blocks.ts";
import type { RichBlock, RichMessage, RichText } from "./rich-blocks.ts";
import { parseRichHtml } from "./rich-html.ts";

/** What the documentation allows ("Rich Message Limits"), media and depth aside. */
const MAX = { characters: 32_768, blocks: 500, media: 50, columns: 20 };

/** Reads an `InputRichMessage` and holds it to its limits. */
export function readRichMessage(input: JsonObject): RichMessage {
  const html = textOf(input, "html");
  const markdown = textOf(input, "markdown");
  if ((html === null) === (markdown === null)) {
    throw badRequest("exactly one of the fields html and markdown must be used");
  }
  if (!(html ?? markdown ?? "").isWellFormed())
    throw badRequest("strings must be encoded in UTF-8");
  const blocks = html === null ? readMarkdown(markdown ?? "") : parseRichHtml(html);
  checkSize(blocks, html ?? "");
  return { blocks, ...(input["is_rtl"] === true ? { is_rtl: true } : {}) };
}

// The paragraphs alone: the double measures Markdown but does not read its marks.
const readMarkdown = (markdown: string): RichBlock[] =>
  markdown
    .split(/\n{2,}/)
    .filter((text) => text.trim() !== "")
    .map((text) => ({ type: "paragraph", text }));

function checkSize(blocks: readonly RichBlock[], html: string): void {
  const size = measure(blocks);
  const media = (html.match(/<(?:img|video|audio)[\s/>]/gi) ?? []).length;
  if (size.characters === 0 && media === 0) throw badRequest("message text is empty");
  if (size.characters > MAX.characters) throw badRequest("rich message is too long");
  if (size.blocks > MAX.blocks) throw badRequest("rich message has too many blocks");
  if (media > MAX.media) throw badRequest("rich message has too many media");
  if (size.columns > MAX.columns) throw badRequest("rich message table has too many columns");
}

type Size = { characters: number; blocks: number; columns: number };

/** Counts characters, blocks (with list items and table rows) and the columns of the widest table. */
export function measure(blocks: readonly RichBlock[]): Size {
  const size: Size = { characters: 0, blocks: 0, columns: 0 };
  const text = (words: RichText | undefined) => {
    if (words !== undefined) for (const _ of plainRichText(words)) size.characters += 1;
  };
  const add = (inner: readonly RichBlock[]) => {
    for (const block of inner) addBlock(block);
  };
  const addBlock = (block: RichBlock) => {
    size.blocks += 1;
    if ("text" in block) text(block.text);
    if ("credit" in block) text(block.credit);
    if ("caption" in block) text(block.caption);
    if ("summary" in block) text(block.summary);
    if ("expression" in block) text(block.expression);
    if ("blocks" in block) add(block.blocks);
    if (block.type === "list") {
      size.blocks += block.items.length;
      for (const item of block.items) add(item.blocks);
    }
    if (block.type === "table") {
      size.blocks += block.cells.length;
      for (const row of block.cells) {
        const columns = row.reduce((sum, cell) => sum + (cell.colspan ?? 1), 0);
        size.columns = Math.max(size.columns, columns);
        for (const cell of row) text(cell.text);
      }
    }
  };
  add(blocks);
  return size;
}
