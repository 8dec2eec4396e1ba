import type { Language } from "../lib/language.ts";
import { formatNumber, isRightToLeft } from "./locale.ts";

const LEFT_TO_RIGHT_ISOLATE = "\u2066";
const RIGHT_TO_LEFT_ISOLATE = "\u2067";
const POP_ISOLATE = "\u2069";
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const LEFT_TO_RIGHT = /[a-z\u00c0-\u024f\u0370-\u052f]/iu;
// They reorder, hide or recolour what stands around them; the two joiners of Persian stay.
const UNSEEN =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
// oxlint-disable-next-line eslint/no-control-regex -- a terminal obeys these
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/gu;

/**
 * Words of others made fit to be shown: one line of whole characters, with nothing in it that a
 * terminal obeys or that turns the direction of what stands around.
 */
export const plainLine = (text: string): string =>
  text.toWellFormed().replace(CONTROLS, "").replace(UNSEEN, "").replace(/\s+/gu, " ").trim();

/**
 * Words to stand inside a sentence of `language`: made plain, and isolated where they hold letters of
 * the other direction, so that they reorder nothing around them (Unicode UAX #9, isolates).
 */
export function embed(text: string, language: Language): string {
  const plain = plainLine(text);
  const other = isRightToLeft(language) ? LEFT_TO_RIGHT : RIGHT_TO_LEFT;
  return other.test(plain) ? `${isolateFor(plain)}${plain}${POP_ISOLATE}` : plain;
}

/** The direction of the first letter, said outright: a broken line keeps it on its next row. */
function isolateFor(text: string): string {
  const left = text.search(LEFT_TO_RIGHT);
  const right = text.search(RIGHT_TO_LEFT);
  return left >= 0 && (right < 0 || left < right) ? LEFT_TO_RIGHT_ISOLATE : RIGHT_TO_LEFT_ISOLATE;
}

/** A number with its sign, which must not change sides in a line of the other direction. */
export const isolateNumber = (digits: string): string =>
  `${LEFT_TO_RIGHT_ISOLATE}${digits}${POP_ISOLATE}`;

/** A score with its sign, isolated: "−3.5", "+2". */
export const formatScore = (language: Language, score: number): string => {
  const sign = score < 0 ? "\u2212" : score > 0 ? "+" : "";
  return isolateNumber(`${sign}${formatNumber(language, Math.abs(score))}`);
};

const ISOLATES = /[\u2066-\u2069]/gu;

/**
 * Lines of one wrapped text, each with its isolates closed at its end and opened again on the next:
 * every line is a paragraph of its own to a terminal.
 */
export function balanceIsolates(lines: readonly string[]): string[] {
  let open: string[] = [];
  return lines.map((line) => {
    const reopened = open.join("");
    for (const [mark] of line.matchAll(ISOLATES))
      open = mark === POP_ISOLATE ? open.slice(0, -1) : [...open, mark];
    return `${reopened}${line}${POP_ISOLATE.repeat(open.length)}`;
  });
}
