import { join } from "node:path";
import { z } from "zod";
import { foldWord } from "../../articles/word-forms.ts";
import { loadYaml } from "../../config/load-yaml.ts";
import type { Language } from "../../lib/language.ts";

const Words = z.array(
  z.string().regex(/^\*?[^*]+(?:\*[^*]*)?$/, "use one word with at most a * at each end"),
);
const Signs = z.strictObject({ sure: Words, may: Words });
const ByLanguage = z.strictObject({ en: Signs, ar: Signs, fa: Signs });
const Persons = z.strictObject({ we: ByLanguage, our: ByLanguage });

/** Whether a folded word is a sign of one person: for sure, or maybe. */
export type PersonSigns = Readonly<
  Record<Language, { readonly sure: IsSign; readonly may: IsSign }>
>;

type IsSign = (folded: string) => boolean;

/** The signs of who speaks of themselves, and of what is their own. */
export type PersonWords = { readonly we: PersonSigns; readonly our: PersonSigns };

/**
 * Reads `persons.yaml` from a folder.
 *
 * @throws {ConfigError} when the file is missing or wrong.
 */
export function loadPersonWords(folder: string): PersonWords {
  const { we, our } = loadYaml(join(folder, "persons.yaml"), Persons);
  return { we: signsOf(we), our: signsOf(our) };
}

const signsOf = ({ en, ar, fa }: z.output<typeof ByLanguage>): PersonSigns => ({
  en: compile(en),
  ar: compile(ar),
  fa: compile(fa),
});

const compile = ({ sure, may }: z.output<typeof Signs>) => ({
  sure: matcher(sure),
  may: matcher(may),
});

function matcher(patterns: readonly string[]): IsSign {
  const whole = new Set(patterns.filter((one) => !one.includes("*")).map(foldWord));
  const parts = patterns
    .filter((one) => one.includes("*"))
    .map((one) => one.split("*").map((part) => (part === "" ? "" : foldWord(part))));
  return (word) =>
    whole.has(word) ||
    parts.some(
      ([start = "", end = ""]) =>
        word.length >= start.length + end.length && word.startsWith(start) && word.endsWith(end),
    );
}
