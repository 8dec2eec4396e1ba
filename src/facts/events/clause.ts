import type { TokenRange } from "../../articles/token-range.ts";
import type { Span } from "../../lib/span.ts";
import type { EventSentence } from "./uses.ts";

const MARKS = ',;:()[]\u060c\u061b\u2014\u2013\u00ab\u00bb\u201c\u201d"?!.\u061f';

/** The text of the clause that holds all the given words: to the nearest mark on either side. */
export function clauseAt({ tokens, range }: EventSentence, words: readonly TokenRange[]): Span {
  let from = Math.min(...words.map((word) => word.from));
  let to = Math.max(...words.map((word) => word.to));
  const isMark = (at: number): boolean => {
    const token = tokens[at];
    return token?.kind === "mark" && MARKS.includes(token.text);
  };
  while (from > range.from && !isMark(from - 1)) from -= 1;
  while (to < range.to && !isMark(to)) to += 1;
  return [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
}
