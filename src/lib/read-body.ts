import { pipeline, type Readable, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { failed, type HttpFailure } from "./http-answer.ts";

/**
 * Reads a response's body, undoing its `Content-Encoding` as it comes, and stops with `too-large` as
 * soon as more than `mostBytes` of decoded bytes have come: a decompression bomb ends there.
 *
 * @throws {Error} when the connection breaks or the compressed data is damaged.
 */
export async function readBody(
  raw: Readable,
  contentEncoding: string | null,
  mostBytes: number,
): Promise<Uint8Array | HttpFailure> {
  const decoders = decodersFor(contentEncoding);
  if (decoders === null) {
    discard(raw);
    return failed("bad-encoding", `Content-Encoding ${contentEncoding?.slice(0, 40)}`);
  }
  return collect(chain(raw, decoders), mostBytes);
}

/** A body is compressed once, rarely twice; more layers are an attack. */
const MOST_LAYERS = 2;

function decodersFor(contentEncoding: string | null): Transform[] | null {
  const layers = (contentEncoding ?? "")
    .toLowerCase()
    .split(",", MOST_LAYERS + 2)
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  if (layers.length > MOST_LAYERS) return null;
  const decoders = layers.toReversed().map(decoderFor);
  return decoders.includes(null) ? null : decoders.filter((decoder) => decoder !== null);
}

function decoderFor(name: string): Transform | null {
  if (name === "gzip" || name === "x-gzip") return createGunzip();
  if (name === "br") return createBrotliDecompress();
  if (name === "deflate") return createInflate();
  return null;
}

/** Joins the streams so that the end, an error or the early stop of one ends all. */
function chain(raw: Readable, decoders: readonly Transform[]): Readable {
  const last = decoders.at(-1);
  if (last === undefined) return raw;
  pipeline([raw, ...decoders], (error) => {
    if (error) last.destroy(error);
  });
  return last;
}

async function collect(body: Readable, mostBytes: number): Promise<Uint8Array | HttpFailure> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > mostBytes) return failed("too-large", `more than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** Cuts off a body that is not read, so that a long one does not hold the connection. */
export function discard(body: Readable): void {
  body.on("error", () => {});
  body.destroy();
}
