import { join } from "node:path";
import { LANGUAGES, type Language } from "../lib/language.ts";
import { ConfigError } from "./env.ts";
import { type Lexicon, LexiconFile } from "./lexicon.ts";
import { loadYaml } from "./load-yaml.ts";

/** The lexicon of every language. */
export type Lexicons = Readonly<Record<Language, Lexicon>>;

/**
 * Reads `<lang>.yaml` and every `<lang>.<section>.yaml` with cues in a folder.
 *
 * @throws {ConfigError} when a file is wrong, or when one language lacks a cue that another has.
 */
export function loadLexicons(folder: string, sections: readonly string[]): Lexicons {
  const lexicons: Lexicons = {
    en: loadLexicon(folder, "en", sections),
    ar: loadLexicon(folder, "ar", sections),
    fa: loadLexicon(folder, "fa", sections),
  };
  const problems = missingCues(lexicons);
  if (problems.length > 0) throw new ConfigError(problems);
  return lexicons;
}

function loadLexicon(folder: string, language: Language, sections: readonly string[]): Lexicon {
  const base = loadYaml(join(folder, `${language}.yaml`), LexiconFile);
  if (base.orthography === undefined)
    throw new ConfigError([`${join(folder, `${language}.yaml`)}: orthography is missing`]);
  const more = sections.map((section) =>
    loadYaml(join(folder, `${language}.${section}.yaml`), LexiconFile),
  );
  const cues: Record<string, string[]> = {};
  for (const file of [base, ...more])
    for (const [name, patterns] of Object.entries(file.cues))
      cues[name] = [...(cues[name] ?? []), ...patterns];
  return { language, orthography: base.orthography, cues };
}

function missingCues(lexicons: Lexicons): string[] {
  const names = new Set(LANGUAGES.flatMap((language) => Object.keys(lexicons[language].cues)));
  return LANGUAGES.flatMap((language) =>
    [...names]
      .filter((name) => (lexicons[language].cues[name] ?? []).length === 0)
      .map((name) => `seeds/lexicon: ${language} has no phrases for ${name}`),
  );
}
