import { wrapLines } from "./wrap-lines.ts";
import type { Pen } from "./pen.ts";

/** One paragraph of a stack; lengths are in pixels before anything shrinks. */
export type Paragraph = {
  readonly words: string;
  readonly size: number;
  readonly colour: string;
  readonly bold?: boolean;
  /** Room above it, where another stands above. */
  readonly gap: number;
  /** Room kept free at its beginning for a mark, in sizes of its letters. */
  readonly indent?: number;
  /** A mark in that room, as SVG: `x` is its outer edge, `y` the first baseline. */
  readonly mark?: (at: { readonly x: number; readonly y: number; readonly size: number }) => string;
  /** More lines than this are a reason to shrink. */
  readonly most: number;
};

/** The room of a stack; its paragraphs begin at `start`, on the side where the language begins. */
export type Room = {
  readonly start: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly isMirrored: boolean;
};

/** A drawn stack and how far down it came. */
export type Stack = { readonly svg: string; readonly bottom: number };

/**
 * Sets paragraphs one under the other. What does not fit its room is set smaller, all of it alike, until it
 * does; at the smallest size, what is still too much ends in an ellipsis. Nothing ever stands outside.
 */
export function drawStack(paragraphs: readonly Paragraph[], room: Room, pen: Pen): Stack {
  const told = paragraphs.filter(({ words }) => words !== "");
  const scale = SCALES.find((each) => isFitting(told, each, room, pen)) ?? SMALLEST;
  let { top } = room;
  let svg = "";
  for (const [index, paragraph] of told.entries()) {
    const size = paragraph.size * scale;
    const leading = size * LEADING;
    const gap = index === 0 ? 0 : paragraph.gap * scale;
    const left = Math.floor((room.top + room.height + SLACK - top - gap) / leading);
    const lines = cutLines(linesOf(paragraph, scale, room, pen), Math.min(paragraph.most, left));
    if (lines.length === 0) break;
    svg += drawParagraph({ paragraph, lines, size, top: top + gap }, room, pen);
    top += gap + lines.length * leading;
  }
  return { svg, bottom: top };
}

const SCALES = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4];
const SMALLEST = 0.4;
/** Glyphs of Vazirmatn reach 1.06 em up and, but for a few with marks below, less than 0.44 em down. */
const LEADING = 1.5;
const BASELINE = 1.06;
/** Of a pixel, lost in rounding. */
const SLACK = 0.01;

function isFitting(told: readonly Paragraph[], scale: number, room: Room, pen: Pen): boolean {
  let height = 0;
  for (const [index, paragraph] of told.entries()) {
    const lines = linesOf(paragraph, scale, room, pen).length;
    if (lines > paragraph.most) return false;
    height += (index === 0 ? 0 : paragraph.gap * scale) + lines * paragraph.size * scale * LEADING;
  }
  return height <= room.height;
}

function linesOf(paragraph: Paragraph, scale: number, room: Room, pen: Pen): readonly string[] {
  const { words, bold, indent = 0 } = paragraph;
  const size = paragraph.size * scale;
  return wrapLines(words, room.width - indent * size, (each) => pen.widthOf(each, size, bold));
}

function cutLines(lines: readonly string[], most: number): readonly string[] {
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, Math.max(0, most));
  const last = kept.at(-1);
  return last === undefined ? [] : [...kept.slice(0, -1), withEllipsis(last)];
}

/** In place of the last letters, so that the line grows no longer. */
const withEllipsis = (line: string): string =>
  `${line.slice(0, -2).toWellFormed().trimEnd()}\u2026`;

type Placed = {
  readonly paragraph: Paragraph;
  readonly lines: readonly string[];
  readonly size: number;
  readonly top: number;
};

function drawParagraph({ paragraph, lines, size, top }: Placed, room: Room, pen: Pen): string {
  const { colour, bold = false, indent = 0, mark } = paragraph;
  const step = room.isMirrored ? -1 : 1;
  const side = room.isMirrored ? "right" : "left";
  const x = room.start + step * indent * size;
  const baseline = top + size * BASELINE;
  const marked = mark === undefined ? "" : mark({ x: room.start, y: baseline, size });
  const written = lines.map((line, at) =>
    pen.write(line, { x, y: baseline + at * size * LEADING, side, size, colour, bold }),
  );
  return marked + written.join("");
}
