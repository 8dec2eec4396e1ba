import { globSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { loadYaml } from "../../config/load-yaml.ts";
import { LANGUAGES, type Language } from "../../lib/language.ts";
import { type MarkName, ofMarks } from "./marks.ts";
import { loadPersonWords, type PersonWords } from "./person-words.ts";

/** One line of words that say the same, each language's separated by commas. */
const Meaning = z
  .array(z.string().transform((line) => line.split(",").map((word) => word.trim())))
  .length(LANGUAGES.length);

/** Two such lines that say the contrary of each other. */
const Contrary = z.tuple([Meaning, Meaning]);

const Words = z.array(z.string().min(1));

const PlainWords = z.strictObject({
  words: z.record(z.string(), Words),
  ...ofMarks(() => Words),
});

/** One line of words that a translation has if and only if its original has them. */
const KeptLine = z.strictObject({
  way: z.enum(["both", "added"]),
  words: Meaning,
  maybe: Meaning,
});

type Phrases = Readonly<Record<Language, readonly string[]>>;

/** Signs of one thing that a translation keeps: in both directions, or only that it adds none. */
export type Kept = {
  readonly way: "both" | "added";
  /** Sure signs. */
  readonly words: Phrases;
  /** Words that may say the same. */
  readonly maybe: Phrases;
};

/** What words mean to the checks of sense, as phrases of {@link compilePhrases}. */
export type SenseWords = {
  /** Words that say the same in the three languages, line by line. */
  readonly meanings: readonly Phrases[];
  /** Words that say the contrary of each other, line by line. */
  readonly contraries: readonly (readonly [one: Phrases, other: Phrases])[];
  /** What a translation neither adds nor loses, line by line. */
  readonly kept: readonly Kept[];
  /** Signs of who speaks of themselves. */
  readonly persons: PersonWords;
  /** Words that carry no fact by themselves. */
  readonly plain: Phrases;
  /** Words that turn or frame what stands by them. */
  readonly marks: Readonly<Record<MarkName, Phrases>>;
};

/**
 * Reads `meanings/*.yaml`, `opposites.yaml`, `kept.yaml`, `persons.yaml` and `plain-words.<lang>.yaml` from a folder.
 *
 * @throws {ConfigError} when a file is missing or wrong.
 */
export function loadSenseWords(folder: string): SenseWords {
  const read = (language: Language) =>
    loadYaml(join(folder, `plain-words.${language}.yaml`), PlainWords);
  const files = { en: read("en"), ar: read("ar"), fa: read("fa") };
  const phrases = (of: (file: z.output<typeof PlainWords>) => readonly string[]): Phrases => ({
    en: of(files.en),
    ar: of(files.ar),
    fa: of(files.fa),
  });
  return {
    meanings: globSync("meanings/*.yaml", { cwd: folder })
      .toSorted()
      .flatMap((file) => loadYaml(join(folder, file), z.array(Meaning)))
      .map(phrasesOf),
    contraries: loadYaml(join(folder, "opposites.yaml"), z.array(Contrary)).map(
      ([one, other]) => [phrasesOf(one), phrasesOf(other)] as const,
    ),
    kept: loadYaml(join(folder, "kept.yaml"), z.array(KeptLine)).map(({ way, words, maybe }) => ({
      way,
      words: phrasesOf(words),
      maybe: phrasesOf(maybe),
    })),
    plain: phrases(({ words }) => Object.values(words).flat()),
    persons: loadPersonWords(folder),
    marks: ofMarks((name) => phrases((file) => file[name])),
  };
}

const phrasesOf = ([en = [], ar = [], fa = []]: z.output<typeof Meaning>): Phrases => ({
  en,
  ar,
  fa,
});
