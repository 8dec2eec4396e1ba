import { z } from "zod";
import type { Span } from "../../../src/lib/span.ts";
import type { DatedText } from "./date-lines.ts";

/** Files of the set that are about days; bare times and lengths of time are not asked for. */
export const RECOGNIZER_FILES = [
  "DateTimeModel.json",
  "DatePeriodParser.json",
  "DateTimeParser.json",
] as const;

const DAYS = new Set([
  "date",
  "daterange",
  "datetime",
  "datetimerange",
  "datetimeV2.date",
  "datetimeV2.daterange",
  "datetimeV2.datetime",
  "datetimeV2.datetimerange",
]);

const Result = z.looseObject({
  Text: z.string(),
  Start: z.int(),
  Type: z.string().optional(),
  TypeName: z.string().optional(),
});

const Case = z.looseObject({
  Input: z.string(),
  Context: z.looseObject({ ReferenceDateTime: z.string() }).optional(),
  Results: z.array(Result),
});

/** Arabic texts of Microsoft's recognizer specifications whose results are all days (MIT licence). */
export function readRecognizers(name: string, text: string): DatedText[] {
  return z
    .array(Case)
    .parse(JSON.parse(text))
    .flatMap(({ Input, Context, Results }, index) => {
      const days = Results.every(({ Type, TypeName }) => DAYS.has(TypeName ?? Type ?? ""));
      if (!days || Context === undefined) return [];
      return [
        {
          item: {
            id: `${name}-${index}`,
            lang: "ar" as const,
            text: Input,
            reference: `${Context.ReferenceDateTime}Z`,
            timeZone: "UTC",
          },
          spans: Results.map(({ Text, Start }) => locate(Input, Text, Start)),
        },
      ];
    });
}

/** Some offsets of the set are off by a space: the text itself decides, next to where it should be. */
function locate(input: string, text: string, start: number): Span {
  const words = text.trim();
  const near = input.indexOf(words, Math.max(0, start - 2));
  const from = near === -1 ? Math.max(0, input.indexOf(words)) : near;
  return [from, from + words.length];
}
