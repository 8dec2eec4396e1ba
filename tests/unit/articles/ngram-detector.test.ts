import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadNgramDetector, readTables } from "../../../src/articles/ngram-detector.ts";

const file = new URL("../ngrams/extrasmall.js", import.meta.resolve("eld/extrasmall"));

describe("the tables of n-grams", () => {
  it("hold what the package's own module holds, n-gram for n-gram", async () => {
    const own: { ngramsData: unknown } = await import(file.href);
    const { isSubset: _, ...given } = Object(own.ngramsData);
    const read = readTables(readFileSync(file, "utf8"));
    expect(Object.keys(read.ngrams)).toHaveLength(49_553);
    expect(read).toEqual(given);
  });

  it.each<[string, string]>([
    ["en", "The two sides will meet again in Geneva next week to discuss the proposals."],
    ["fr", "Les deux délégations se réuniront de nouveau la semaine prochaine à Genève."],
    [
      "tr",
      "İki heyet önerileri görüşmek üzere gelecek hafta Cenevre'de yeniden bir araya gelecek.",
    ],
    ["", "2026"],
  ])("tell %s", (language, text) => {
    expect(loadNgramDetector()(text)).toBe(language);
  });

  it("are refused when they are written in another way", () => {
    expect(() => readTables("export const ngramsData = []")).toThrow(/unknown form/);
    const source = "ngramsData = {type:'x',languages:{0:'am'},isSubset:false,ngrams:{'a':[1]}}";
    expect(() => readTables(source)).toThrow(/unknown form/);
  });
});
