import { join } from "node:path";
import { z } from "zod";
import { loadYaml } from "../../config/load-yaml.ts";
import { LANGUAGES, type Language } from "../../lib/language.ts";

/** One line of words that say the same, each language's separated by commas. */
const Meaning = z
  .array(z.string().transform((line) => line.split(",").map((word) => word.trim())))
  .length(LANGUAGES.length);

const PlainWords = z.strictObject({
  words: z.record(z.string(), z.array(z.string().min(1))),
  attribution: z.array(z.string().min(1)),
  hedge: z.array(z.string().min(1)),
  negative: z.array(z.string().min(1)),
});

type Phrases = Readonly<Record<Language, readonly string[]>>;

/** What words mean to the checks of sense, as phrases of {@link compilePhrases}. */
export type SenseWords = {
  /** Words that say the same in the three languages, line by line. */
  readonly meanings: readonly Phrases[];
  /** Words that carry no fact by themselves. */
  readonly plain: Phrases;
  /** Words that tell that something is someone's word. */
  readonly attribution: Phrases;
  /** Words that tell a thing less surely than as a fact. */
  readonly hedge: Phrases;
  /** Words that say no without a negation: "refuse". */
  readonly negative: Phrases;
};

/**
 * Reads `meanings.yaml` and `plain-words.<lang>.yaml` from a folder.
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
    meanings: loadYaml(join(folder, "meanings.yaml"), z.array(Meaning)).map(
      ([en = [], ar = [], fa = []]) => ({ en, ar, fa }),
    ),
    plain: phrases(({ words }) => Object.values(words).flat()),
    attribution: phrases((file) => file.attribution),
    hedge: phrases((file) => file.hedge),
    negative: phrases((file) => file.negative),
  };
}
