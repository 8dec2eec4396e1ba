import { crc32 } from "node:zlib";

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");
const AROUND_DATA = 12;

/**
 * The size in pixels of a whole PNG; null for what is none, or is cut or broken
 * (https://www.w3.org/TR/png-3/#5PNG-file-signature and the sections after it).
 */
export function pngSize(
  given: Uint8Array,
): { readonly width: number; readonly height: number } | null {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return null;
  const chunks: string[] = [];
  for (let at = SIGNATURE.length; at < bytes.length;) {
    if (at + AROUND_DATA > bytes.length) return null;
    const end = at + AROUND_DATA + bytes.readUInt32BE(at);
    if (end > bytes.length) return null;
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return null;
    chunks.push(bytes.toString("latin1", at + 4, at + 8));
    at = end;
  }
  if (chunks[0] !== "IHDR" || !chunks.includes("IDAT") || chunks.at(-1) !== "IEND") return null;
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return width > 0 && height > 0 ? { width, height } : null;
}
