import { z } from "zod";
import type { Span } from "../../../src/lib/span.ts";
import { sum, type Tally } from "../tally.ts";

/** One text for `parley dates`. */
export type DateItem = {
  readonly id: string;
  readonly lang: "ar" | "fa";
  readonly text: string;
  readonly reference: string;
  readonly timeZone: string;
};

/** A text with the ranges of the dates in it. */
export type DatedText = { readonly item: DateItem; readonly spans: readonly Span[] };

const DateLine = z.looseObject({
  id: z.string(),
  dates: z.array(z.looseObject({ start: z.int(), end: z.int() })),
});

/** Ranges that `parley dates` printed, by id. */
export function readDateLines(text: string): ReadonlyMap<string, readonly Span[]> {
  return new Map(
    text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => DateLine.parse(JSON.parse(line)))
      .map(({ id, dates }) => [id, dates.map(({ start, end }) => [start, end] as const)]),
  );
}

/** Date ranges found; `exact` asks for the very range, else half of the longer must be shared. */
export function scoreDates(
  texts: readonly DatedText[],
  found: ReadonlyMap<string, readonly Span[]>,
  exact: boolean,
): Tally {
  const same = exact
    ? (a: Span, b: Span) => a[0] === b[0] && a[1] === b[1]
    : (a: Span, b: Span) =>
        2 * (Math.min(a[1], b[1]) - Math.max(a[0], b[0])) >= Math.max(a[1] - a[0], b[1] - b[0]);
  return sum(
    texts.map(({ item, spans }) => {
      const got = found.get(item.id) ?? [];
      const missed = spans.filter((span) => !got.some((other) => same(span, other)));
      const extra = got.filter((span) => !spans.some((other) => same(span, other)));
      const tell = (span: Span) => `${item.text.slice(...span)} | in: ${item.text}`;
      return {
        right: got.length - extra.length,
        predicted: got.length,
        found: spans.length - missed.length,
        expected: spans.length,
        misses: [
          ...missed.map((span) => ({ id: item.id, expected: tell(span), got: null })),
          ...extra.map((span) => ({ id: item.id, expected: null, got: tell(span) })),
        ],
      };
    }),
  );
}
