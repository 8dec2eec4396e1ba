import { alertCatalogOf } from "../../i18n/alerts/catalog.ts";
import { plainLine } from "../../i18n/direction.ts";
import { LANGUAGES, type Language } from "../../lib/language.ts";
import { type Block, type Message, text } from "../message.ts";

/**
 * Writes an operator's words for readers of a language: in theirs, else in English, else in the first
 * there is. Each line is a paragraph.
 */
export function composeBroadcast(
  words: Readonly<Partial<Record<Language, string>>>,
  wanted: Language,
): Message {
  const language =
    [wanted, "en" as const, ...LANGUAGES].find((tried) => words[tried] !== undefined) ?? wanted;
  const lines = (words[language] ?? "").split("\n").map(plainLine);
  return {
    language,
    blocks: [
      { kind: "title", text: alertCatalogOf(language)["heading.broadcast"] },
      ...lines
        .filter((line) => line !== "")
        .map((line): Block => ({ kind: "paragraph", spans: [text(line)] })),
    ],
  };
}
