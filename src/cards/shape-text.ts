import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Blob, Buffer, Direction, Face, Font, shape } from "harfbuzzjs";
import { isRightToLeft } from "../i18n/locale.ts";
import type { Language } from "../lib/language.ts";
import { orderRuns, type Run } from "./text-order.ts";

/** The weights that cards are set in. */
export type Weight = "regular" | "bold";

/** A glyph of the font with where it stands on its line, in ems from the line's left end, y upwards. */
export type PlacedGlyph = { readonly glyph: number; readonly x: number; readonly y: number };

/** A line ready to be drawn; `width` in ems. */
export type ShapedLine = { readonly glyphs: readonly PlacedGlyph[]; readonly width: number };

/** Shapes text and outlines glyphs with the font that comes with the program. */
export type Shaper = {
  readonly shapeLine: (line: string, weight: Weight) => ShapedLine;
  /** SVG path data of a glyph, in {@link unitsPerEm}, y upwards; empty for a space. */
  readonly outline: (glyph: number, weight: Weight) => string;
};

type Loaded = {
  readonly font: Font;
  readonly unitsPerEm: number;
  /** Path data by glyph. */
  readonly outlines: Map<number, string>;
};

const require = createRequire(import.meta.url);

const FILES: Readonly<Record<Weight, () => string>> = {
  regular: () => require.resolve("vazirmatn/fonts/ttf/Vazirmatn-Regular.ttf"),
  bold: () => require.resolve("vazirmatn/fonts/ttf/Vazirmatn-Bold.ttf"),
};

const fonts = new Map<Weight, Loaded>();

function fontOf(weight: Weight): Loaded {
  const known = fonts.get(weight);
  if (known !== undefined) return known;
  const face = new Face(new Blob(readFileSync(FILES[weight]())));
  const loaded = { font: new Font(face), unitsPerEm: face.upem, outlines: new Map() };
  fonts.set(weight, loaded);
  return loaded;
}

/** Prepares shaping for a language, which sets the way its lines run; lines are remembered, so make one a picture. */
export function createShaper(language: Language): Shaper {
  const base = isRightToLeft(language) ? "rtl" : "ltr";
  const lines = new Map<string, ShapedLine>();
  return {
    shapeLine: (line, weight) =>
      remember(lines, `${weight} ${line}`, () => {
        const runs = orderRuns(line, base);
        return joinRuns(runs.map((run) => shapeRun(run, fontOf(weight), language)));
      }),
    outline: (glyph, weight) => {
      const { font, outlines } = fontOf(weight);
      return remember(outlines, glyph, () => font.glyphToPath(glyph));
    },
  };
}

function remember<K, T>(known: Map<K, T>, key: K, find: () => T): T {
  const value = known.get(key) ?? find();
  known.set(key, value);
  return value;
}

let made: Buffer | null = null;

/** Used for one run after the other: its memory is given back only when it is collected. */
function emptyBuffer(): Buffer {
  made ??= new Buffer();
  made.reset();
  return made;
}

function shapeRun(
  { text, isRightToLeft: turned }: Run,
  { font, unitsPerEm: em }: Loaded,
  language: Language,
): ShapedLine {
  const buffer = emptyBuffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(turned ? Direction.RTL : Direction.LTR);
  buffer.setLanguage(language);
  shape(font, buffer);
  let along = 0;
  const glyphs = buffer.getGlyphInfosAndPositions().map((info) => {
    const { codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 } = info;
    const x = (along + xOffset) / em;
    along += xAdvance;
    return { glyph: codepoint, x, y: yOffset / em };
  });
  return { glyphs, width: along / em };
}

function joinRuns(runs: readonly ShapedLine[]): ShapedLine {
  let width = 0;
  const glyphs = runs.flatMap((run) => {
    const before = width;
    width += run.width;
    return run.glyphs.map((placed) => ({ ...placed, x: placed.x + before }));
  });
  return { glyphs, width };
}

/** How many units of an outline make an em. */
export const unitsPerEm = (weight: Weight): number => fontOf(weight).unitsPerEm;
