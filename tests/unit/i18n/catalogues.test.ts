import { describe, expect, it } from "vitest";
import { cardCatalogOf } from "../../../src/i18n/cards/catalog.ts";
import { catalogOf } from "../../../src/i18n/catalog.ts";
import { LANGUAGES, type Language } from "../../../src/lib/language.ts";

/** Stands for every parameter of a phrase: a name where words are asked for, a count where one is. */
const parameters = (count: number): unknown =>
  new Proxy(
    {},
    {
      get: (_, key) => {
        if (key === Symbol.toPrimitive) return () => "@";
        return key === "count" ? count : "@";
      },
    },
  );

/** Every text of a catalogue, with `@` for what is put into it. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function")
    return [0, 1, 2, 3, 11, 100].map((count) =>
      String(Reflect.apply(value, null, [parameters(count)])),
    );
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

type Rule = readonly [what: string, fault: RegExp];

const RULES: Readonly<Record<Language, readonly Rule[]>> = {
  en: [
    ["no letters of another script", /[\u0600-\u06ff]/u],
    ["no straight quotation marks", /["]/u],
  ],
  ar: [
    ["no Latin letters", /[a-z]/iu],
    ["no Latin comma, semicolon or question mark", /[,;?]/u],
    ["no Persian letters", /[\u06cc\u06a9\u06af\u0686\u067e\u0698]/u],
    ["no Persian digits", /[\u06f0-\u06f9\u0660-\u0669]/u],
    ["no tatweel", /\u0640/u],
    ["its tanwin on the letter before the alef", /\u0627\u064b\u0627|\u064b\u0627/u],
  ],
  fa: [
    ["no Latin letters", /[a-z]/iu],
    ["no Latin comma, semicolon or question mark", /[,;?]/u],
    ["no Arabic yeh, kaf or teh marbuta", /[\u064a\u0643\u0629]/u],
    ["no European or Arabic digits", /[0-9\u0660-\u0669]/u],
    ["no written ezafe on heh", /\u0647\u0654|\u06c0/u],
    ["the prefix \u0645\u06cc joined by a half space", /(?<!\S)\u0646?\u0645\u06cc\s/u],
    ["the plural \u0647\u0627 joined by a half space", /\s\u0647\u0627(?!\S)/u],
  ],
};

const EVERYWHERE: readonly Rule[] = [
  ["no double spaces", /\s{2}/u],
  ["no space before a mark", /\s[,;:.\u060c\u061b\u061f]/u],
  ["no empty brackets", /\(\s*\)/u],
  ["nothing undefined", /undefined|null|NaN/u],
];

describe.each(LANGUAGES)("the catalogue in %s", (language) => {
  const texts = textsOf([catalogOf(language), cardCatalogOf(language)]);

  it.each([...RULES[language], ...EVERYWHERE])("has %s", (_, fault) => {
    expect(texts.filter((text) => fault.test(text))).toEqual([]);
  });

  it("opens and closes brackets and quotation marks in pairs", () => {
    const odd = texts.filter((text) =>
      ["()", "«»", "\u201c\u201d", "\u2066\u2069"].some(
        ([open = "", close = ""]) => text.split(open).length !== text.split(close).length,
      ),
    );
    expect(odd).toEqual([]);
  });

  it("has as many phrases as English", () => {
    expect(texts).toHaveLength(textsOf([catalogOf("en"), cardCatalogOf("en")]).length);
  });
});
