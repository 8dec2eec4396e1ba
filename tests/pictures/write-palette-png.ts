import { crc32, deflateSync } from "node:zlib";
import { PNG } from "pngjs";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MAX_COLOURS = 256;
/** Five bits a channel: what is nearer than that is counted as one colour where there are too many. */
const COARSE = 0xf8f8f8;

/**
 * The same picture with at most 256 colours and no transparency, some four times smaller. Colours are kept
 * exactly where they are so few; else the most frequent are kept, and each other one becomes the nearest of them.
 * Source: https://www.w3.org/TR/png-3/ (colour type 3).
 */
export function writePalettePng(png: Uint8Array): Uint8Array {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  const colours = coloursOf(data);
  const indexOf = paletteIndexes(colours);
  const kept = indexOf.palette;
  const rows = Buffer.alloc((width + 1) * height);
  for (let pixel = 0; pixel < colours.length; pixel += 1) {
    // Each row begins with its filter, which is none.
    const at = pixel + Math.floor(pixel / width) + 1;
    rows[at] = indexOf.at(colours[pixel] ?? 0);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from(kept.flatMap((colour) => channelsOf(colour)));
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", palette),
    chunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function coloursOf(rgba: Buffer): Uint32Array {
  const colours = new Uint32Array(rgba.length / 4);
  for (let pixel = 0; pixel < colours.length; pixel += 1)
    colours[pixel] = rgba.readUInt32BE(pixel * 4) >>> 8;
  return colours;
}

type Palette = { readonly palette: readonly number[]; readonly at: (colour: number) => number };

function paletteIndexes(colours: Uint32Array): Palette {
  const counts = countsOf(colours);
  const palette = counts.size <= MAX_COLOURS ? [...counts.keys()] : frequentOf(counts);
  const known = new Map(palette.map((colour, index) => [colour, index]));
  return {
    palette,
    at(colour) {
      const index = known.get(colour) ?? nearestOf(palette, colour);
      known.set(colour, index);
      return index;
    },
  };
}

function countsOf(colours: Iterable<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  return counts;
}

/** The most frequent colours, one of each neighbourhood. */
function frequentOf(counts: ReadonlyMap<number, number>): readonly number[] {
  const neighbourhoods = new Map<number, { colour: number; most: number; all: number }>();
  for (const [colour, count] of counts) {
    const key = colour & COARSE;
    const one = neighbourhoods.get(key) ?? { colour, most: 0, all: 0 };
    if (count > one.most) Object.assign(one, { colour, most: count });
    one.all += count;
    neighbourhoods.set(key, one);
  }
  return [...neighbourhoods.values()]
    .toSorted((a, b) => b.all - a.all || a.colour - b.colour)
    .slice(0, MAX_COLOURS)
    .map(({ colour }) => colour);
}

const channelsOf = (colour: number): readonly [number, number, number] => [
  (colour >> 16) & 255,
  (colour >> 8) & 255,
  colour & 255,
];

function nearestOf(palette: readonly number[], colour: number): number {
  const [red, green, blue] = channelsOf(colour);
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, one] of palette.entries()) {
    const [r, g, b] = channelsOf(one);
    const distance = (red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2;
    if (distance >= least) continue;
    nearest = index;
    least = distance;
  }
  return nearest;
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
