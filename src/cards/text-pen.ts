import { isRightToLeft } from "../i18n/locale.ts";
import type { Language } from "../lib/language.ts";
import type { Pen, Place } from "./pen.ts";
import { escapeSvg, px } from "./svg-text.ts";

/**
 * Writes `<text>`, which a browser shapes and orders in the page's own font. The `<svg>` around it must bear
 * the language's `direction`: in a right-to-left one, `text-anchor="start"` is the right end.
 */
export function createTextPen(language: Language): Pen {
  const anchors = isRightToLeft(language)
    ? ({ left: "end", middle: "middle", right: "start" } as const)
    : ({ left: "start", middle: "middle", right: "end" } as const);
  const ems = WIDTHS[isRightToLeft(language) ? "rtl" : "ltr"];
  return {
    widthOf: (words, size) => words.length * size * ems,
    write: (words, { x, y, side, size, colour, bold }: Place) =>
      `<text x="${px(x)}" y="${px(y)}" font-size="${px(size)}" text-anchor="${anchors[side]}"` +
      `${bold === true ? ' font-weight="700"' : ""} fill="${colour}">${escapeSvg(words)}</text>`,
  };
}

/** Ems a letter over a few words, in fonts for text; joined scripts run narrower. */
const WIDTHS = { ltr: 0.56, rtl: 0.48 } as const;
