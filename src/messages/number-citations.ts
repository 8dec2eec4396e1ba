import { spansOf, withSpans } from "./block-spans.ts";
import type { Block, Message } from "./message.ts";

/** The numbers of the sources that a block cites, as often as it does. */
export const citedIn = (block: Block): number[] =>
  spansOf(block).flatMap((span) => (span.kind === "citation" ? [span.n] : []));

/**
 * Blocks whose sources count from 1, in the order of the numbers that they had: what tells a part of
 * something longer cites only some of its sources.
 */
export function numberCitations([first, ...rest]: Message["blocks"]): Message["blocks"] {
  const had = new Set([first, ...rest].flatMap(citedIn));
  const own = new Map([...had].toSorted((a, b) => a - b).map((n, at) => [n, at + 1]));
  const renumbered = (block: Block) =>
    withSpans(block, (span) =>
      span.kind === "citation" ? { ...span, n: own.get(span.n) ?? span.n } : span,
    );
  return [renumbered(first), ...rest.map(renumbered)];
}
