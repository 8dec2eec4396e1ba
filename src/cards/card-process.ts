import type { CardContents } from "./card-contents.ts";
import { layCard } from "./draw-card.ts";
import { rasterizeCard } from "./rasterize-card.ts";

/** What a painter asks of its process. */
export type CardOrder = { readonly id: number; readonly contents: CardContents };

/** What comes back: PNG bytes, or why there are none. */
export type CardAnswer =
  | { readonly id: number; readonly png: Uint8Array }
  | { readonly id: number; readonly fault: string };

process.on("message", ({ id, contents }: CardOrder) => {
  process.send?.(answer(id, contents));
});

function answer(id: number, contents: CardContents): CardAnswer {
  try {
    return { id, png: rasterizeCard(layCard(contents)) };
  } catch (error) {
    return { id, fault: String(error) };
  }
}
