import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { corpusArticles, corpusSite } from "../support/corpus-site.ts";
import { serveWeb } from "../support/web.ts";
import { type ChatReader, eveningChats } from "./evening-chats.ts";
import { openStudio, type Sitting } from "./studio.ts";
import { writePalettePng } from "./write-palette-png.ts";

/** The eve of the round in Muscat, at 22:00 there. */
const EVE = new Date("2026-02-05T18:00:00Z");
const FOLDER = join(import.meta.dirname, "..", "..", "docs", "pictures");
/** Another digit takes more pixels; the edges of letters, which machines may round differently, are not counted. */
const TOLERATED_PIXELS = 40;

/** Who looks, and at how much of the page. */
type PictureReader = ChatReader & { readonly screen: Pick<Sitting, "width" | "scale" | "until"> };

/** One reads at a desk, by day; the other on a phone, by night. */
const READERS: readonly PictureReader[] = [
  {
    language: "en",
    locale: "en-GB",
    isDark: false,
    channel: "iran-desk",
    screen: { width: 900, scale: 1.5, until: "#positions" },
  },
  {
    language: "ar",
    locale: "ar",
    isDark: true,
    channel: "المحادثات",
    screen: { width: 424, scale: 2, until: "#changes" },
  },
];

const CHAT_SCREENS = {
  telegram: { width: 424, scale: 2, until: "main" },
  discord: { width: 560, scale: 2, until: "main" },
} as const;

/** A picture under its file's name. */
type Picture = readonly [name: string, png: Uint8Array];

/** Draws every picture of the README from the demonstration articles. */
async function* drawPictures(): AsyncGenerator<Picture> {
  const corpus = corpusSite({ now: () => EVE }, corpusArticles());
  const web = await serveWeb({ site: corpus.site, now: () => EVE });
  const studio = await openStudio(EVE);
  try {
    const chats = await eveningChats({ ...corpus, at: EVE }, READERS);
    for (const [index, reader] of READERS.entries()) {
      const { language } = reader;
      const url = `${web.origin}/iran-us/${language}`;
      const card = await fetch(`${url}/card.png`);
      yield [`card.${language}`, await card.bytes()];
      yield [
        `page.${language}`,
        await studio.photograph({ ...reader, ...reader.screen, page: { url } }),
      ];
      for (const { kind, html } of chats[index] ?? []) {
        const sitting = { ...reader, ...CHAT_SCREENS[kind], page: { html } };
        yield [`${kind}.${language}`, await studio.photograph(sitting)];
      }
    }
  } finally {
    await studio.close();
    await web.close();
    corpus.close();
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
  mkdirSync(FOLDER, { recursive: true });
  for await (const [name, png] of drawPictures()) {
    const path = join(FOLDER, `${name}.png`);
    const small = writePalettePng(png);
    if (!values.check) {
      writeFileSync(path, small);
      say(`${name}: ${Math.ceil(small.length / 1024)} KB`);
      continue;
    }
    const difference = differenceFrom(path, small);
    say(`${name}: ${difference} pixels differ`);
    if (difference > TOLERATED_PIXELS) process.exitCode = 1;
  }
}

await main();
