import type { Block } from "../../src/messages/message.ts";
import { divideBlock } from "./divide-block.ts";
import { type Fragment, isBlank, joined } from "./markup.ts";

/** What one message may hold, and how its blocks are written. */
export type Room = {
  /** How much of a message's room a fragment takes; 1 for all of it. */
  readonly load: (fragment: Fragment) => number;
  readonly write: (block: Block) => Fragment;
  /** Stands between two blocks. */
  readonly between: string;
};

/**
 * Blocks written into as few texts as they fit into, cut between blocks; a block too long for one text
 * is divided. A heading goes with what it stands over. What cannot be divided further is left out
 * rather than sent broken.
 */
export function splitBlocks(blocks: readonly Block[], room: Room): readonly Fragment[] {
  const texts: Piece[][] = [[]];
  for (const piece of blocks.flatMap((block) => fittingPieces(block, room))) {
    const last = texts.at(-1) ?? [];
    if (room.load(textOf([...last, piece], room)) <= 1) {
      last.push(piece);
      continue;
    }
    const heading = last.length > 1 && last.at(-1)?.isHeading ? last.splice(-1) : [];
    texts.push(room.load(textOf([...heading, piece], room)) <= 1 ? [...heading, piece] : [piece]);
  }
  return texts.filter((text) => text.length > 0).map((text) => textOf(text, room));
}

type Piece = { readonly fragment: Fragment; readonly isHeading: boolean };

const textOf = (pieces: readonly Piece[], { between }: Room): Fragment =>
  joined(
    pieces.map(({ fragment }) => fragment),
    between,
  );

function fittingPieces(block: Block, room: Room): readonly Piece[] {
  const fragment = room.write(block);
  if (isBlank(fragment)) return [];
  const load = room.load(fragment);
  if (load <= 1) return [{ fragment, isHeading: HEADINGS.has(block.kind) }];
  return (divideBlock(block, 1 / Math.ceil(load)) ?? []).flatMap((half) =>
    fittingPieces(half, room),
  );
}

const HEADINGS: ReadonlySet<Block["kind"]> = new Set(["title", "heading"]);
