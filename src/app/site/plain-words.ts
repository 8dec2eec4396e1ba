import { spansOf } from "../../messages/block-spans.ts";
import type { Block } from "../../messages/message.ts";

/** The words of a block on one line, without its citations. */
export const wordsOf = (block: Block): string =>
  spansOf(block)
    .map((span) => (span.kind === "citation" || span.kind === "command" ? "" : span.text))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
