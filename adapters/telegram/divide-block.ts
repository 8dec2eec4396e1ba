import type { Block } from "../../src/messages/message.ts";
import { cutSpans, cutText, type Halves } from "./cut-text.ts";

/**
 * A block as two that say the same one after the other, the first holding about a share of it (0 to 1);
 * null for one that cannot be divided. A quotation's second part names its speaker again.
 */
export function divideBlock(block: Block, share: number): readonly [Block, Block] | null {
  switch (block.kind) {
    case "title":
    case "heading":
      return halvesOf(cutText(block.text, share), (text) => ({ ...block, text }));
    case "paragraph":
      return halvesOf(cutSpans(block.spans, share), (spans) => ({ ...block, spans }));
    case "list":
      return block.items.length > 1
        ? halvesOf(cutList(block.items, share), (items) => ({ ...block, items }))
        : halvesOf(cutSpans(block.items[0] ?? [], share), (item) => ({ ...block, items: [item] }));
    case "quote":
      return divideQuote(block, share);
    case "table":
      return block.rows.length > 1
        ? halvesOf(cutList(block.rows, share), (rows) => ({ ...block, rows }))
        : null;
    case "details":
      return divideDetails(block, share);
  }
}

const halvesOf = <T>(halves: Halves<T>, make: (half: T) => Block): Halves<Block> =>
  halves && [make(halves[0]), make(halves[1])];

function cutList<T>(items: readonly T[], share: number): Halves<readonly T[]> {
  const taken = Math.max(1, Math.floor(items.length * share));
  return items.length < 2 ? null : [items.slice(0, taken), items.slice(taken)];
}

function divideQuote(quote: Extract<Block, { kind: "quote" }>, share: number): Halves<Block> {
  const halves = cutText(quote.text, share);
  if (halves === null) return null;
  const [first, second] = halves;
  return [
    { ...quote, text: `${first}\u2026` },
    { ...quote, text: `\u2026${second}` },
  ];
}

function divideDetails(details: Extract<Block, { kind: "details" }>, share: number): Halves<Block> {
  const [first, second] = halvesWithin(details.blocks, share) ?? [];
  return first && second
    ? [
        { ...details, blocks: first },
        { ...details, blocks: second },
      ]
    : null;
}

type SomeBlocks = readonly [Block, ...Block[]];

/** The blocks in two groups, or the only one divided. */
function halvesWithin([first, ...rest]: SomeBlocks, share: number): Halves<SomeBlocks> {
  const [second, ...more] = rest;
  if (second === undefined) {
    const halves = divideBlock(first, share);
    return halves && [[halves[0]], [halves[1]]];
  }
  const taken = Math.floor(more.length * share);
  const [next, ...last] = [second, ...more].slice(taken);
  return next === undefined
    ? null
    : [
        [first, ...rest.slice(0, taken)],
        [next, ...last],
      ];
}
