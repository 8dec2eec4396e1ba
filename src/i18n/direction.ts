import type { Language } from "../lib/language.ts";
import { isRightToLeft } from "./locale.ts";

const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const LEFT_TO_RIGHT = /[a-z\u00c0-\u024f\u0370-\u052f]/iu;
// Controls in a name or a quotation could reorder what stands around it.
const BIDI_CONTROLS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Text to stand inside a sentence of `language`: isolated where it holds letters of the other
 * direction, so that it reorders nothing around it (Unicode UAX #9, isolates).
 */
export function embed(text: string, language: Language): string {
  const bare = text.replace(BIDI_CONTROLS, "");
  const other = isRightToLeft(language) ? LEFT_TO_RIGHT : RIGHT_TO_LEFT;
  return other.test(bare) ? `${FIRST_STRONG_ISOLATE}${bare}${POP_ISOLATE}` : bare;
}
