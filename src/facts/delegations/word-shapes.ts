import { isCueAt, type Words } from "./word-roles.ts";

/**
 * Whether the form of a word, in Arabic or Persian, keeps it out of a name that nothing else shows to
 * be one: grown together with a preposition or a pronoun, in the accusative, a verb, or a plural.
 */
export const isNoNameShape = (words: Words, at: number): boolean =>
  words.isArabic ? isArabicShape(words, at) : PERSIAN.test(textAt(words, at));

const textAt = ({ tokens }: Words, at: number): string => tokens[at]?.text ?? "";

function isArabicShape(words: Words, at: number): boolean {
  const text = textAt(words, at);
  if (PREPOSITION.test(text) || PRONOUN.test(text)) return true;
  if (isAccusative(words, at)) return true;
  // "A delegation" in the accusative is followed by adjectives.
  const isNoun = isCueAt(words, at - 1, "delegation.noun");
  return isNoun && text.endsWith(ALEF) && textAt(words, at - 1).endsWith(ALEF);
}

const ALEF = "\u0627";
/** "For" grown together with the article, or with a verbal noun. */
const PREPOSITION =
  /^\u0648?(?:\u0644\u0644|[\u0644\u0628]\u0627\u0644|\u0644\u062a.{3,}|\u0644\u0645.{3,}\u0629|\u0644\u0627[^ ]{3,}\u0621|\u0644[\u0625\u0623])/;
/** "Her, their, of both" at the end of a word. */
const PRONOUN = /.{3}(?:\u0647\u0627|\u0647\u0645|\u0647\u0645\u0627|\u0647\u0646)$/;

/** The mark of the indefinite accusative, as written. */
function isAccusative({ tokens, view }: Words, at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const end = view.read.text.slice(Math.max(token.start, token.end - 2), token.end + 1);
  return end.includes("\u064b");
}

/** Verbs, plurals and participles whose parts a joiner keeps apart. */
const PERSIAN =
  /^\u0646?\u0645\u06cc\u200c|\u200c(?:\u0647\u0627|\u0647\u0627\u06cc|\u0647\u0627\u06cc\u06cc|\u0627\u0646\u062f|\u0634\u062f\u0647|\u06a9\u0646\u0646\u062f\u0647|\u06a9\u0646\u0646\u062f\u06af\u0627\u0646|\u062a\u0631|\u062a\u0631\u06cc\u0646|\u0627\u0634|\u0634\u0627\u0646)$/;
