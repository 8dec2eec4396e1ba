import type { Fault, FaultKind } from "../verdict.ts";
import type { EvidenceReading, SentenceReading } from "./reading.ts";

/** Finds one kind of fault in a sentence that the evidence does not bear out; pure. */
export type Check = (sentence: SentenceReading, evidence: EvidenceReading) => readonly Fault[];

/** A fault in these words, each named once; none where there are no words. */
export const faultsIn = (about: FaultKind, words: readonly string[]): readonly Fault[] =>
  words.length === 0 ? [] : [{ about, words: [...new Set(words)] }];
