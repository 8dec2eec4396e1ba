import { z } from "zod";
import { TimeZone } from "../../config/seed-fields.ts";
import { type CalendarDate, localDate } from "../../lib/calendar-date.ts";
import { LanguageSchema } from "../../lib/language.ts";
import type { DateFinder } from "./date-finder.ts";
import type { DateMention } from "./date-mention.ts";

/** An item of `parley dates`: a text, its language, and the instant and zone it was written in. */
export const DateItem = z.object({
  id: z.string(),
  lang: LanguageSchema,
  text: z.string(),
  reference: z
    .string()
    .refine((at) => /^\d{4}-\d{2}-\d{2}/.test(at) && !Number.isNaN(Date.parse(at)), {
      error: "use an ISO 8601 date or time",
    }),
  timeZone: TimeZone.default("UTC"),
});

/** An item of `parley dates`. */
export type DateItem = z.output<typeof DateItem>;

/** A line that `parley dates` prints. */
export type DateLine = {
  readonly id: string;
  readonly dates: readonly {
    readonly text: string;
    /** UTF-16 offsets `[start, end)` into the item's text. */
    readonly start: number;
    readonly end: number;
    readonly date: CalendarDate;
    /** Last day of a range, inclusive. */
    readonly dateEnd?: CalendarDate;
    /** Local time of day `HH:MM`. */
    readonly time?: string;
  }[];
};

/** The dates of an item; a time of day without a day to belong to is left out. */
export function dateLine(finder: DateFinder, { id, lang, text, ...item }: DateItem): DateLine {
  const reference = { published: publishedAt(item), timeZone: item.timeZone };
  const mentions = finder.findInText(text, lang, reference);
  return { id, dates: mentions.flatMap((mention) => lineOf(text, mention)) };
}

const HAS_ZONE = /T[^T\n]*(?:Z|[+-]\d{2}:?\d{2})$/i;

/** A reference without a zone means a day in the item's own zone. */
function publishedAt({ reference, timeZone }: Omit<DateItem, "id" | "lang" | "text">): Date {
  if (HAS_ZONE.test(reference)) return new Date(reference);
  const day = reference.slice(0, 10);
  const noon = new Date(`${day}T12:00:00Z`);
  // East of +12:00 noon at Greenwich is the next day already.
  return localDate(noon, timeZone) === day ? noon : new Date(`${day}T02:00:00Z`);
}

function lineOf(text: string, { span, date, dateEnd, time }: DateMention): DateLine["dates"] {
  if (date === null) return [];
  const [start, end] = span;
  const found = { text: text.slice(start, end), start, end, date };
  return [
    {
      ...found,
      ...(dateEnd === null ? {} : { dateEnd }),
      ...(time === null ? {} : { time }),
    },
  ];
}
