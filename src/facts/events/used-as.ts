import type { Token } from "../../articles/tokens.ts";
import type { Found, TriggerSense } from "./triggers.ts";
import type { EventSentence } from "./uses.ts";

/** What a trigger is in its sentence; "none" where it is an adjective. */
export type UsedAs = "verb" | "noun" | "gerund" | "none";

/** Whether a trigger is used as a verb: English words tell by what stands before them. */
export const usedAs = (sentence: EventSentence, found: Found<TriggerSense>): UsedAs =>
  sentence.language === "en" ? englishUse(sentence, found) : listedUse(sentence, found);

function listedUse(
  { tokens, language }: EventSentence,
  { from, to, sense }: Found<TriggerSense>,
): UsedAs {
  if (!sense.verb) return "noun";
  const isNoun =
    language === "ar" &&
    to - from === 1 &&
    !sense.definite &&
    ARABIC_DEFINITE.test(tokens[from]?.text ?? "");
  return isNoun ? "noun" : "verb";
}

/** With the article, a word is no finite verb. */
const ARABIC_DEFINITE = /^[\u0648\u0641]?(?:[\u0628\u0643]?\u0627\u0644|\u0644\u0644)/;

/** A verb's bare form after "the" is a noun, its participle an adjective. */
function englishUse(sentence: EventSentence, found: Found<TriggerSense>): UsedAs {
  const { tokens, words } = sentence;
  if (!found.sense.verb) return "noun";
  const first = tokens[found.from]?.text ?? "";
  const before = tokens[found.from - 1];
  const afterDeterminer = words.marks("determiner").some((mark) => mark.to === found.from);
  const possessive = before?.text.endsWith("'s") ?? false;
  if (first.endsWith("ing")) return afterDeterminer ? "gerund" : "verb";
  if (first.endsWith("ed") && found.to - found.from === 1)
    return afterDeterminer && !isCoordinator(before) ? "none" : "verb";
  if (isCoordinator(before)) return "verb";
  if (isNewNoun(sentence, found)) return "noun";
  return afterDeterminer || possessive ? "noun" : "verb";
}

/** "New US sanctions": a plural with one name between it and its determiner. */
const isNewNoun = ({ tokens, words }: EventSentence, { from, to }: Found<TriggerSense>): boolean =>
  to - from === 1 &&
  (tokens[from]?.text.endsWith("s") ?? false) &&
  (tokens[from - 1]?.capital ?? false) &&
  NOVEL.has(tokens[from - 2]?.text ?? "") &&
  words.marks("determiner").some((mark) => mark.to === from - 1);

const NOVEL: ReadonlySet<string> = new Set(["new", "fresh", "more", "further"]);

const isCoordinator = (token: Token | undefined): boolean =>
  token?.text === "and" || token?.text === "that";
