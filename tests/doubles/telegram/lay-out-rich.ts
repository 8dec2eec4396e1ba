import { showDateTime } from "./date-time.ts";
import type { RichBlock, RichText } from "./rich-blocks.ts";
import { hang, layTable, wrap } from "./text-layout.ts";

/** Who looks, when, and whether he has tapped what is folded. */
export type Look = {
  readonly zone: string;
  readonly language: string;
  readonly now: Date;
  readonly unfolded: boolean;
};

/** The words of a rich text as the reader sees them, moments in his own zone. */
function showRichText(text: RichText, look: Look): string {
  if (typeof text === "string") return text;
  if (!("type" in text)) return text.map((part) => showRichText(part, look)).join("");
  const words = text.expression ?? showRichText(text.text ?? "", look);
  if (text.type !== "date_time") return words;
  const time = { unixTime: text.unix_time ?? 0, format: text.date_time_format ?? "" };
  return showDateTime(time, words, look);
}

/** Blocks on lines of at most so many columns, an empty line between them. */
export function layOutBlocks(blocks: readonly RichBlock[], look: Look, columns: number): string[] {
  return blocks.flatMap((block, index) => {
    const lines = layOutBlock(block, look, columns);
    return index === 0 || lines.length === 0 ? lines : ["", ...lines];
  });
}

function layOutBlock(block: RichBlock, look: Look, columns: number): string[] {
  const words = (text: RichText) => showRichText(text, look);
  switch (block.type) {
    case "heading": {
      const lines = wrap(words(block.text).trim(), columns);
      return block.size > 2
        ? lines
        : [...lines, (block.size === 1 ? "\u2550" : "\u2500").repeat(columns)];
    }
    case "paragraph":
    case "footer":
      return wrap(words(block.text).trim(), columns);
    case "pre":
      return words(block.text).split("\n");
    case "divider":
      return ["\u2500".repeat(columns)];
    case "mathematical_expression":
      return wrap(block.expression, columns);
    case "anchor":
      return [];
    case "list":
      return block.items.flatMap(({ label, blocks }) =>
        hang(`${label} `, tight(layOutBlocks(blocks, look, columns - label.length - 1))),
      );
    case "blockquote":
      return quoted([
        ...layOutBlocks(block.blocks, look, columns - 2),
        ...credit(block.credit, look, columns),
      ]);
    case "pullquote":
      return quoted([
        ...wrap(words(block.text).trim(), columns - 2),
        ...credit(block.credit, look, columns),
      ]);
    case "table":
      return layOutTable(block, look, columns);
    case "details": {
      const isOpen = look.unfolded || block.is_open === true;
      const summary = hang(isOpen ? "\u25be " : "\u25b8 ", wrap(words(block.summary), columns - 2));
      const body = isOpen ? layOutBlocks(block.blocks, look, columns - 2) : [];
      return [...summary, ...body.map((line) => `  ${line}`.trimEnd())];
    }
    case "photo":
    case "video":
    case "audio":
    case "map":
    case "collage":
    case "slideshow":
      return wrap(`(${block.type}) ${words(block.caption ?? "")}`.trim(), columns);
  }
}

const tight = (lines: readonly string[]) => lines.filter((line) => line !== "");

/** Lines with the bar of a quotation before them. */
export const quoted = (lines: readonly string[]): string[] =>
  lines.map((line) => `\u258e ${line}`.trimEnd());

const credit = (text: RichText | undefined, look: Look, columns: number) =>
  text === undefined ? [] : wrap(`\u2014 ${showRichText(text, look)}`, columns - 2);

function layOutTable(
  table: Extract<RichBlock, { readonly type: "table" }>,
  look: Look,
  columns: number,
): string[] {
  const rows = table.cells.map((row) => row.map(({ text }) => showRichText(text, look).trim()));
  const hasHead = table.cells[0]?.every((cell) => cell.is_header === true) === true;
  const caption =
    table.caption === undefined ? [] : wrap(showRichText(table.caption, look), columns);
  return [...caption, ...layTable(rows, hasHead, columns)];
}
