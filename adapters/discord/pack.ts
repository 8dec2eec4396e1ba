import { MOST_TEXT } from "./limits.ts";
import type { Piece } from "./pieces.ts";

/** The texts of one message, each a section of it. */
export type Sections = readonly [string, ...string[]];

/**
 * Packs pieces into as few messages as hold 4,000 characters each, and as many sections as `mostSections`
 * tells by a message's place, which counts from 0; a piece is never cut. An empty message holds one blank that Discord shows as nothing.
 */
export function packSections(
  pieces: readonly Piece[],
  mostSections: (place: number) => number,
): readonly [Sections, ...Sections[]] {
  const messages: string[][] = [[]];
  for (const piece of pieces) {
    const message = messages.at(-1) ?? [];
    const added = withPiece(message, piece);
    const fits = lengthOf(added) <= MOST_TEXT && added.length <= mostSections(messages.length - 1);
    if (message.length === 0 || fits) messages[messages.length - 1] = added;
    else messages.push([piece.markdown]);
  }
  const [first = [BLANK], ...rest] = messages.map(([head = BLANK, ...tail]): Sections => [
    head,
    ...tail,
  ]);
  return [[first[0] ?? BLANK, ...first.slice(1)], ...rest];
}

/** A braille blank: Discord trims spaces and refuses a text of nothing else. */
const BLANK = "\u2800";

function withPiece(message: readonly string[], piece: Piece): string[] {
  const last = message.at(-1);
  if (last === undefined || piece.opens) return [...message, piece.markdown];
  const gap = piece.apart ? "\n\n" : "\n";
  return [...message.slice(0, -1), `${last}${gap}${piece.markdown}`];
}

const lengthOf = (sections: readonly string[]): number =>
  sections.reduce((sum, section) => sum + section.length + GAP_BETWEEN, 0);

/** What stands between two sections where they share one text. */
const GAP_BETWEEN = 2;
