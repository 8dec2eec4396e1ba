import { escapeUTF8 } from "entities";
import { plainLine } from "../i18n/direction.ts";

/** Words as the content of an SVG element or attribute; what XML cannot hold is left out. */
export const escapeSvg = (words: string): string =>
  escapeUTF8(words.toWellFormed().replace(NOT_IN_XML, ""));

/** https://www.w3.org/TR/xml/#charsets */
// oxlint-disable-next-line eslint/no-control-regex -- these are what XML refuses
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

/** A length or position with as many figures as can be seen. */
export const px = (value: number): string => String(Math.round(value * 100) / 100);

/** Words of any origin as one plain line, cut where nobody would read on. */
export const shortLine = (words: string): string => {
  const line = plainLine(words.slice(0, LONGEST * 2));
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1).toWellFormed()}\u2026`;
};

const LONGEST = 160;
