import type { IncomingMessage } from "node:http";
import type { Upload } from "./call.ts";
import type { Json } from "./json.ts";

const FIELD = /^files\[(\d{1,2})\]$/u;

/** What a request carries; null when it cannot be read. */
export type Carried = { readonly body: Json; readonly uploads: readonly Upload[] };

function parse(text: string): { readonly body: Json } | null {
  try {
    return { body: JSON.parse(text) as Json };
  } catch {
    return null;
  }
}

async function readForm(bytes: Buffer, contentType: string): Promise<Carried | null> {
  const headers = { "content-type": contentType };
  const form = await new Response(new Uint8Array(bytes), { headers }).formData();
  const uploads: Upload[] = [];
  let body: Json = null;
  for (const [name, value] of form) {
    const number = FIELD.exec(name)?.[1];
    if (typeof value === "string") {
      const parsed = name === "payload_json" ? parse(value) : null;
      if (parsed === null) return null;
      body = parsed.body;
    } else if (number === undefined) {
      return null;
    } else {
      const content = new Uint8Array(await value.arrayBuffer());
      uploads.push({ number, name: value.name, mediaType: value.type, bytes: content });
    }
  }
  return { body, uploads };
}

/** Reads a request's JSON or form with `payload_json` and `files[n]`. */
export async function readBody(request: IncomingMessage): Promise<Carried | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) return { body: null, uploads: [] };
  const contentType = request.headers["content-type"] ?? "";
  if (contentType.startsWith("multipart/form-data")) {
    return readForm(bytes, contentType).catch(() => null);
  }
  const parsed = contentType.startsWith("application/json") ? parse(bytes.toString("utf8")) : null;
  return parsed === null ? null : { ...parsed, uploads: [] };
}
