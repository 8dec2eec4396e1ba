import type { CardContents } from "../cards/card-contents.ts";
import { createCardPainter } from "../cards/paint-cards.ts";
import { type PaintCard, rememberCards } from "../cards/remember-cards.ts";
import type { Log } from "../lib/log.ts";
import type { PaintPicture } from "../platform/paint-picture.ts";

/** What the page and the chats paint with; what was painted for one is there for the other. */
export type Painting = {
  readonly paintCard: PaintCard;
  readonly paint: PaintPicture;
  /** Ends what paints; what is still awaited rejects. */
  readonly close: () => void;
};

/** Makes what paints; nothing runs before the first card is asked for. A card that fails is logged. */
export function createPainting(log: Log): Painting {
  const painter = createCardPainter();
  const paintCard = rememberCards(async (contents: CardContents) => {
    try {
      return await painter.paint(contents);
    } catch (error) {
      log.warn("card not drawn", { language: contents.language, err: error });
      throw error;
    }
  });
  return { paintCard, paint: ({ card }) => paintCard(card), close: painter.close };
}
