import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { loadLexicons } from "../../../../src/config/load-lexicon.ts";
import { codeLine, CodeItem } from "../../../../src/facts/events/code-line.ts";
import { createRelationCoder } from "../../../../src/facts/events/code-relation.ts";
import { loadEventLexicons } from "../../../../src/facts/events/event-lexicon.ts";
import { LANGUAGES, type Language } from "../../../../src/lib/language.ts";

const coder = createRelationCoder(
  loadLexicons("seeds/lexicon", []),
  loadEventLexicons("seeds/lexicon"),
);

/** `[s …]` marks the source and `[t …]` the target. */
function relationOf(lang: Language, marked: string) {
  const offsets: Record<string, [number, number]> = {};
  let text = "";
  for (const part of marked.split(/(\[[st] [^\]]*\])/)) {
    const [, role, words] = /^\[([st]) ([^\]]*)\]$/.exec(part) ?? [];
    if (role !== undefined && words !== undefined)
      offsets[role] = [text.length, text.length + words.length];
    text += words ?? part;
  }
  return CodeItem.parse({ id: "x", lang, text, source: offsets["s"], target: offsets["t"] });
}

const code = (lang: Language, marked: string) => codeLine(coder, relationOf(lang, marked));

const FILES = ["relations", "verbs", "long", "news"] as const;

/** The lines of a file of relations, each with the types that are right. */
function relationsOf(file: (typeof FILES)[number], lang: Language) {
  return readFileSync(new URL(`relations/${file}.${lang}.txt`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [types = "", sentence = ""] = line.split(" | ");
      return { types: types.split("/"), item: relationOf(lang, sentence) };
    });
}

it.each(FILES.flatMap((file) => LANGUAGES.map((lang) => [file, lang] as const)))(
  "codes nine in ten of the %s in %s by their type",
  (file, lang) => {
    const relations = relationsOf(file, lang);
    const right = relations.filter(({ types, item }) =>
      types.includes(codeLine(coder, item).type ?? "NONE"),
    );

    expect(right.length / relations.length).toBeGreaterThanOrEqual(0.9);
  },
);

it.each([
  ["en", "[s Peru] threatened to attack [t Chile].", "THREATEN"],
  ["en", "[s Peru] rejected [t Chile]'s demand for talks.", "REJECT"],
  ["en", "[s Peru] called on [t Chile] to stop the attacks.", "REQUEST"],
  ["en", "[s Peru] accused [t Chile] of attacking Bolivia.", "ACCUSE"],
  ["en", "Peru accused [s Chile] of attacking [t Bolivia].", "ASSAULT"],
  ["en", "[t Chile] was attacked by [s Peru].", "ASSAULT"],
  ["en", "[s Peru] stopped shelling [t Chile].", "RETREAT"],
  ["en", "[s Peru] will send aid to [t Chile].", "AGREE"],
  ["ar", "هددت [s بيرو] بمهاجمة [t تشيلي].", "THREATEN"],
  ["ar", "رفضت [s بيرو] دعوة [t تشيلي] إلى الحوار.", "REJECT"],
  ["ar", "تعرضت [t تشيلي] لهجوم من قبل [s بيرو].", "ASSAULT"],
  ["ar", "ستقدم [s بيرو] مساعدات إلى [t تشيلي].", "AGREE"],
  ["fa", "[s پرو] [t شیلی] را به حمله تهدید کرد.", "THREATEN"],
  ["fa", "[s پرو] درخواست [t شیلی] برای مذاکره را رد کرد.", "REJECT"],
  ["fa", "[s پرو] به [t شیلی] کمک خواهد کرد.", "AGREE"],
] as const)("reads in %s %j as %s: what governs decides", (lang, marked, type) =>
  expect(code(lang, marked).type).toBe(type),
);

it("tells nothing where the sentence runs the other way", () =>
  expect(code("en", "[t Chile] bombed [s Peru].").type).toBeNull());

it.each([
  ["en", "[s Spain] and [t Italy] condemned Russia."],
  ["en", "[s Germany], unlike [t Hungary], condemned the attack."],
  ["en", "[s Kenya] condemned the attack, while [t Uganda] kept silent."],
  ["en", "[s Kenya] sells more tea than [t Uganda]."],
  ["en", "When [s Malta] went to the polls, Uganda denounced [t Kenya]."],
  ["ar", "اتهمت [t أوغندا] [s كينيا] بالتجسس."],
  ["ar", "أدانت [s إسبانيا] و[t إيطاليا] روسيا."],
  ["fa", "[t اوگاندا] [s کنیا] را به جاسوسی متهم کرد."],
  ["fa", "[s اسپانیا] و [t ایتالیا] روسیه را محکوم کردند."],
] as const)("tells nothing in %s of who acts together or stands by: %s", (lang, marked) =>
  expect(code(lang, marked).type).toBeNull(),
);

it.each([
  ["en", "[s Thai] and [t Cambodian] soldiers clashed near a temple.", "ASSAULT"],
  ["en", "[t Israel] and [s Egypt] held talks in Cairo.", "CONSULT"],
  ["ar", "اندلعت اشتباكات بين [t الجيش] و[s المسلحين].", "ASSAULT"],
  ["fa", "[t هند] و [s چین] در دهلی نو مذاکره کردند.", "CONSULT"],
] as const)("reads in %s both ways what is mutual: %s", (lang, marked, type) =>
  expect(code(lang, marked).type).toBe(type),
);

it.each([
  ["en", "[s Chile] has not withdrawn its troops from [t Peru].", "RETREAT", "negated"],
  ["fa", "[s کنیا] برای بازدارندگی [t اوگاندا] یک ناو اعزام کرد.", "MOBILIZE", "asserted"],
  ["en", "In 1968, [s Peru] expelled [t Chile]'s ambassador.", "SANCTION", "historical"],
  ["ar", "في عام 1975 قصفت [s كينيا] [t أوغندا].", "ASSAULT", "historical"],
  ["fa", "[s کنیا] در سال ۱۹۷۵ به [t اوگاندا] حمله کرد.", "ASSAULT", "historical"],
] as const)("tells in %s the deed and how it is told: %s", (lang, marked, type, modality) =>
  expect(code(lang, marked)).toMatchObject({ type, modality }),
);

it("scores by type and mode", () =>
  expect(code("en", "[s Peru] shot down two [t Chilean] drones.")).toMatchObject({
    type: "ASSAULT",
    mode: "drone",
    intensity: -9.5,
    modality: "asserted",
  }));

it("marks what is denied", () =>
  expect(code("en", "[s Peru] denied that it had bombed [t Chile].")).toMatchObject({
    type: "ASSAULT",
    modality: "negated",
  }));

it("refuses an actor that reaches beyond the text", () => {
  const item = { id: "x", lang: "en", text: "Peru", source: [0, 4], target: [5, 9] };

  expect(CodeItem.safeParse(item).success).toBe(false);
});

it("reads only around the actors of a text that never ends", () => {
  const text = `Peru bombed Chile ${"and on ".repeat(200_000)}`;
  const line = codeLine(coder, { id: "x", lang: "en", text, source: [0, 4], target: [12, 17] });

  expect(line.type).toBe("ASSAULT");
});
