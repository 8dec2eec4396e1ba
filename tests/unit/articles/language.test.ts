import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../../src/articles/language.ts";
import type { Language } from "../../../src/lib/language.ts";

describe("the language of a text", () => {
  it.each<[string, string, Language | null, Language | null]>([
    ["Arabic by its own letters", "أكدت الخارجية الإيرانية أن المفاوضات ستُعقد في مسقط", null, "ar"],
    ["Persian by its own letters", "عراقچی گفت که گفت‌وگوها روز جمعه برگزار می‌شود", null, "fa"],
    ["a Persian feed in Arabic letters stays Persian", "سفر وزير خارجه", "fa", "fa"],
    [
      "Arabic that quotes a Latin name",
      "قال ويتكوف (Steve Witkoff) إن المحادثات جادة ومثمرة",
      null,
      "ar",
    ],
    [
      "English",
      "The two sides will meet again in Geneva next week to discuss the proposals.",
      null,
      "en",
    ],
    ["a short English headline", "Talks to resume", null, "en"],
    [
      "French is not read",
      "Les deux délégations se réuniront de nouveau la semaine prochaine à Genève pour discuter des propositions.",
      null,
      null,
    ],
    [
      "Urdu is not read",
      "دونوں ممالک کے درمیان مذاکرات کا اگلا دور جلد ہوگا، ذرائع نے بتایا ہے",
      null,
      null,
    ],
    ["numbers alone are what the feed says", "2026 10:00", "ar", "ar"],
  ])("%s", (_, text, expected, language) => {
    expect(detectLanguage(text, expected)).toBe(language);
  });
});
