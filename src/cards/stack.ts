import { wrapLines } from "./wrap-lines.ts";
import type { Pen } from "./pen.ts";

/** One paragraph of a stack; lengths are in pixels before anything shrinks. */
export type Paragraph = {
  readonly words: string;
  /** What may stand in its place where that takes too many lines, longest first. */
  readonly shorter?: readonly string[];
  /** With names cut shorter each time: what may where all else does not fit. */
  readonly cut?: readonly string[];
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
 * Sets paragraphs one under the other. What does not fit its room is set a little smaller, all of it alike,
 * then in fewer words, then as small as can still be read; what is still too much ends in an ellipsis.
 * Nothing ever stands outside.
 */
export function drawStack(paragraphs: readonly Paragraph[], room: Room, pen: Pen): Stack {
  const { told, scale } = settle(
    paragraphs.filter(({ words }) => words !== ""),
    room,
    pen,
  );
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

/** Letters this large lose nothing; more is kept of what they say than smaller ones would gain. */
const LARGE = [1, 0.94, 0.88];
/** Letters of 20 pixels become 14, the least that a phone shows as letters. */
const SMALL = [0.82, 0.76, 0.7];
const SMALLEST = 0.7;
/** Glyphs of Vazirmatn reach 1.06 em up and, but for a few with marks below, less than 0.44 em down. */
const LEADING = 1.5;
const BASELINE = 1.06;
/** Of a pixel, lost in rounding. */
const SLACK = 0.01;

type Settled = { readonly told: readonly Paragraph[]; readonly scale: number };

/** The first that fits, of all that may be done. */
function settle(told: readonly Paragraph[], room: Room, pen: Pen): Settled {
  let last: Settled = { told, scale: SMALLEST };
  for (const settled of waysFor(told, room, pen)) {
    last = settled;
    if (isFitting(settled, room, pen)) break;
  }
  return last;
}

/** Ends with the words and the letters that take the least room. */
function* waysFor(told: readonly Paragraph[], room: Room, pen: Pen): Generator<Settled> {
  const way = (lines: number, scale: number, mayCut: boolean): Settled => ({
    told: told.map((one) =>
      longestOf(wordingsOf(one, mayCut), lines, (each) => linesOf(each, scale, room, pen).length),
    ),
    scale,
  });
  for (const lines of [3, 2, 1]) for (const scale of LARGE) yield way(lines, scale, false);
  for (const scale of SMALL) yield way(1, scale, false);
  for (const lines of [2, 1])
    for (const scale of [...LARGE, ...SMALL]) yield way(lines, scale, true);
}

type Wordings = readonly [Paragraph, ...Paragraph[]];

const wordingsOf = (paragraph: Paragraph, mayCut: boolean): Wordings => [
  paragraph,
  ...[...(paragraph.shorter ?? []), ...(mayCut ? (paragraph.cut ?? []) : [])].map((words) => ({
    ...paragraph,
    words,
  })),
];

/** The longest of the wordings that takes so many lines at most; where none does, the shortest. */
const longestOf = (
  wordings: Wordings,
  lines: number,
  linesOfEach: (paragraph: Paragraph) => number,
): Paragraph =>
  wordings.find((one, at) => at === wordings.length - 1 || linesOfEach(one) <= lines) ??
  wordings[0];

function isFitting({ told, scale }: Settled, room: Room, pen: Pen): boolean {
  let height = 0;
  for (const [index, paragraph] of told.entries()) {
    const lines = linesOf(paragraph, scale, room, pen).length;
    if (lines > paragraph.most) return false;
    height += (index === 0 ? 0 : paragraph.gap * scale) + lines * paragraph.size * scale * LEADING;
  }
  return height <= room.height + SLACK;
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
