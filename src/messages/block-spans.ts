import type { Block, Span } from "./message.ts";

/** The spans of a block, in the order they are read. */
export function spansOf(block: Block): Span[] {
  const found: Span[] = [];
  withSpans(block, (span) => {
    found.push(span);
    return span;
  });
  return found;
}

/** A block with each of its spans replaced, in the order they are read. */
export function withSpans(block: Block, replace: (span: Span) => Span): Block {
  const all = (spans: readonly Span[]) => spans.map((span) => replace(span));
  switch (block.kind) {
    case "title":
    case "heading":
      return block;
    case "paragraph":
      return { ...block, spans: all(block.spans) };
    case "list":
      return { ...block, items: block.items.map((item) => all(item)) };
    case "quote":
      return {
        ...block,
        introduction: all(block.introduction),
        citations: all(block.citations),
      };
    case "table":
      return { ...block, rows: block.rows.map((row) => row.map((cell) => all(cell))) };
    case "details": {
      const [first, ...rest] = block.blocks;
      return {
        ...block,
        blocks: [withSpans(first, replace), ...rest.map((inner) => withSpans(inner, replace))],
      };
    }
  }
}
