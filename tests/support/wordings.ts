import type { Digest } from "../../src/digest/digest.ts";
import type { Names } from "../../src/i18n/names.ts";
import type { Language } from "../../src/lib/language.ts";
import type { Claim } from "../../src/summarize/claim.ts";
import { claimsOf } from "../../src/summarize/claims-of.ts";
import { loadGrammars } from "../../src/summarize/grammar/grammar.ts";

/** The words in which claims are told. */
export const WORDINGS = loadGrammars("seeds/wordings");

/** The claims of a digest in those words. */
export const claimsTold = (names: Names, digest: Digest, language: Language): readonly Claim[] =>
  claimsOf(names, digest, language, WORDINGS);
