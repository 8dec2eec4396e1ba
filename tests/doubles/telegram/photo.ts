import { createHash } from "node:crypto";
import type { JsonObject } from "./json.ts";
import type { UploadedFile } from "./read-request.ts";
import { pngSize } from "../png-size.ts";
import { badRequest } from "./refusal.ts";
import type { World } from "./world.ts";

/** A photo that the server holds. */
export type Photo = {
  /** As the file was called that it came in. */
  readonly name: string;
  /** Null where the double keeps nothing. */
  readonly content: Buffer | null;
  readonly width: number;
  readonly height: number;
  /** `PhotoSize` of each size there is, the smallest first. */
  readonly sizes: readonly JsonObject[];
};

/** What `sendPhoto` of the definitions says of a photo. */
const MAX_BYTES = 10_000_000;
const MAX_SUM = 10_000;
const MAX_RATIO = 20;

/** Keeps an uploaded photo, as the server does, under an id for each size; refuses what is none. */
export function takePhoto(world: World, { name, content }: UploadedFile): Photo {
  if (content.length > MAX_BYTES) throw badRequest("photo is too big");
  const size = pngSize(content);
  if (size === null) throw badRequest("IMAGE_PROCESS_FAILED");
  const { width, height } = size;
  const ratio = Math.max(width, height) / Math.min(width, height);
  if (width + height > MAX_SUM || ratio > MAX_RATIO) throw badRequest("PHOTO_INVALID_DIMENSIONS");
  const id = createHash("sha256")
    .update(`${world.photos.size}`)
    .update(content)
    .digest("base64url");
  const sizes = sizesOf(width, height).map((one) => ({
    file_id: `AgAC${id}${one.type}`,
    file_unique_id: `AQAD${id.slice(0, 12)}${one.type}`,
    width: one.width,
    height: one.height,
    ...(one.width === width ? { file_size: content.length } : {}),
  }));
  const photo = { name, content: world.keepMessages ? content : null, width, height, sizes };
  for (const { file_id } of sizes) world.photos.set(file_id, photo);
  return photo;
}

/** The photo that an id names; the double fetches nothing by its address. */
export function knownPhoto(world: World, given: string): Photo {
  const photo = world.photos.get(given);
  if (photo !== undefined) return photo;
  throw badRequest(
    /^https?:/i.test(given)
      ? "failed to get HTTP URL content"
      : "wrong file identifier/HTTP URL specified",
  );
}

/** Boxes that thumbnails fit into (https://core.telegram.org/api/files#image-thumbnail-types). */
const BOXES = [
  ["s", 100],
  ["m", 320],
  ["x", 800],
  ["y", 1280],
  ["w", 2560],
] as const;

/** Those smaller than the photo, and the photo itself within the largest box. */
function sizesOf(width: number, height: number) {
  const longest = Math.max(width, height);
  const last = BOXES.find(([, side]) => side >= longest) ?? BOXES[BOXES.length - 1];
  return BOXES.filter(([, side]) => side < longest || side === last?.[1]).map(([type, side]) => {
    const scale = Math.min(1, side / longest);
    return {
      type,
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
    };
  });
}
