import type { Language } from "../lib/language.ts";
import type { Claim } from "./claim.ts";

/** Whether the claims that a sentence names bear it out. */
export type Verdict =
  /** Those of them that it is made of. */
  | { readonly kind: "supported"; readonly by: readonly [Claim, ...Claim[]] }
  | { readonly kind: "unsupported"; readonly faults: readonly [Fault, ...Fault[]] };

/** What is wrong with a sentence, and the words that it is wrong in. */
export type Fault = { readonly about: FaultKind; readonly words: readonly string[] };

/** What a sentence may be wrong about; the model is told in these words. */
export const FAULT_KINDS = [
  /** Names no claim, or one that there is not. */
  "claim",
  "number",
  "date",
  /** "Tomorrow": true today alone. */
  "relative-date",
  "name",
  "place",
  "party",
  /** What one does or says is told of the other. */
  "role",
  /** In quotation marks, and not the words as published. */
  "quotation",
  /** Told more surely than the claim is: a hedge, an attribution or a dispute is dropped. */
  "hedge",
  "negation",
  /** What may be, will be or was told as what is. */
  "modality",
  /** A deed, or how it is told, that no claim has. */
  "event",
  /** Words from which on no claim goes on so, or that an original does not have. */
  "wording",
  /** Another language than asked for. */
  "language",
  /** Markup, addresses, commands, or longer than a sentence may be. */
  "form",
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** Judges model text, by code alone; pure. */
export type Checker = {
  /** A sentence against the claims that it names. */
  sentence(text: string, claims: readonly Claim[], language: Language): Verdict;
  /** A translation of what a statement claim quotes. */
  translation(text: string, claim: Claim, language: Language): Verdict;
};
