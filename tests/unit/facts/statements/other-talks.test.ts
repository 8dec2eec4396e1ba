import { describe, expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import { QUOTED, REPORTED, type Said, toldOfUkraine } from "./told.ts";

const SENTENCES: readonly (readonly [Language, string, readonly Said[]])[] = [
  [
    "en",
    'Zelensky said Ukraine would not give up territory. "We need security guarantees," he added.',
    [
      ["Volodymyr Zelensky", "UKR", REPORTED, "Ukraine would not give up territory"],
      ["Volodymyr Zelensky", "UKR", QUOTED, "We need security guarantees"],
    ],
  ],
  [
    "en",
    '"We had a long conversation," Ukraine\'s chief negotiator, Rustem Umerov, wrote on Telegram.',
    [["Rustem Umerov", "UKR", QUOTED, "We had a long conversation"]],
  ],
  [
    "en",
    "Putin's aide Yuri Ushakov said territory remained the main issue.",
    [["Yuri Ushakov", "RUS", REPORTED, "territory remained the main issue"]],
  ],
  [
    "ar",
    "أعلن المتحدث باسم الكرملين دميتري بيسكوف أن الجولة المقبلة ستعقد في أبوظبي.",
    [["Dmitry Peskov", "RUS", REPORTED, "الجولة المقبلة ستعقد في أبوظبي"]],
  ],
  [
    "ar",
    "لافروف: لن نقبل بوجود قوات أوروبية في أوكرانيا",
    [["Sergei Lavrov", "RUS", REPORTED, "لن نقبل بوجود قوات أوروبية في أوكرانيا"]],
  ],
  [
    "ar",
    "قال الرئيس الأوكراني فولوديمير زيلينسكي إن بلاده لن تتنازل عن أراضيها. وأضاف: «نحتاج إلى ضمانات أمنية».",
    [
      ["Volodymyr Zelensky", "UKR", REPORTED, "بلاده لن تتنازل عن أراضيها"],
      ["Volodymyr Zelensky", "UKR", QUOTED, "نحتاج إلى ضمانات أمنية"],
    ],
  ],
  [
    "fa",
    "سخنگوی کرملین گفت دور بعدی مذاکرات در ابوظبی برگزار می‌شود.",
    [["Dmitry Peskov", "RUS", REPORTED, "دور بعدی مذاکرات در ابوظبی برگزار می‌شود"]],
  ],
  [
    "fa",
    "ولودیمیر زلنسکی، رئیس‌جمهور اوکراین، گفت که کی‌یف چشم‌پوشی نمی‌کند. وی افزود: «به تضمین امنیتی نیاز داریم».",
    [
      ["Volodymyr Zelensky", "UKR", REPORTED, "کی‌یف چشم‌پوشی نمی‌کند"],
      ["Volodymyr Zelensky", "UKR", QUOTED, "به تضمین امنیتی نیاز داریم"],
    ],
  ],
];

describe("who says what in other talks", () => {
  it.each(SENTENCES)("%s: %s", (lang, body, expected) => {
    expect(toldOfUkraine({ lang, body })).toEqual(expected);
  });
});
