import type { ReadSentence } from "../read-article.ts";
import type { EventSentence, Use } from "./uses.ts";

/** What tells a headline: the sentence, and its words. */
export type Headline = { readonly sentence: ReadSentence; readonly grammar: EventSentence };

/** Words that may stand before the noun: "new US sanctions", "a package of sanctions". */
const OPENING = 3;

/**
 * Whether an event noun opens a headline and so tells what happened: indefinite in Arabic ("sanctions on"),
 * without a verb in Persian, and after "new" or the like where English sanctions may be old ones.
 */
export function isHeadline({ sentence, grammar }: Headline, use: Use): boolean {
  if (sentence.part !== "title" || use.verbal) return false;
  const { tokens, language, range } = grammar;
  if (use.from - openingBefore(grammar, use) > OPENING) return false;
  switch (language) {
    case "ar":
      return use.coded.type === "RETREAT" || !ARABIC_DEFINITE.test(tokens[use.from]?.text ?? "");
    case "fa":
      return !hasPersianVerb(grammar);
    case "en":
      return tokens
        .slice(range.from, use.from)
        .some(({ text }) => text === "new" || text === "fresh" || text === "more");
  }
}

/** Where the headline begins: a place or "breaking" may stand before a colon. */
function openingBefore({ tokens, range }: EventSentence, use: Use): number {
  const mark = tokens.findLastIndex(
    ({ kind, text }, at) =>
      kind === "mark" && at >= range.from && at < use.from && OPENERS.includes(text),
  );
  return mark === -1 ? range.from : mark + 1;
}

const OPENERS = ":|\u2013\u2014";

const ARABIC_DEFINITE = /^[\u0648\u0641]?\u0627\u0644/;

const hasPersianVerb = ({ tokens, range, words }: EventSentence): boolean =>
  words.marks("support").length > 0 ||
  words.marks("passive").length > 0 ||
  PERSIAN_VERB.test(tokens[range.to - 1]?.text ?? "");

/** Endings of the copula and of finite verbs. */
const PERSIAN_VERB = /(?:\u0633\u062a|\u0646\u062f|\u0634\u062f|\u0628\u0648\u062f)$/;
