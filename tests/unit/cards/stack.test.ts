import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPathPen } from "../../../src/cards/path-pen.ts";
import type { Pen, Place } from "../../../src/cards/pen.ts";
import { createShaper } from "../../../src/cards/shape-text.ts";
import { drawStack, type Paragraph } from "../../../src/cards/stack.ts";
import { plainLine } from "../../../src/i18n/direction.ts";
import { hostileWords } from "../../support/hostile.ts";

const RUNS = { seed: 20_260_206, numRuns: 60 };
const ROOM = { start: 600, top: 50, width: 500, height: 200, isMirrored: true };

/** Writes as the real pen does, and notes what was written where. */
function notingPen(): { pen: Pen; written: (Place & { words: string; width: number })[] } {
  const real = createPathPen(createShaper("fa"));
  const written: (Place & { words: string; width: number })[] = [];
  return {
    written,
    pen: {
      widthOf: real.widthOf,
      write: (words, place) => {
        const width = real.widthOf(words, place.size, place.bold);
        written.push({ ...place, words, width });
        return real.write(words, place);
      },
    },
  };
}

const paragraph = (words: string, more: Partial<Paragraph> = {}): Paragraph => ({
  words,
  size: 30,
  colour: "#fff",
  gap: 8,
  most: 3,
  ...more,
});

describe("paragraphs in a room", () => {
  it("stay inside it and never overlap, whatever they say", () => {
    fc.assert(
      fc.property(fc.array(hostileWords, { minLength: 1, maxLength: 9 }), (texts) => {
        const { pen, written } = notingPen();
        drawStack(
          texts.map((words) => paragraph(plainLine(words))),
          ROOM,
          pen,
        );
        for (const [at, line] of written.entries()) {
          const above = written[at - 1]?.y ?? Number.NEGATIVE_INFINITY;
          expect(line.width).toBeLessThanOrEqual(ROOM.width + 1);
          expect(line.x).toBe(ROOM.start);
          expect(line.y).toBeLessThanOrEqual(ROOM.top + ROOM.height);
          expect(line.y - above).toBeGreaterThanOrEqual(line.size * 1.4);
        }
      }),
      RUNS,
    );
  });

  it("keep their size where there is room", () => {
    const { pen, written } = notingPen();
    drawStack([paragraph("مذاکرات در مسقط")], ROOM, pen);
    expect(written.map(({ words, size }) => ({ words, size }))).toEqual([
      { words: "مذاکرات در مسقط", size: 30 },
    ]);
  });

  it("break between words, all of them kept", () => {
    const { pen, written } = notingPen();
    const words = "یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده";
    drawStack([paragraph(words)], ROOM, pen);
    expect(written.length).toBeGreaterThan(1);
    expect(written.map((line) => line.words).join(" ")).toBe(words);
  });

  it("shrink alike before anything is left out", () => {
    const { pen, written } = notingPen();
    const texts = Array.from({ length: 5 }, (_, at) => paragraph(`سطر شماره ${at}`));
    drawStack(texts, ROOM, pen);
    expect(written).toHaveLength(5);
    expect(new Set(written.map(({ size }) => size)).size).toBe(1);
    expect(written[0]?.size).toBeLessThan(30);
  });

  it("use fewer words rather than small letters, and cut names last", () => {
    const long = "نام ".repeat(60).trim();
    const texts = ["نخست", "دوم", "سوم"].map((word) =>
      paragraph(`${word} ${long}`, { shorter: [`${word} ${"نام ".repeat(20)}`, word], most: 2 }),
    );
    const { pen, written } = notingPen();
    drawStack(texts, ROOM, pen);
    expect(written.map(({ words, size }) => ({ words, size }))).toEqual(
      ["نخست", "دوم", "سوم"].map((words) => ({ words, size: 30 })),
    );
  });

  it("never stand in letters smaller than can be read", () => {
    const { pen, written } = notingPen();
    drawStack([paragraph("خبر ".repeat(400).trim(), { most: 9 })], ROOM, pen);
    for (const { size } of written) expect(size).toBeGreaterThanOrEqual(30 * 0.7);
  });

  it("end in an ellipsis where nothing else helps", () => {
    const { pen, written } = notingPen();
    drawStack([paragraph("خبر ".repeat(400).trim(), { most: 2 })], ROOM, pen);
    expect(written).toHaveLength(2);
    expect(written[1]?.words).toMatch(/\u2026$/u);
  });
});
