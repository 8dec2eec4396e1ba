import { z } from "zod";
import type { DatedText } from "./date-lines.ts";

const Case = z.object({ test_input: z.string(), expected: z.string() });
const Spans = z.array(z.tuple([z.int(), z.int()]));

/** Persian texts of Parstdex's tests with the ranges of dates and times in them (MIT licence). */
export function readParstdex(text: string): DatedText[] {
  return z
    .array(Case)
    .parse(JSON.parse(text))
    .map(({ test_input, expected }, index) => ({
      item: {
        id: `parstdex-${index}`,
        lang: "fa",
        text: test_input,
        reference: "2026-02-05T12:00:00Z",
        timeZone: "Asia/Tehran",
      },
      spans: Spans.parse(JSON.parse(expected)),
    }));
}
