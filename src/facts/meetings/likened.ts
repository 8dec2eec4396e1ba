import type { TokenRange } from "../../articles/token-range.ts";
import type { Token } from "../../articles/tokens.ts";
import { cuesOf } from "../mention.ts";
import type { TalksSentence } from "../relevance/talks-view.ts";

/** In tokens, from the word of likeness to what it likens to, and to the words that set it in the past. */
const FURTHEST_LIKENED = 8;
const FURTHEST_PAST = 4;
const STOPS = ",;:\u060c\u061b()?!.\u2014\u2013";

/**
 * Whether a day or a place is that of another meeting, to which this one is likened ("as in the Rome round") or
 * that is told with its own past ("in Rome last year").
 */
export function isOfAnother(
  sentence: TalksSentence,
  tokens: readonly Token[],
  slot: TokenRange,
): boolean {
  const { mentions } = sentence;
  const isOpen = (from: number, to: number): boolean => !hasStop(tokens, from, to);
  const isLikened = cuesOf(mentions, "meeting.likened").some(
    ({ to }) => to <= slot.from && slot.from - to <= FURTHEST_LIKENED && isOpen(to, slot.from),
  );
  // "Will be held in Geneva, like the last" in the Persian order of words.
  const isHeldHere = cuesOf(mentions, "meeting.happens").some(
    ({ from }) => from >= slot.to && from - slot.to <= 1,
  );
  if (isLikened) return !isHeldHere;
  return cuesOf(mentions, "meeting.past-year").some(({ from, to }) =>
    from >= slot.to
      ? from - slot.to <= FURTHEST_PAST && isOpen(slot.to, from)
      : slot.from - to <= FURTHEST_PAST && isOpen(to, slot.from),
  );
}

function hasStop(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind === "mark" && STOPS.includes(token.text)) return true;
  }
  return false;
}
