import { join } from "node:path";
import { z } from "zod";
import {
  compilePhrases,
  findPhrases,
  type PhraseLanguage,
  type PhraseMatch,
  type Phrases,
} from "../../articles/phrases.ts";
import { loadYaml } from "../../config/load-yaml.ts";
import { LANGUAGES, type Language } from "../../lib/language.ts";
import type { Passage } from "./reading.ts";

const Words = z.array(z.string().min(1));
const ByNumber = z.record(z.string().regex(/^\d{1,13}$/, "use a whole number"), Words);

/** Words that the form and the figures of a sentence are judged by (`seeds/checks/<lang>.yaml`). */
const SurfaceWordsSchema = z.strictObject({
  percent: Words,
  /** Numbers in words that dates have no use for. */
  numbers: ByNumber,
  /** Ordinals that no day of a month is named by. */
  ordinals: ByNumber,
  /** Words that multiply the number before them. */
  magnitudes: ByNumber,
  /** Words for a share of the whole, by percents: "half of". */
  shares: ByNumber,
  /** What adds a half to the number before it. */
  half: Words,
  /** Phrases whose numbers count nothing: "one of". */
  idioms: Words,
  /** Second halves of compounds that make a number of the first: `روزه` of `دوازده‌روزه`. */
  counted: Words,
  /** Numbers that are as often another word; they bear a figure out but are asked for none. */
  doubtful: Words,
  /** Endings of words that mean two of a thing. */
  dualEndings: Words,
  /** So frequent that they tell a language from its neighbours. */
  functionWords: Words,
  /** What joins a noun to its verb, so that it may stand early or late. */
  prepositions: Words,
  /** Words that only verbs stand behind. */
  beforeVerbs: Words,
  /** Words between two things of a list. */
  and: Words,
  /** Words between two clauses. */
  clauses: Words,
  /** Languages that words were said in; their names are also words for whose they are. */
  languageNames: Words,
  /** What an assistant says of itself or to its reader, and no report does. */
  assistant: Words,
});

/** Words of one language that the form and the figures of a sentence are judged by. */
export type SurfaceWords = z.output<typeof SurfaceWordsSchema>;

/** The same in every language. */
export type SurfaceLexicons = Readonly<Record<Language, SurfaceWords>>;

/**
 * Reads `<lang>.yaml` of every language from a folder.
 *
 * @throws {ConfigError} when a file is missing or wrong.
 */
export function loadSurfaceWords(folder: string): SurfaceLexicons {
  const load = (language: Language): SurfaceWords =>
    loadYaml(join(folder, `${language}.yaml`), SurfaceWordsSchema);
  return { en: load("en"), ar: load("ar"), fa: load("fa") };
}

/** What a phrase with a value is. */
type NumberedKind = "number" | "ordinal" | "magnitude" | "share";

/** What a phrase of {@link SurfaceWords} is. */
export type SurfaceSense =
  | { readonly kind: NumberedKind; readonly value: number }
  | { readonly kind: "percent" | "half" | "idiom" | "assistant" };

/** Finds the phrases of a passage's language in it, in the order in which they begin. */
export type SurfaceFinder = (passage: Passage) => readonly PhraseMatch<SurfaceSense>[];

/** Compiles the phrases of every language; each passage is looked through once. */
export function createSurfaceFinder(
  lexicons: SurfaceLexicons,
  languages: Readonly<Record<Language, PhraseLanguage>>,
): SurfaceFinder {
  const compiled = new Map<Language, Phrases<SurfaceSense>>(
    LANGUAGES.map((language) => [
      language,
      compilePhrases(entriesOf(lexicons[language]), languages[language]),
    ]),
  );
  const known = new WeakMap<Passage, readonly PhraseMatch<SurfaceSense>[]>();
  return (passage) => {
    const phrases = compiled.get(passage.language);
    const { tokens } = passage.read;
    const found =
      known.get(passage) ??
      (phrases === undefined ? [] : findPhrases(phrases, tokens, 0, tokens.length));
    known.set(passage, found);
    return found;
  };
}

function entriesOf(words: SurfaceWords): (readonly [string, SurfaceSense])[] {
  const each = (phrases: readonly string[], sense: SurfaceSense) =>
    phrases.map((phrase) => [phrase, sense] as const);
  const numbered = (kind: NumberedKind, table: SurfaceWords["numbers"]) =>
    Object.entries(table).flatMap(([value, phrases]) =>
      each(phrases, { kind, value: Number(value) }),
    );
  return [
    ...numbered("number", words.numbers),
    ...numbered("ordinal", words.ordinals),
    ...numbered("share", words.shares),
    ...numbered("magnitude", words.magnitudes),
    ...each(words.half, { kind: "half" }),
    ...each(words.percent, { kind: "percent" }),
    ...each(words.idioms, { kind: "idiom" }),
    ...each(words.assistant, { kind: "assistant" }),
  ];
}
