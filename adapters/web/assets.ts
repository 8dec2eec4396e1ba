import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { OWN_HEADERS } from "./headers.ts";
import { prepare, type Prepared, versionOf } from "./prepared.ts";

/** Files that never change under one address: it holds a hash of them. */
export type Assets = {
  readonly byName: ReadonlyMap<string, Prepared>;
  readonly style: string;
  readonly script: string;
  readonly icon: string;
};

const FOLDER = join(import.meta.dirname, "assets");
const FONT = "vazirmatn/fonts/webfonts/Vazirmatn[wght].woff2";

/** Loads style sheet, script, icon, and the font of Arabic script. */
export function loadAssets(): Assets {
  const font = asset(
    "vazirmatn",
    "woff2",
    readFileSync(createRequire(import.meta.url).resolve(FONT)),
  );
  const css = readFileSync(join(FOLDER, "page.css"), "utf8").replaceAll(
    "vazirmatn.woff2",
    font.name,
  );
  const style = asset("page", "css", Buffer.from(css));
  const script = asset("live", "js", readFileSync(join(FOLDER, "live.js")));
  const icon = asset("icon", "svg", readFileSync(join(FOLDER, "icon.svg")));
  return {
    byName: new Map([font, style, script, icon].map(({ name, file }) => [name, file])),
    style: style.name,
    script: script.name,
    icon: icon.name,
  };
}

const MEDIA_TYPES = {
  woff2: "font/woff2",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
} as const;

function asset(name: string, ending: keyof typeof MEDIA_TYPES, body: Buffer) {
  const hash = versionOf(body);
  return {
    name: `${name}.${hash}.${ending}`,
    file: prepare({
      mediaType: MEDIA_TYPES[ending],
      body,
      caching: "public, max-age=31536000, immutable",
      headers: OWN_HEADERS,
    }),
  };
}
