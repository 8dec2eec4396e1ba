import { PNG } from "pngjs";
import { expect, it } from "vitest";
import { writePalettePng } from "../../pictures/write-palette-png.ts";

/** A picture that takes the colour of each pixel from its place. */
function painted(width: number, height: number, colour: (x: number, y: number) => number[]) {
  const png = new PNG({ width, height });
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) png.data.set([...colour(x, y), 255], (y * width + x) * 4);
  return PNG.sync.write(png);
}

const pixelsOf = (png: Uint8Array) => PNG.sync.read(Buffer.from(png));

it("keeps a picture of few colours to the pixel", () => {
  const png = painted(17, 9, (x, y) => [x * 10, y * 20, 7]);
  expect(pixelsOf(writePalettePng(png)).data).toEqual(pixelsOf(png).data);
});

it("keeps the frequent ones of many colours, and comes near to the others", () => {
  const png = painted(64, 64, (x, y) => (y < 32 ? [16, 27, 44] : [x * 4, y * 4, (x + y) * 2]));
  const [before, after] = [pixelsOf(png), pixelsOf(writePalettePng(png))];
  expect([after.width, after.height]).toEqual([64, 64]);
  expect(after.data.subarray(0, 64 * 32 * 4)).toEqual(before.data.subarray(0, 64 * 32 * 4));
  const colours = new Set<number>();
  let farthest = 0;
  for (const [at, value] of after.data.entries()) {
    if (at % 4 === 0) colours.add(after.data.readUInt32BE(at));
    farthest = Math.max(farthest, Math.abs(value - (before.data[at] ?? 0)));
  }
  expect(colours.size).toBeLessThanOrEqual(256);
  expect(farthest).toBeLessThan(48);
});
