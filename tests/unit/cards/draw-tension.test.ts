import { describe, expect, it } from "vitest";
import type { ChartRound } from "../../../src/cards/chart-days.ts";
import { PAGE_THEME } from "../../../src/cards/chart-theme.ts";
import { drawTension } from "../../../src/cards/draw-tension.ts";
import type { CalendarDate } from "../../../src/lib/calendar-date.ts";
import { LANGUAGES, type Language } from "../../../src/lib/language.ts";

const points = (...values: readonly (readonly [CalendarDate, number])[]) =>
  values.map(([date, value]) => ({ date, value }));

const WEEK = points(["2026-02-01", -1], ["2026-02-02", -8], ["2026-02-04", -3], ["2026-02-05", -2]);

const drawn = (
  language: Language = "en",
  rounds: readonly ChartRound[] = [],
  series: ReturnType<typeof points> = WEEK,
) => drawTension(series, rounds, { language, width: 720, height: 300, theme: PAGE_THEME });

/** The points at which the pieces of the line begin. */
const starts = (svg: string): [x: number, y: number][] => {
  const path = /<path d="(M[^"]+)" fill="none" stroke="var\(--chart-line/.exec(svg)?.[1] ?? "";
  return [...path.matchAll(/M([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
};

const textX = (svg: string, words: string): number =>
  Number(new RegExp(`<text x="([\\d.]+)"[^>]*>${words}</text>`, "u").exec(svg)?.[1]);

describe("a tension chart", () => {
  it("stands higher the more tense the day was", () => {
    const [tense] = starts(drawn("en", [], points(["2026-02-01", -8])));
    const [calm] = starts(drawn("en", [], points(["2026-02-01", 1])));
    expect(tense?.[1]).toBeLessThan(calm?.[1] ?? 0);
  });

  it("says which way is which", () => {
    const svg = drawn();
    const heightOf = (words: string) =>
      Number(new RegExp(`y="([\\d.]+)"[^>]*>${words}<`).exec(svg)?.[1]);
    expect(heightOf("more tense")).toBeLessThan(heightOf("very high"));
    expect(heightOf("low")).toBeLessThan(heightOf("calmer"));
  });

  it("breaks the line at a day without a figure", () => {
    expect(starts(drawn())).toHaveLength(2);
  });

  it.each(LANGUAGES)("lets time run from left to right in %s", (language) => {
    const [first, second] = starts(drawn(language));
    expect(first?.[0]).toBeLessThan(second?.[0] ?? 0);
  });

  it("dates both ends, in the Persian calendar for Persian", () => {
    const svg = drawn("fa");
    expect(textX(svg, "۱۲ بهمن")).toBeLessThan(textX(svg, "۱۶ بهمن"));
  });

  it("names levels on the side where the language begins", () => {
    expect(textX(drawn("en"), "moderate")).toBe(0);
    expect(textX(drawn("ar"), "متوسط")).toBe(720);
  });

  it("marks a round to come by a broken line and one that took place by a whole one", () => {
    const svg = drawn("en", [
      { date: "2026-02-02", kind: "held" },
      { date: "2026-02-10", kind: "expected" },
    ]);
    expect(svg).toContain(">round held</text>");
    expect(svg).toContain(">round ahead</text>");
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(1);
  });

  it("makes room for a round to come, but not for one months away", () => {
    const near = drawn("en", [{ date: "2026-02-10", kind: "expected" }]);
    const far = drawn("en", [{ date: "2026-07-10", kind: "expected" }]);
    expect(near).toContain("10 February");
    expect(far).not.toContain("July");
  });

  it("is told in words for those who do not see it", () => {
    const svg = drawn("en", [{ date: "2026-02-02", kind: "held" }]);
    expect(svg).toContain('role="img"');
    expect(svg).toContain(">Tension between the parties</title>");
    expect(svg).toMatch(
      /From 1 February 2026 to 5 February 2026\. Last: moderate \(.*2.*\)\. Most tense on 2 February 2026: very high \(.*8.*\)\. Calmest on 1 February 2026: moderate \(.*1.*\)\. There are days without a figure\. round held: 2 February 2026\./u,
    );
  });

  it("says so where there is nothing to draw", () => {
    expect(drawn("en", [], [])).toContain("No event between the parties has been reported");
  });

  it("holds no style of its own, which a strict page would refuse", () => {
    expect(drawn()).not.toMatch(/style|<script|on[a-z]+=/);
  });
});
