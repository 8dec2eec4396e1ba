import { balanceIsolates } from "../i18n/direction.ts";

/** To so many letters are names cut where there is no room for them, one length after the other. */
export const NAME_LENGTHS = [90, 75, 65, 56, 48, 42, 36, 31, 27, 23, 20] as const;

/** A name as a card writes it, cut to so many letters. */
export function cutName(name: string, length: number): string {
  const letters = Array.from(GRAPHEMES.segment(name), ({ segment }) => segment);
  if (letters.length <= length) return name;
  const kept = letters.slice(0, length - 1).join("");
  return balanceIsolates([`${kept.trimEnd()}\u2026`]).join("");
}

const GRAPHEMES = new Intl.Segmenter();
