import type { Block, Span } from "../../src/messages/message.ts";
import { text } from "../../src/messages/message.ts";
import { spansOf, withSpans } from "../../src/messages/block-spans.ts";
import { formatNumber } from "../../src/i18n/locale.ts";
import type { Language } from "../../src/lib/language.ts";

/** Addresses count as text: this much of them is more than a third of a message. */
const MOST_ADDRESSES = 1_500;

/**
 * Blocks in which a source that is cited again and again leads to its page only where it is first cited
 * and where it stands last, as in the list of sources; all citations lead there while they take little room.
 */
export function linkSparingly(blocks: readonly Block[], language: Language): readonly Block[] {
  const cited = blocks.flatMap(citationsOf);
  const length = cited.reduce((sum, { url }) => sum + url.length, 0);
  if (length <= MOST_ADDRESSES) return blocks;
  const last = new Map(cited.map((span) => [span.url, span]));
  const seen = new Set<string>();
  const keep = (span: Span): Span => {
    if (span.kind !== "citation") return span;
    const isFirst = !seen.has(span.url);
    seen.add(span.url);
    return isFirst || last.get(span.url) === span
      ? span
      : text(`[${formatNumber(language, span.n)}]`);
  };
  return blocks.map((block) => withSpans(block, keep));
}

type Citation = Extract<Span, { kind: "citation" }>;

const citationsOf = (block: Block): Citation[] =>
  spansOf(block).filter((span): span is Citation => span.kind === "citation");
