import type { Pen, Place } from "./pen.ts";
import { px } from "./svg-text.ts";
import { type Shaper, unitsPerEm, type Weight } from "./shape-text.ts";

/** Writes words as outlines, so that a picture looks the same wherever it is drawn. */
export type PathPen = Pen & {
  /** The outlines that were used so far, as a `<defs>` element. */
  readonly outlines: () => string;
};

/** Makes a pen for one picture. */
export function createPathPen({ shapeLine, outline }: Shaper): PathPen {
  const used = new Map<string, string>();

  function write(words: string, { x, y, side, size, colour, bold }: Place): string {
    const weight = weightOf(bold);
    const { glyphs, width } = shapeLine(words, weight);
    const scale = size / unitsPerEm(weight);
    const left = x - width * size * SHARE_LEFT[side];
    const uses = glyphs.flatMap((placed) => {
      const path = outline(placed.glyph, weight);
      if (path === "") return [];
      const id = `${weight.charAt(0)}${placed.glyph}`;
      used.set(id, path);
      const em = unitsPerEm(weight);
      return [
        `<use href="#${id}" x="${Math.round(placed.x * em)}" y="${Math.round(placed.y * em)}"/>`,
      ];
    });
    return `<g fill="${colour}" transform="translate(${px(left)} ${px(y)}) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})">${uses.join("")}</g>`;
  }

  return {
    widthOf: (words, size, bold) => shapeLine(words, weightOf(bold)).width * size,
    write,
    outlines: () =>
      `<defs>${[...used].map(([id, path]) => `<path id="${id}" d="${path}"/>`).join("")}</defs>`,
  };
}

const SHARE_LEFT = { left: 0, middle: 0.5, right: 1 } as const;
const weightOf = (bold: boolean | undefined): Weight => (bold === true ? "bold" : "regular");
