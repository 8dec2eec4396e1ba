/** How a PNG begins, up to its first chunk, which tells its size; and how it ends. Source: RFC 2083, 3.1, 3.2 and 4.1 */
const BEGINNING = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const END = Buffer.from("0000000049454e44ae426082", "hex");
const SIZE_AT = 16;

/** Width and height of a PNG in pixels; null for anything else, and for one that was cut. */
export function sizeOfPng(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number } | null {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!png.subarray(0, BEGINNING.length).equals(BEGINNING)) return null;
  if (png.length < SIZE_AT + 8 + END.length || !png.subarray(-END.length).equals(END)) return null;
  const [width, height] = [png.readUInt32BE(SIZE_AT), png.readUInt32BE(SIZE_AT + 4)];
  return width === 0 || height === 0 ? null : { width, height };
}
