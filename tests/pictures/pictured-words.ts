import { join } from "node:path";
import { Parser } from "htmlparser2";
import { digestAt, NO_FEEDS } from "../../src/app/tell.ts";
import { tellCard } from "../../src/cards/card-contents.ts";
import { describeCard } from "../../src/cards/describe-card.ts";
import type { CorpusSite } from "../support/corpus-site.ts";
import { EVE, type Scene } from "./scenes.ts";

/** Where the README's pictures are kept. */
export const PICTURES = join(import.meta.dirname, "..", "..", "docs", "pictures");

/** Where the words are kept that the kept pictures show. */
export const WORDS = join(PICTURES, "words.txt");

/** Every word that the pictures show, and those of the folded parts, a line a piece of text. */
export async function picturedWords(
  scenes: readonly Scene[],
  { core, reports }: CorpusSite,
): Promise<string> {
  const { names } = core;
  const all: string[] = [];
  for (const { reader, url, chats } of scenes) {
    const { language } = reader;
    const digest = digestAt(core, reports, EVE, { since: null, feeds: NO_FEEDS });
    const card = tellCard(names, digest, { language, timeZone: names.dossier.timeZone });
    const page = await fetch(url);
    all.push(
      `# card.${language}`,
      describeCard(card),
      `# page.${language}`,
      wordsOf(await page.text(), reader.screen.until),
      ...chats.flatMap(({ kind, html }) => [`# ${kind}.${language}`, wordsOf(html, WHOLE)]),
    );
  }
  return `${all.join("\n")}\n`;
}

/** A chat is shown to its end. */
const WHOLE = "main";
const NOT_SHOWN = new Set(["head", "style", "script", "template"]);

/** The texts of a page, a line each, down to the end of the element that a picture of it ends under. */
function wordsOf(html: string, until: string): string {
  const lines: string[] = [];
  const open: { readonly name: string; readonly isLast: boolean }[] = [];
  let isSeen = true;
  const parser = new Parser({
    onopentag: (name, { id }) => open.push({ name, isLast: `#${id}` === until }),
    onclosetag: () => {
      if (open.pop()?.isLast === true) isSeen = false;
    },
    ontext: (text) => {
      const line = text.replace(/\s+/g, " ").trim();
      if (isSeen && line !== "" && !open.some(({ name }) => NOT_SHOWN.has(name))) lines.push(line);
    },
  });
  parser.end(html);
  return lines.join("\n");
}
