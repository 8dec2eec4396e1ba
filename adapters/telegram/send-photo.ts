import { z } from "zod";
import type { Picture } from "../../src/messages/message.ts";
import type { Address } from "../../src/platform/address.ts";
import type { SendOutcome } from "../../src/platform/outcome.ts";
import type { PaintPicture } from "../../src/platform/paint-picture.ts";
import type { ApiAnswer } from "./api.ts";
import { MAX_PHOTO_BYTES } from "./limits.ts";
import type { PhotoPart } from "./part.ts";
import { post, type Poster, sentOr } from "./post.ts";
import { cardKey, type SentPhotos } from "./sent-photos.ts";

/** What photos are sent with. */
export type PhotoSender = Poster & {
  readonly paint: PaintPicture;
  readonly photos: SentPhotos;
};

/**
 * Sends a picture, by one call: the photo that Telegram holds already, or else a new one. What cannot be
 * drawn is refused, so that the words go without it.
 */
export async function sendPhoto(
  sender: PhotoSender,
  to: Address,
  { picture, caption }: PhotoPart,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const { photos } = sender;
  const card = cardKey(picture.card);
  const held = photos.find(card);
  const drawn = held === null ? await draw(sender.paint, picture) : null;
  if (drawn?.kind === "refused") return drawn;
  const payload = {
    photo: held ?? drawn?.upload,
    ...(caption === "" ? {} : { caption, parse_mode: "HTML" }),
    // The words follow at once and ring: one message that was wished for rings once.
    disable_notification: true,
  };
  const answer = await post(sender, to, { method: "sendPhoto", payload }, signal);
  if (held !== null && isFileUnknown(answer)) {
    photos.forget(card, held);
    return { kind: "retry", reason: "Telegram holds the photo no more", maybeSent: false };
  }
  const fileId = held ?? fileIdOf(answer);
  if (fileId !== null) photos.remember(card, fileId);
  return sentOr(answer, { to, edits: null });
}

type Drawn =
  | {
      readonly kind: "drawn";
      readonly upload: { readonly source: Buffer; readonly filename: string };
    }
  | Extract<SendOutcome, { kind: "refused" }>;

async function draw(paint: PaintPicture, picture: Picture): Promise<Drawn> {
  let png: Uint8Array;
  try {
    png = await paint(picture);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: "refused", reason: `the picture cannot be drawn: ${reason}` };
  }
  if (png.length === 0 || png.length > MAX_PHOTO_BYTES)
    return { kind: "refused", reason: `a picture of ${png.length} bytes is no photo` };
  const source = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  return { kind: "drawn", upload: { source, filename: "card.png" } };
}

/** An id that was given up by Telegram, or that another bot was given. */
const isFileUnknown = (answer: ApiAnswer): boolean =>
  answer.kind === "failed" &&
  answer.failure.kind === "answered" &&
  answer.failure.code === 400 &&
  UNKNOWN_FILE.test(answer.failure.description);

const UNKNOWN_FILE = /file identifier|file_id|file_reference|media_empty/i;

const Photo = z.object({
  photo: z.array(z.object({ file_id: z.string(), width: z.number(), height: z.number() })),
});

/** The id of the largest size of a photo that was sent; null where the answer has none. */
function fileIdOf(answer: ApiAnswer): string | null {
  if (answer.kind === "failed") return null;
  const sizes = Photo.safeParse(answer.result).data?.photo ?? [];
  const largest = sizes.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
  return largest?.file_id ?? null;
}
