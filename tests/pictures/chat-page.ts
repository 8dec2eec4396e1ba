import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { escapeUTF8 } from "entities";
import type { Language } from "../../src/lib/language.ts";
import { isRightToLeft } from "../../src/i18n/locale.ts";

/** A chat to be shown. */
export type ChatPage = {
  readonly kind: "telegram" | "discord";
  readonly language: Language;
  readonly isDark: boolean;
  /** Its name, as it stands above its messages. */
  readonly name: string;
  readonly messages: string;
};

const CSS = readFileSync(join(import.meta.dirname, "chat.css"), "utf8");
const ICON = readFileSync(
  join(import.meta.dirname, "..", "..", "adapters", "web", "assets", "icon.svg"),
);
const FONT = readFileSync(
  createRequire(import.meta.url).resolve("vazirmatn/fonts/webfonts/Vazirmatn[wght].woff2"),
);

const data = (mediaType: string, bytes: Buffer): string =>
  `data:${mediaType};base64,${bytes.toString("base64")}`;

const FACE = `@font-face { font-family: Vazirmatn; font-weight: 100 900; src: url("${data("font/woff2", FONT)}"); }`;

/** A whole page that draws a chat in a manner of our own, neither platform's; it asks for nothing else. */
export const chatPage = ({ kind, language, isDark, name, messages }: ChatPage): string =>
  `<!doctype html><html lang="${language}" dir="${isRightToLeft(language) ? "rtl" : "ltr"}"><meta charset="utf-8"><title>Parley</title><style>${FACE}${CSS}</style><body><main class="frame ${kind}${isDark ? " dark" : ""}"><div class="top"><img alt="" src="${data("image/svg+xml", ICON)}"><span>${escapeUTF8(name)}</span></div>${messages}</main></body></html>`;
