import { hash } from "node:crypto";
import type { CardContents } from "./card-contents.ts";
import type { CardPainter } from "./paint-cards.ts";

/** PNG bytes of a card, 1200 × 630; rejects where it cannot be drawn in time. */
export type PaintCard = CardPainter["paint"];

/** A card takes some 70 KB; in a minute, three languages and a few time zones are asked for. */
const MOST_CARDS = 64;

/**
 * Paints each card once for all who ask for it, at once or one after the other; the cards that were asked for
 * last are remembered. One that could not be painted is tried again when it is asked for again.
 */
export function rememberCards(paint: PaintCard, most: number = MOST_CARDS): PaintCard {
  const painted = new Map<string, Promise<Uint8Array>>();
  return (contents) => {
    const name = nameOf(contents);
    const known = painted.get(name) ?? paint(contents);
    painted.delete(name);
    painted.set(name, known);
    for (const [oldest] of painted) {
      if (painted.size <= most) break;
      painted.delete(oldest);
    }
    known.catch(() => {
      if (painted.get(name) === known) painted.delete(name);
    });
    return known;
  };
}

/** The same for the same contents, in whatever order their parts were written down. */
const nameOf = (contents: CardContents): string =>
  hash(
    "sha256",
    JSON.stringify(contents, (_, value: unknown) => inOrder(value)),
    "base64url",
  );

const inOrder = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;
