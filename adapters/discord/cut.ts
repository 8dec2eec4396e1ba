import { balanceIsolates } from "../../src/i18n/direction.ts";
import type { Language } from "../../src/lib/language.ts";
import type { Span } from "../../src/messages/message.ts";
import { shorten } from "../../src/messages/quotation.ts";
import { spanMarkdown } from "./markdown.ts";

/**
 * Spans as markdown in texts of at most `most` UTF-16 units each: one wherever they fit. Cuts lie between
 * spans, or between words of one that is too long, never within markup.
 */
export function cutSpans(
  spans: readonly Span[],
  language: Language,
  most: number,
): readonly [string, ...string[]] {
  const [first = "", ...rest] = spans
    .flatMap((span) => cutSpan(span, language, most))
    .reduce<string[]>((texts, piece) => appendWithin(texts, piece, most), [])
    .map((text) => text.trim());
  return balanced([first, ...rest], most);
}

function appendWithin(texts: string[], piece: string, most: number): string[] {
  const last = texts.at(-1);
  if (last === undefined || last.length + piece.length > most) texts.push(piece);
  else texts[texts.length - 1] = last + piece;
  return texts;
}

/** Longer texts than this are no message of ours; what is beyond is left out. */
const LONGEST_SPAN = 20_000;

function cutSpan(span: Span, language: Language, most: number): string[] {
  if (!("text" in span)) return [spanMarkdown(span, language)];
  const whole = { ...span, text: shorten(span.text, LONGEST_SPAN) };
  const markdown = spanMarkdown(whole, language);
  if (markdown.length <= most) return [markdown];
  return halves(whole.text).flatMap((text) => cutSpan({ ...whole, text }, language, most));
}

/** A text in two, cut at the white space nearest before its middle, and never within a character. */
function halves(text: string): string[] {
  const middle = Math.floor(text.length / 2);
  const space = text.lastIndexOf(" ", middle);
  const cut = space > middle / 2 ? space : wholeCharacter(text, middle);
  return [text.slice(0, cut), text.slice(cut)];
}

const wholeCharacter = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text.charAt(at)) && at > 1 ? at - 1 : at;

/** Each text closes the isolates it opens, where that leaves it short enough. */
function balanced(texts: readonly [string, ...string[]], most: number): [string, ...string[]] {
  const [first = "", ...rest] = balanceIsolates(texts).map((text, at) =>
    text.length <= most ? text : (texts[at] ?? ""),
  );
  return [first, ...rest];
}
