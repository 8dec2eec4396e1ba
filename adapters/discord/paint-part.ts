import { DiscordAPIError, RESTJSONErrorCodes } from "discord.js";
import type { Log } from "../../src/lib/log.ts";
import type { PaintPicture } from "../../src/platform/paint-picture.ts";
import { PAINT_WITHIN_MS } from "./limits.ts";
import { reasonOf } from "./outcome.ts";
import type { DiscordPart } from "./part.ts";
import { withoutPicture } from "./picture.ts";
import { LATE, type Sleep, within } from "./within.ts";

/** What drawing pictures needs. */
export type PaintingDeps = {
  readonly paint: PaintPicture;
  readonly sleep: Sleep;
  readonly log: Log;
};

/** A part as it can be sent: with the PNG bytes of its picture, or with no picture. */
export type PaintedPart = {
  readonly part: DiscordPart;
  /** Null exactly where the part has no picture. */
  readonly png: Uint8Array | null;
};

/** A part in words alone, ready to be sent. */
export const inWords = (part: DiscordPart): PaintedPart => ({
  part: withoutPicture(part),
  png: null,
});

/** Draws a part's picture; where that fails or takes long the words go without it. Never rejects. */
export async function paintPart(
  { paint, sleep, log }: PaintingDeps,
  part: DiscordPart,
): Promise<PaintedPart> {
  if (part.picture === undefined) return { part, png: null };
  try {
    const png = await within(paint(part.picture), PAINT_WITHIN_MS, sleep);
    if (png !== LATE) return { part, png };
    log.info(LEFT_OUT, { reason: "it was not drawn in time" });
  } catch (error) {
    log.info(LEFT_OUT, { reason: error instanceof Error ? error.message : String(error) });
  }
  return inWords(part);
}

const LEFT_OUT = "a message goes without its picture";

/**
 * Makes a request with a part, and where Discord refuses its picture once more in words alone. A refusal made
 * nothing, so nothing comes twice. The words stay in their style: the simpler one is an embed, which needs a
 * permission too, and a channel that gives neither would be taken for gone.
 */
export async function withPictureOrWithout<T>(
  painted: PaintedPart,
  log: Log,
  request: (painted: PaintedPart) => Promise<T>,
): Promise<T> {
  try {
    return await request(painted);
  } catch (error) {
    if (painted.png === null || !mayRefusePicture(error)) throw error;
    log.info(LEFT_OUT, { reason: reasonOf(error) });
    return request(inWords(painted.part));
  }
}

/** A channel without Attach Files answers as one where nothing may be sent: only the words tell them apart. */
const mayRefusePicture = (error: unknown): boolean =>
  error instanceof DiscordAPIError && PICTURE_REFUSALS.has(error.code);

const PICTURE_REFUSALS: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.InvalidFormBodyOrContentType,
  RESTJSONErrorCodes.RequestEntityTooLarge,
]);
