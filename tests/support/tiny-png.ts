import { crc32 } from "node:zlib";
import type { CardContents } from "../../src/cards/card-contents.ts";
import type { PaintPicture } from "../../src/platform/paint-picture.ts";

/** A PNG of one transparent pixel. */
const TINY_PNG: Uint8Array = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

/** Where a PNG's first chunk ends, after which others may stand. */
const AFTER_HEAD = 33;
const KEYWORD = "Comment\0";

/** Paints at once, one pixel that bears its card's contents as a comment; for tests that draw nothing. */
export const paintTiny: PaintPicture = ({ card }) =>
  Promise.resolve(
    Buffer.concat([
      TINY_PNG.subarray(0, AFTER_HEAD),
      chunk("tEXt", Buffer.from(KEYWORD + JSON.stringify(card))),
      TINY_PNG.subarray(AFTER_HEAD),
    ]),
  );

/** The card that a pixel was painted from; throws where bytes are nothing of the kind. */
export function cardIn(png: Uint8Array): CardContents {
  const bytes = Buffer.from(png);
  const length = bytes.readUInt32BE(AFTER_HEAD);
  const text = bytes.toString("utf8", AFTER_HEAD + 8, AFTER_HEAD + 8 + length);
  if (!text.startsWith(KEYWORD)) throw new Error("no card is written there");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written above
  return JSON.parse(text.slice(KEYWORD.length)) as CardContents;
}

/** https://www.w3.org/TR/png-3/#5Chunk-layout */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type), data]);
  const made = Buffer.alloc(body.length + 8);
  made.writeUInt32BE(data.length);
  made.set(body, 4);
  made.writeUInt32BE(crc32(body), body.length + 4);
  return made;
}
