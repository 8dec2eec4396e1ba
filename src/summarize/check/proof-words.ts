import { join } from "node:path";
import { z } from "zod";
import {
  compilePhrases,
  findPhrases,
  type PhraseLanguage,
  type Phrases,
} from "../../articles/phrases.ts";
import type { TokenRange } from "../../articles/token-range.ts";
import { loadYaml } from "../../config/load-yaml.ts";
import { LANGUAGES, type Language } from "../../lib/language.ts";
import type { Passage } from "./reading.ts";

/** What facts tell in fields that stand in no words. */
export const TELLING_FACTS = [
  "last-round",
  "settled-dispute",
  "open-dispute",
  "finished",
  "standing",
  "changed",
  "adjourned",
  "undated",
] as const;
export type TellingFact = (typeof TELLING_FACTS)[number];

const Words = z.array(z.string().min(1));
const ByLanguage = z.strictObject({ en: Words, ar: Words, fa: Words });
const ProofWordsSchema = z.strictObject({
  common: ByLanguage,
  lines: z.array(z.tuple([Words, Words, Words]).rest(z.array(z.enum(TELLING_FACTS)))),
});

/** What a sentence is proven by, as phrases of {@link compilePhrases}. */
export type ProofWords = {
  /** Words that sentences on any talks may have, which so prove nothing. */
  readonly common: Readonly<Record<Language, readonly string[]>>;
  /** Words that say of a thing that it goes on, ends or stays out, line by line. */
  readonly lines: readonly (Readonly<Record<Language, readonly string[]>> & {
    /** Facts that bear them out by themselves. */
    readonly facts: readonly TellingFact[];
  })[];
};

/**
 * Reads `proof.yaml` from a folder.
 *
 * @throws {ConfigError} when it is missing or wrong.
 */
export function loadProofWords(folder: string): ProofWords {
  const { common, lines } = loadYaml(join(folder, "proof.yaml"), ProofWordsSchema);
  return { common, lines: lines.map(([en, ar, fa, facts = []]) => ({ en, ar, fa, facts })) };
}

/** Where a passage has a word of a line. */
export type ProofMark = TokenRange & { readonly line: number };

/** What a passage has of the words of proof. */
export type ProofReading = {
  /** Token indices. */
  readonly common: ReadonlySet<number>;
  readonly lines: readonly ProofMark[];
};

/** Finds the words of proof in a passage; each is looked through once. */
export type ProofReader = (passage: Passage) => ProofReading;

type Found = "common" | number;

/** Compiles the words of every language. */
export function createProofReader(
  words: ProofWords,
  languages: Readonly<Record<Language, PhraseLanguage>>,
): ProofReader {
  const compiled = new Map<Language, Phrases<Found>>(
    LANGUAGES.map((language) => [
      language,
      compilePhrases(entriesOf(words, language), languages[language]),
    ]),
  );
  const known = new WeakMap<Passage, ProofReading>();
  return (passage) => {
    const phrases = compiled.get(passage.language);
    const reading =
      known.get(passage) ?? (phrases === undefined ? NOTHING : read(passage, phrases));
    known.set(passage, reading);
    return reading;
  };
}

const NOTHING: ProofReading = { common: new Set(), lines: [] };

const entriesOf = (
  { common, lines }: ProofWords,
  language: Language,
): (readonly [string, Found])[] => [
  ...common[language].map((word) => [word, "common"] as const),
  ...lines.flatMap((line, at) => line[language].map((word) => [word, at] as const)),
];

function read({ read: { tokens } }: Passage, phrases: Phrases<Found>): ProofReading {
  const common = new Set<number>();
  const lines: ProofMark[] = [];
  for (const { value, from, to } of findPhrases(phrases, tokens, 0, tokens.length)) {
    if (value === "common") for (let at = from; at < to; at += 1) common.add(at);
    else lines.push({ line: value, from, to });
  }
  return { common, lines };
}
