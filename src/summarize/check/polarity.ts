import { cuesOf } from "../../facts/mention.ts";
import type { EvidenceReading, Passage } from "./reading.ts";
import type { PredicateReader } from "./predicates.ts";
import type { SenseReader } from "./sense-reading.ts";

/** Which of two contraries a word of a passage says, with the "not" before it reckoned in. */
export type Polarity = {
  /** Of the list of contraries. */
  readonly line: number;
  readonly side: "one" | "other";
  /** Its first token's index. */
  readonly at: number;
};

/** The contraries that a passage has; each passage is read once. */
export type PolarityReader = (passage: Passage) => readonly Polarity[];

/** In words, from a "not" to what it denies, where no verb is denied. */
const NOT_REACH = 2;
/** As far a "not" may still mean the word: "I cannot say that I am happy". */
const LOOSE_REACH = 9;

/** Makes the reader of contraries. */
export function createPolarityReader(
  senses: SenseReader,
  predicates: PredicateReader,
): PolarityReader {
  const known = new WeakMap<Passage, readonly Polarity[]>();
  return (passage) => {
    const found =
      known.get(passage) ??
      senses(passage).contraries.flatMap(({ line, side, from }): Polarity[] => {
        const both = [
          { line, side, at: from },
          { line, side: side === "one" ? ("other" as const) : ("one" as const), at: from },
        ];
        if (isDenied(passage, from, predicates)) return both.slice(1);
        return hasNotBefore(passage, from, LOOSE_REACH) ? both : both.slice(0, 1);
      });
    known.set(passage, found);
    return found;
  };
}

function isDenied(passage: Passage, at: number, predicates: PredicateReader): boolean {
  const own = predicates(passage).find(({ word }) => word.at === at);
  if (own?.modality === "negated") return true;
  return hasNotBefore(passage, at, NOT_REACH);
}

const hasNotBefore = ({ mentions, language, read }: Passage, at: number, reach: number): boolean =>
  cuesOf(mentions, "modality.negation", "modality.absence").some(
    ({ to }) => to <= at && at - to < reach,
  ) ||
  (language === "fa" &&
    read.tokens.slice(Math.max(0, at - reach), at).some(({ text }) => PERSIAN_NOT.test(text)));

/** Folded: a verb of the present that is denied. */
const PERSIAN_NOT = /^\u0646\u0645\u064a/;

/** The sides of a line that the evidence takes. */
export const sidesOf = (
  polarities: PolarityReader,
  { passages }: EvidenceReading,
): readonly Polarity[] => passages.flatMap(polarities);
