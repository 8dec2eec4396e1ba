import { z } from "zod";
import type { Language } from "../lib/language.ts";

/**
 * How a language writes its words: what may stand before and after a stem, and which short words are
 * written apart yet belong to the next or the previous word.
 */
export const Orthography = z.strictObject({
  prefixes: z.array(z.string().min(1)),
  /** An ending and what replaces it to reach the stem: `[ies, y]`. */
  suffixes: z.array(z.tuple([z.string().min(1), z.string()])),
  /** What may stand before and after a proper name, and what replaces it: `[لل, ال]`, `['s, ""]`. */
  names: z
    .strictObject({
      before: z.array(z.tuple([z.string().min(1), z.string()])),
      after: z.array(z.tuple([z.string().min(1), z.string()])),
    })
    .default({ before: [], after: [] }),
  /** Fewest letters that may remain of a stem. */
  shortestStem: z.int().positive(),
  /** A prefix that words carry or not without a change of meaning: the Arabic article. */
  article: z.string().nullable(),
  joinsNext: z.array(z.string()),
  joinsPrevious: z.array(z.string()),
  /** Words after which a full stop ends no sentence. */
  abbreviations: z.array(z.string()),
});

/** How a language writes its words. */
export type Orthography = z.output<typeof Orthography>;

/** Patterns by the name of what they signal, such as `modality.hedge`; see `compilePhrases` for their form. */
const Cues = z.record(z.string().regex(/^[a-z]+(\.[a-z-]+)+$/), z.array(z.string().min(1)));

/** One file of a language's lexicon; the file named after the language has the orthography. */
export const LexiconFile = z.strictObject({
  orthography: Orthography.optional(),
  cues: Cues.default({}),
});

/** The words that signal something, in one language (`seeds/lexicon/<lang>*.yaml`, merged). */
export type Lexicon = {
  readonly language: Language;
  readonly orthography: Orthography;
  readonly cues: Readonly<Record<string, readonly string[]>>;
};
