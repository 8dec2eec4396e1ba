import * as fc from "fast-check";
import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { tellCard } from "../../../src/cards/card-contents.ts";
import { chartDays, type ChartRound } from "../../../src/cards/chart-days.ts";
import { PAGE_THEME } from "../../../src/cards/chart-theme.ts";
import { drawCard } from "../../../src/cards/draw-card.ts";
import { drawTension } from "../../../src/cards/draw-tension.ts";
import { rasterizeCard } from "../../../src/cards/rasterize-card.ts";
import type { Digest } from "../../../src/digest/digest.ts";
import { LADDER } from "../../../src/digest/digest.ts";
import { PHASES } from "../../../src/facts/phase.ts";
import { addDays } from "../../../src/lib/calendar-date.ts";
import { LANGUAGES } from "../../../src/lib/language.ts";
import { digestSaying, iranUsNames, RICH_DIGEST } from "../../support/digests.ts";
import { hostileWords } from "../../support/hostile.ts";

const RUNS = { seed: 20_260_206, numRuns: 40 };
const OUR_TAGS = new Set("svg title desc defs path use rect g circle text".split(" "));
const OUR_ATTRIBUTES = new Set(
  (
    "xmlns width height viewBox role lang direction aria-labelledby id d fill stroke stroke-width " +
    "stroke-dasharray stroke-linecap stroke-linejoin transform x y cx cy r href font-size font-weight text-anchor"
  ).split(" "),
);

/** Everything in an SVG that is not of our making. */
function strangersIn(svg: string): string[] {
  const strangers: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (!OUR_TAGS.has(name)) strangers.push(name);
        for (const [key, value] of Object.entries(attributes))
          if (!OUR_ATTRIBUTES.has(key) || (key === "href" && !/^#[rb]\d+$/.test(value)))
            strangers.push(`${name} ${key}`);
      },
      oncomment: () => strangers.push("comment"),
      onprocessinginstruction: () => strangers.push("instruction"),
    },
    { xmlMode: true },
  );
  parser.end(svg);
  return strangers;
}

describe.each(LANGUAGES)("whatever an article says, in %s", (language) => {
  it("becomes no markup in a card, which can be drawn", () => {
    fc.assert(
      fc.property(hostileWords, (words) => {
        const reader = { language, timeZone: "Asia/Tehran" };
        const svg = drawCard(iranUsNames, digestSaying(words), reader);
        expect(strangersIn(svg)).toEqual([]);
        expect(rasterizeCard(svg).length).toBeGreaterThan(1_000);
      }),
      { ...RUNS, numRuns: 12 },
    );
  });

  it("gives words that survive JSON", () => {
    const contents = tellCard(iranUsNames, RICH_DIGEST, { language, timeZone: "Asia/Tehran" });
    expect(JSON.parse(JSON.stringify(contents))).toEqual(contents);
  });
});

const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays("2026-02-05", days));
const figure = fc.oneof(
  fc.double({ min: -10, max: 10, noNaN: true }),
  fc.constantFrom(Number.NaN, 1e300),
);
const series = fc.array(fc.record({ date: day, value: figure }), { maxLength: 40 });
const rounds: fc.Arbitrary<ChartRound[]> = fc.array(
  fc.record({ date: day, kind: fc.constantFrom("held", "underway", "expected", "doubtful") }),
  { maxLength: 6 },
);

const anyDigest: fc.Arbitrary<Digest> = fc
  .record({
    words: hostileWords,
    phase: fc.constantFrom(null, ...PHASES),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    contested: fc.boolean(),
    confirmation: fc.constantFrom(null, ...LADDER),
    status: fc.constantFrom(
      "proposed",
      "scheduled",
      "in-doubt",
      "postponed",
      "cancelled",
      "underway",
      "held",
    ),
    date: fc.option(day),
    time: fc.constantFrom(null, "00:00", "23:59"),
    timeZone: fc.constantFrom(null, "Asia/Tehran", "UTC"),
    hasRound: fc.boolean(),
    hasLast: fc.boolean(),
    sources: fc.integer({ min: 0, max: 3 }),
    series,
  })
  .map((drawn) => {
    const said = digestSaying(drawn.words);
    const { phase, confidence, contested, confirmation, status, date, time, timeZone } = drawn;
    return {
      ...said,
      phase,
      confidence,
      contested,
      confirmation,
      nextRound: drawn.hasRound ? { ...said.nextRound!, status, date, time, timeZone } : null,
      lastRound: drawn.hasLast ? { ...said.lastRound!, date } : null,
      sources: said.sources.slice(0, drawn.sources),
      tension: { now: null, weekAgo: null, series: drawn.series },
    };
  });

it("draws a card of any digest", () => {
  fc.assert(
    fc.property(anyDigest, fc.constantFrom(...LANGUAGES), (digest, language) => {
      const svg = drawCard(iranUsNames, digest, { language, timeZone: "Asia/Muscat" });
      expect(strangersIn(svg)).toEqual([]);
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    }),
    RUNS,
  );
});

it("draws a chart of any series and rounds at any size", () => {
  fc.assert(
    fc.property(
      series,
      rounds,
      fc.constantFrom(...LANGUAGES),
      fc.integer({ min: 80, max: 2_000 }),
      (points, marks, language, width) => {
        const options = { language, width, height: width / 2, theme: PAGE_THEME, id: '"><script>' };
        const svg = drawTension(points, marks, options);
        expect(strangersIn(svg)).toEqual([]);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        expect(chartDays(points, marks)?.values.length ?? 0).toBeLessThanOrEqual(801);
      },
    ),
    RUNS,
  );
});
