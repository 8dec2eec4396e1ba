import type { Dossier } from "../../config/dossier.ts";
import type { PhraseLanguage } from "../../articles/phrases.ts";
import type { Language } from "../../lib/language.ts";
import type { Check } from "./check.ts";
import { createNamedClaimsCheck } from "./named-claims-check.ts";
import type { PolarityReader } from "./polarity.ts";
import { createProofReader, type ProofWords } from "./proof-words.ts";
import { createProvenNegationCheck } from "./proven-negation-check.ts";
import { createProvenWordsCheck } from "./proven-words-check.ts";
import type { SenseReader } from "./sense-reading.ts";
import { createSharedWords } from "./shared-words.ts";

type ProofTools = {
  readonly senses: SenseReader;
  readonly polarities: PolarityReader;
  readonly dossier: Dossier;
  readonly words: ProofWords;
  readonly languages: Readonly<Record<Language, PhraseLanguage>>;
};

/** What a sentence says is proven by the claims that it names, or falls. */
export function createProofChecks(tools: ProofTools): readonly Check[] {
  const { senses, polarities, dossier, words, languages } = tools;
  const proof = createProofReader(words, languages);
  return [
    createNamedClaimsCheck(createSharedWords(senses, proof, dossier)),
    createProvenWordsCheck(proof, words),
    createProvenNegationCheck(senses, polarities),
  ];
}
