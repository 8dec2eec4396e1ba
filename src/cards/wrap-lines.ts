import { balanceIsolates } from "../i18n/direction.ts";

/** Measures words, in any unit. */
export type Measure = (words: string) => number;

/**
 * Breaks words into lines that are at most `width` wide: between words, and inside a word only where it
 * alone is wider than a line.
 */
export function wrapLines(words: string, width: number, measure: Measure): readonly string[] {
  const space = measure(" ");
  const lines: string[] = [];
  let line: string[] = [];
  let along = 0;
  for (const word of words.split(" ").flatMap((each) => breakWord(each, width, measure))) {
    const room = measure(word);
    if (line.length > 0 && along + space + room > width) {
      lines.push(line.join(" "));
      line = [];
      along = 0;
    }
    along += room + (line.length > 0 ? space : 0);
    line.push(word);
  }
  return balanceIsolates([...lines, line.join(" ")]);
}

/** A word in pieces that each fit; a character that does not is a piece of its own. */
function breakWord(word: string, width: number, measure: Measure): string[] {
  if (measure(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = "";
  for (const { segment } of GRAPHEMES.segment(word)) {
    if (piece !== "" && measure(piece + segment) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += segment;
  }
  return [...pieces, piece];
}

const GRAPHEMES = new Intl.Segmenter();
