import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { expect, test } from "vitest";
import type { DateMention } from "../../../../src/facts/dates/date-mention.ts";
import { LANGUAGES } from "../../../../src/lib/language.ts";
import { dateFinder, WEDNESDAY } from "./support.ts";

const PIECES = [
  "Friday",
  "6",
  "31",
  "February",
  "2026",
  "9999",
  "to",
  "-",
  "/",
  ":",
  "10",
  "30",
  "in",
  "next",
  "week",
  "(",
  ")",
  "الجمعة",
  "و",
  "يوم",
  "٦",
  "فبراير",
  "شباط",
  "قبل",
  "أسبوعين",
  "الساعة",
  "صباحا",
  "غدا",
  "بين",
  "جمعه",
  "۱۷",
  "بهمن",
  "ماه",
  "ساعت",
  "تا",
  "روز",
  "آینده",
  "هفته",
  "\ud800",
  "\u200c",
  "\n",
  "<b>",
  "&amp;",
  " ",
];

const anyText = oneof(
  string({ unit: "binary", maxLength: 200 }),
  array(constantFrom(...PIECES), { maxLength: 40 }).map((words) => words.join(" ")),
  array(constantFrom(...PIECES), { maxLength: 40 }).map((words) => words.join("")),
);

function problemsOf({ span, date, dateEnd, time, form }: DateMention, after: number): string[] {
  const rules: Readonly<Record<string, boolean>> = {
    "begins after the one before": span[0] >= after,
    "is not empty": span[1] > span[0],
    "has a day unless it is a time": date !== null || form === "time",
    "has a day that exists": date === null || new Date(date).toISOString().startsWith(date),
    "ends after it begins": date === null || dateEnd === null || dateEnd >= date,
    "has a time that exists": time === null || /^([01]\d|2[0-3]):[0-5]\d$/.test(time),
  };
  return Object.keys(rules).filter((rule) => rules[rule] !== true);
}

test("finds dates inside any text, in order and apart", () => {
  assert(
    property(anyText, constantFrom(...LANGUAGES), (text, language) => {
      const mentions = dateFinder.findInText(text, language, WEDNESDAY);
      let end = 0;
      for (const mention of mentions) {
        expect(problemsOf(mention, end)).toEqual([]);
        end = mention.span[1];
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
    { seed: 20_260_206, numRuns: 2_000 },
  );
});

function timeFor(part: string): number {
  const start = performance.now();
  dateFinder.findInText(part, "en", WEDNESDAY);
  return performance.now() - start;
}

const MEGABYTE = 1_000_000;

test.each([
  ["one run of digits", "6".repeat(MEGABYTE)],
  ["digits and spaces", "6 ".repeat(MEGABYTE / 2)],
  ["dates in figures", "06/02/".repeat(MEGABYTE / 6)],
  ["weekdays", "Friday to ".repeat(MEGABYTE / 10)],
  ["connectives", "between and of the ".repeat(MEGABYTE / 20)],
])(
  "reads a megabyte of %s in time that grows with its length",
  (_, text) => {
    timeFor(text.slice(0, MEGABYTE / 8));
    const quarter = timeFor(text.slice(0, MEGABYTE / 4));
    expect(timeFor(text)).toBeLessThan(quarter * 12 + 500);
  },
  60_000,
);
