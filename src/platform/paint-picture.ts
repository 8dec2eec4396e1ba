import type { Picture } from "../messages/message.ts";

/**
 * Draws a picture: PNG bytes, 1200 × 630. What is asked for again is not drawn again. Rejects where it cannot
 * be drawn in time; the message goes without it then.
 */
export type PaintPicture = (picture: Picture) => Promise<Uint8Array>;
