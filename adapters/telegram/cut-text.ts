import { balanceIsolates } from "../../src/i18n/direction.ts";
import type { Span } from "../../src/messages/message.ts";

/** Two parts of something, or null for what cannot be divided. */
export type Halves<T> = readonly [T, T] | null;

/**
 * Cuts a text so that the first part holds at most a share of it (0 to 1): after a sentence if one ends
 * there, else between words, else between characters; direction isolates that are open at the cut end
 * there and begin anew behind it.
 */
export function cutText(text: string, share: number): Halves<string> {
  const at = cutNear(text, Math.ceil(text.length * share));
  return at === null ? null : cutAt(text, at);
}

function cutAt(text: string, at: number): readonly [string, string] {
  const sides = [text.slice(0, at).trimEnd(), text.slice(at).trimStart()];
  const [before = "", after = ""] = balanceIsolates(sides);
  return [before, after];
}

/** Cuts a row of spans so that the first part holds about a share of its text. */
export function cutSpans(spans: readonly Span[], share: number): Halves<readonly Span[]> {
  const target = spans.reduce((sum, span) => sum + lengthOf(span), 0) * share;
  let passed = 0;
  for (const [index, span] of spans.entries()) {
    const length = lengthOf(span);
    if (passed + length < target) {
      passed += length;
      continue;
    }
    const [before, after] = cutSpan(span, Math.ceil(target) - passed);
    const first = [...spans.slice(0, index), ...before];
    const second = [...after, ...spans.slice(index + 1)];
    return first.length === 0 || second.length === 0 ? null : [first, second];
  }
  return null;
}

const lengthOf = (span: Span): number => ("text" in span ? span.text.length : SHORT_LENGTH);

/** A number in brackets, or a command. */
const SHORT_LENGTH = 4;

/** What stands before and after the cut; citations, commands and moments stay whole and go before it. */
function cutSpan(span: Span, middle: number): readonly [readonly Span[], readonly Span[]] {
  if (!("text" in span)) return [[span], []];
  if (span.kind === "time" && span.text.length < LONGEST_TIME) return [[span], []];
  const at = cutNear(span.text, middle);
  if (at === null) return [[span], []];
  const [before, after] = cutAt(span.text, at);
  const part = (text: string): Span =>
    span.kind === "time" ? { kind: "text", text } : { ...span, text };
  return [[part(before)], [part(after)]];
}

const LONGEST_TIME = 200;

/** Where to cut near `middle`, or null where there is no inside. */
function cutNear(text: string, middle: number): number | null {
  const last = text.length - 1;
  if (last < 1) return null;
  const target = Math.min(Math.max(middle, 1), last);
  const from = Math.max(1, Math.floor(target / 2));
  const at = lastEnd(text, from, target) ?? wholeAt(text, target);
  return at >= 1 && at <= last ? at : null;
}

/** Where the last sentence, or else the last word, between two places ends. */
function lastEnd(text: string, from: number, to: number): number | null {
  let word: number | null = null;
  for (let at = to; at >= from; at -= 1) {
    if (text.charAt(at) !== " ") continue;
    if (SENTENCE_ENDS.has(text.charAt(at - 1))) return at;
    word ??= at;
  }
  return word;
}

const SENTENCE_ENDS: ReadonlySet<string> = new Set(".!?\u061f\u06d4\u2026\u3002");

/** A cut must not leave half of a surrogate pair, nor a mark without its letter. */
function wholeAt(text: string, target: number): number {
  let at = target;
  while (
    at > 1 &&
    !STARTS_CHARACTER.test(text.slice(at, at + 2)) &&
    target - at < LONGEST_CHARACTER
  )
    at -= 1;
  const low = text.charCodeAt(at);
  return low >= 0xdc00 && low <= 0xdfff ? at - 1 : at;
}

const STARTS_CHARACTER = /^(?![\p{M}\u200d\udc00-\udfff])/u;
const LONGEST_CHARACTER = 30;
