import type { CardOrder } from "../../src/cards/card-process.ts";

/** A process that draws one pixel, and never comes to an end over a card about "hang". */
process.on("message", ({ id, contents }: CardOrder) => {
  while (contents.talks === "hang");
  process.send?.({ id, png: new Uint8Array([process.pid % 256]) });
});
