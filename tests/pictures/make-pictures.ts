import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { picturedWords, PICTURES, WORDS } from "./pictured-words.ts";
import { EVE, type Scene, withScenes } from "./scenes.ts";
import { openStudio } from "./studio.ts";
import { writePalettePng } from "./write-palette-png.ts";

/** Another digit takes more pixels; the edges of letters, which machines may round differently, are not counted. */
const TOLERATED_PIXELS = 40;

const CHAT_SCREENS = {
  telegram: { width: 424, scale: 2, until: "main" },
  discord: { width: 560, scale: 2, until: "main" },
} as const;

/** A picture under its file's name. */
type Picture = readonly [name: string, png: Uint8Array];

/** Draws every picture of the README. */
async function* drawPictures(scenes: readonly Scene[]): AsyncGenerator<Picture> {
  const studio = await openStudio(EVE);
  try {
    for (const { reader, url, chats } of scenes) {
      const { language } = reader;
      const card = await fetch(`${url}/card.png`);
      yield [`card.${language}`, await card.bytes()];
      yield [
        `page.${language}`,
        await studio.photograph({ ...reader, ...reader.screen, page: { url } }),
      ];
      for (const { kind, html } of chats) {
        const sitting = { ...reader, ...CHAT_SCREENS[kind], page: { html } };
        yield [`${kind}.${language}`, await studio.photograph(sitting)];
      }
    }
  } finally {
    await studio.close();
  }
}

/** How many pixels differ from the picture that is kept; all where none of its size is. */
function differenceFrom(path: string, png: Uint8Array): number {
  const now = PNG.sync.read(Buffer.from(png));
  const { width, height } = now;
  if (!existsSync(path)) return width * height;
  const kept = PNG.sync.read(readFileSync(path));
  if (kept.width !== width || kept.height !== height) return width * height;
  return pixelmatch(kept.data, now.data, undefined, width, height);
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
  mkdirSync(PICTURES, { recursive: true });
  await withScenes(async (scenes, corpus) => {
    for await (const [name, png] of drawPictures(scenes)) take(name, png, values.check);
    if (!values.check) writeFileSync(WORDS, await picturedWords(scenes, corpus));
  });
}

/** Keeps a picture, or tells how it differs from the one that is kept. */
function take(name: string, png: Uint8Array, isCheck: boolean): void {
  const path = join(PICTURES, `${name}.png`);
  const small = writePalettePng(png);
  if (!isCheck) {
    writeFileSync(path, small);
    say(`${name}: ${Math.ceil(small.length / 1024)} KB`);
    return;
  }
  const difference = differenceFrom(path, small);
  say(`${name}: ${difference} pixels differ`);
  if (difference > TOLERATED_PIXELS) process.exitCode = 1;
}

await main();
