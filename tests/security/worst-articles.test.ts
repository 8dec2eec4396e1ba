import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { loadCore } from "../../src/app/core.ts";
import { LANGUAGES, type Language } from "../../src/lib/language.ts";
import { sampleArticle } from "../support/store-samples.ts";

const LENGTH = 150_000;
/** Reading so much takes tens of milliseconds; what grows with its square takes minutes. */
const MOST_CPU_MS = 2_000;
/** Of the thousands of phrases of a language, evenly. */
const PHRASES = 30;

const MARKS = ['"', "“", "”", "«", "»", "(", ", ", "،", "- ", "\n", "\n\n", ". ", ": ", "6 ", "۶ "];
const SCRAPS = [
  "a",
  "A",
  "ا",
  "a-",
  "U.S.",
  "'s ",
  "\u200c",
  "\u064b",
  "\u0640",
  "\ud800",
  "<b",
  "&",
];

/** All texts that stand in a YAML file. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Phrases of a language's lexicon as they are written in news, without the signs of patterns. */
function phrasesOf(language: Language): string[] {
  const texts = globSync(`seeds/lexicon/${language}*.yaml`)
    .toSorted()
    .flatMap((file) => textsIn(parse(readFileSync(file, "utf8"))));
  const phrases = texts.map((text) =>
    text
      .replace(/\|\S+/g, "")
      .replace(/[=~^*{}[\]]/g, " ")
      .trim(),
  );
  const some = phrases.filter((phrase) => phrase.length > 1);
  const stride = Math.ceil(some.length / PHRASES);
  return some.filter((_, at) => at % stride === 0);
}

const core = loadCore("iran-us");

function cpuMsOf(language: Language, body: string): number {
  const article = sampleArticle(1, { lang: language, title: "Iran, US", body });
  const before = process.cpuUsage();
  core.extract(article);
  return process.cpuUsage(before).user / 1_000;
}

describe.each(LANGUAGES)("an article in %s", (language) => {
  it("of one phrase over and over is read in a moment", { timeout: 120_000 }, () => {
    const phrases = phrasesOf(language);
    expect(phrases.length).toBeGreaterThan(PHRASES / 2);
    const pieces = [...phrases.map((phrase) => `${phrase} `), ...MARKS, ...SCRAPS];
    const slow = pieces.filter((piece) => {
      const body = piece.repeat(Math.ceil(LENGTH / piece.length));
      // Twice, since anything may come between.
      return cpuMsOf(language, body) > MOST_CPU_MS && cpuMsOf(language, body) > MOST_CPU_MS;
    });
    expect(slow).toEqual([]);
  });
});
