import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tidy } from "../../../../src/articles/visible-text.ts";
import { LANGUAGES } from "../../../../src/lib/language.ts";
import { readOf, statementsOf } from "./told.ts";

const PIECES = [
  [
    '"',
    "“",
    "”",
    "«",
    "»",
    "„",
    "‘",
    "’",
    "'",
    ":",
    "،",
    ",",
    ". ",
    "\n\n",
    " - ",
    "<b>",
    "&quot;",
  ],
  ["Araghchi", "Trump", "said", "told", "that", "We are ready", "he added", "according to", "and"],
  ["عراقجي", "ترامب", "قال", "إن", "وأضاف أن", "نحن مستعدون", "بحسب", "الوزارة", "قائلا"],
  ["عراقچی", "ترامپ", "گفت", "که", "وی افزود", "آماده هستیم", "به گفته", "با بیان اینکه"],
  ["\ud800", "\u200f", "\u200c", "2", "!"],
].flat();

const texts = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 5 })), {
    maxLength: 60,
  })
  .map((pieces) => pieces.join(" "));
const articles = fc.record({ title: texts, body: texts, lang: fc.constantFrom(...LANGUAGES) });

describe("any article's statements", () => {
  it("lie in their evidence, word by word", () => {
    fc.assert(
      fc.property(articles, (given) => {
        const { visible } = readOf(given);
        for (const { evidence, text } of statementsOf(given)) {
          const [start, end] = evidence;

          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(visible.length);
          expect(text).not.toBe("");
          expect(tidy(visible.slice(start, end))).toContain(text);
        }
      }),
      { seed: 7, numRuns: 400 },
    );
  });
});

const HOSTILE: readonly (readonly [string, string])[] = [
  ["straight marks", '"'],
  ["opening marks", "«"],
  ["closing marks", "”"],
  ["short quotations", "“a. b ”"],
  ["sentences of marks", '"a. '],
  ["single marks", "'a "],
  ["verbs", "Trump said "],
  ["names", "Abc "],
  ["Arabic verbs", "قال ترامب إن "],
  ["Persian verbs", "ترامپ گفت که "],
];

/** Reading a megabyte takes about 0.3 s, much more on a loaded machine; a quadratic way would take minutes. */
const LONGEST_MS = 40_000;

describe("a megabyte of hostile text", () => {
  it.each(HOSTILE)(
    "of %s is read in linear time",
    (_, piece) => {
      const body = piece.repeat(Math.ceil(1_000_000 / piece.length));

      for (const lang of LANGUAGES)
        expect(statementsOf({ body, lang }).length).toBeLessThan(50_000);
    },
    LONGEST_MS,
  );
});
