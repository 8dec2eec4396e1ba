import type { IncomingMessage } from "node:http";
import { isObject } from "./json.ts";
import type { Json, JsonObject } from "./json.ts";
import { badRequest } from "./refusal.ts";

/** A file that came in a multipart body. */
export type UploadedFile = { readonly name: string; readonly content: Buffer };

/** What a request carries: parameters of the query and the body together, and files by field name. */
export type Request = {
  readonly parameters: JsonObject;
  readonly files: ReadonlyMap<string, UploadedFile>;
};

const NO_FILES: ReadonlyMap<string, UploadedFile> = new Map();

/** Reads parameters as the Bot API takes them: query string, form, JSON or multipart form. */
export async function readRequest(
  message: IncomingMessage,
  query: URLSearchParams | null,
  body: Buffer,
): Promise<Request> {
  const fromQuery = query === null ? {} : Object.fromEntries(query);
  const type = message.headers["content-type"] ?? "";
  if (body.length === 0) return { parameters: fromQuery, files: NO_FILES };
  if (type.startsWith("application/json")) {
    const parameters = parseObject(body.toString("utf8"));
    return {
      parameters: query === null ? parameters : { ...fromQuery, ...parameters },
      files: NO_FILES,
    };
  }
  if (type.startsWith("application/x-www-form-urlencoded")) {
    const form = Object.fromEntries(new URLSearchParams(body.toString("utf8")));
    return { parameters: { ...fromQuery, ...form }, files: NO_FILES };
  }
  if (type.startsWith("multipart/form-data")) return await readMultipart(type, body, fromQuery);
  return { parameters: fromQuery, files: NO_FILES };
}

function parseObject(text: string): JsonObject {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    throw badRequest("can't parse JSON in the request body");
  }
  if (!isObject(value)) throw badRequest("can't parse JSON object in the request body");
  return value;
}

async function readMultipart(type: string, body: Buffer, fromQuery: JsonObject): Promise<Request> {
  const parts = await new Response(new Uint8Array(body), {
    headers: { "content-type": type },
  }).formData();
  const parameters: Record<string, Json | undefined> = { ...fromQuery };
  const files = new Map<string, UploadedFile>();
  for (const [name, part] of parts.entries()) {
    if (typeof part === "string") parameters[name] = part;
    else files.set(name, { name: part.name, content: Buffer.from(await part.arrayBuffer()) });
  }
  return { parameters, files };
}
