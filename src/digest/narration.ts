import type { Language } from "../lib/language.ts";
import type { Citations } from "./digest.ts";

/**
 * What a language model wrote of a digest in one language; every sentence was checked against the claims
 * that it rests on. It adds words and no fact: a digest is complete without it.
 */
export type Narration = {
  readonly language: Language;
  /** The whole in two or three sentences. */
  readonly lead: readonly NarratedSentence[];
  readonly positions: readonly {
    readonly party: string;
    readonly sentences: readonly NarratedSentence[];
  }[];
  /** What changed since the digest before, and why it matters. */
  readonly changes: readonly NarratedSentence[];
  readonly translations: readonly Translation[];
  readonly by: Writer;
};

/** One sentence, with the sources of the claims that bear it out. */
export type NarratedSentence = { readonly text: string; readonly citations: Citations };

/** A quotation in the narration's language; told beside the original, and as a translation. */
export type Translation = {
  /** The words as published, as in the digest's statement. */
  readonly original: string;
  readonly lang: Language;
  readonly text: string;
};

/** Which model wrote, and by which version of the prompts. */
export type Writer = { readonly model: string; readonly prompts: string };
