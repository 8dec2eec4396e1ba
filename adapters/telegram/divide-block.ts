import type { Block } from "../../src/messages/message.ts";
import { cutSpans, cutText, type Halves } from "./cut-text.ts";

/**
 * A block as two, each about half as long, that say the same one after the other; null for one that
 * cannot be divided. A quotation's second half names its speaker again.
 */
export function divideBlock(block: Block): readonly [Block, Block] | null {
  switch (block.kind) {
    case "title":
    case "heading":
      return halvesOf(cutText(block.text), (text) => ({ ...block, text }));
    case "paragraph":
      return halvesOf(cutSpans(block.spans), (spans) => ({ ...block, spans }));
    case "list":
      return block.items.length > 1
        ? halvesOf(cutList(block.items), (items) => ({ ...block, items }))
        : halvesOf(cutSpans(block.items[0] ?? []), (item) => ({ ...block, items: [item] }));
    case "quote":
      return divideQuote(block);
    case "table":
      return block.rows.length > 1
        ? halvesOf(cutList(block.rows), (rows) => ({ ...block, rows }))
        : null;
    case "details":
      return divideDetails(block);
  }
}

const halvesOf = <T>(halves: Halves<T>, make: (half: T) => Block): Halves<Block> =>
  halves && [make(halves[0]), make(halves[1])];

function cutList<T>(items: readonly T[]): Halves<readonly T[]> {
  const middle = Math.ceil(items.length / 2);
  return items.length < 2 ? null : [items.slice(0, middle), items.slice(middle)];
}

function divideQuote(quote: Extract<Block, { kind: "quote" }>): Halves<Block> {
  const halves = cutText(quote.text);
  if (halves === null) return null;
  const [first, second] = halves;
  return [
    { ...quote, text: `${first}\u2026` },
    { ...quote, text: `\u2026${second}` },
  ];
}

function divideDetails(details: Extract<Block, { kind: "details" }>): Halves<Block> {
  const [first, second] = halvesWithin(details.blocks) ?? [];
  return first && second
    ? [
        { ...details, blocks: first },
        { ...details, blocks: second },
      ]
    : null;
}

type SomeBlocks = readonly [Block, ...Block[]];

/** The blocks in two groups, or the only one in two halves. */
function halvesWithin([first, ...rest]: SomeBlocks): Halves<SomeBlocks> {
  const [second, ...more] = rest;
  if (second === undefined) {
    const halves = divideBlock(first);
    return halves && [[halves[0]], [halves[1]]];
  }
  const taken = Math.floor(more.length / 2);
  const [next, ...last] = [second, ...more].slice(taken);
  return next === undefined
    ? null
    : [
        [first, ...rest.slice(0, taken)],
        [next, ...last],
      ];
}
