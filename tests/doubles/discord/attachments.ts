import type { Upload } from "./call.ts";
import { objects, textual } from "./json.ts";
import type { JsonObject } from "./json.ts";
import { pngSize } from "../png-size.ts";
import type { StoredMessage, World } from "./world.ts";

const aboutIn = (body: JsonObject, { number }: Upload): JsonObject | undefined =>
  objects(body["attachments"]).find((each) => textual(each["id"]) === number);

/** The files of a request under the names that its `attachments` give them. */
export const named = (body: JsonObject, uploads: readonly Upload[]): readonly Upload[] =>
  uploads.map((upload) => {
    const name = aboutIn(body, upload)?.["filename"];
    return typeof name === "string" ? { ...upload, name } : upload;
  });

/** The files of a request, named, as messages tell them; in the same order. */
export const attachmentShapes = (
  world: World,
  body: JsonObject,
  uploads: readonly Upload[],
): readonly JsonObject[] =>
  uploads.map((upload) => attachmentShape(world, upload, aboutIn(body, upload)?.["description"]));

function attachmentShape(world: World, upload: Upload, description: unknown): JsonObject {
  const id = world.snowflakes.next();
  const url = `https://cdn.discordapp.com/attachments/${id}/${encodeURIComponent(upload.name)}`;
  return {
    id,
    filename: upload.name,
    size: upload.bytes.length,
    content_type: upload.mediaType,
    url,
    proxy_url: url,
    ...pngSize(upload.bytes),
    ...(typeof description === "string" ? { description } : {}),
  };
}

/** Whether a file stays after an edit: one that lists no files leaves all, one that lists some takes the others away. */
export const stays = (attachment: JsonObject | undefined, patch: JsonObject): boolean =>
  !Array.isArray(patch["attachments"]) ||
  objects(patch["attachments"]).some((each) => each["id"] === attachment?.["id"]);

/** The files of a message that stay after an edit. */
export function keptUploads({ body, uploads }: StoredMessage, patch: JsonObject) {
  const attachments = objects(body["attachments"]);
  return uploads.filter((_, at) => stays(attachments[at], patch));
}
