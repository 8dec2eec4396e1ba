import { followsParty, isCueAt, isHyphenated, type Words } from "./word-roles.ts";

/** Where a name that the dossier does not know stands, and how it is written. */
export type NameRun = { readonly from: number; readonly to: number; readonly name: string };

const MOST_WORDS = 4;
const ARTICLE = "\u0627\u0644";
const AND = "\u0648";
/** Arabic prepositions that have grown together with the article. */
const WITH_ARTICLE = /^\u0648?[\u0641\u0628]?(?:\u0627\u0644|\u0644\u0644)/;

/**
 * The run of words at a token that may be a name: capitals in English, in Arabic and Persian words that
 * mean nothing else. The caller has to have a reason to expect a name there.
 */
export function nameRunAt(words: Words, start: number): NameRun | null {
  if (words.isEnglish) return englishRun(words, start);
  const from = words.isArabic ? afterQualifiers(words, start) : start;
  return from === null ? null : plainRun(words, from);
}

function englishRun(words: Words, start: number): NameRun | null {
  let to = start;
  let count = 0;
  while (to < words.sentence.to && count <= MOST_WORDS) {
    if (!isHyphenated(words, to)) count += 1;
    if (isCapital(words, to, start)) to += 1;
    else if (to > start && isInitialDot(words, to) && isCapital(words, to + 1, start)) to += 1;
    else if (to > start && isParticle(words, to)) to += 1;
    else break;
  }
  return runOf(words, start, to);
}

function isCapital(words: Words, at: number, start: number): boolean {
  const token = words.tokens[at];
  if (token?.kind !== "word" || !token.capital || (at > start && token.afterBreak)) return false;
  if (at > start && isHyphenated(words, at) && words.roleAt(at) === "entity") return true;
  return words.roleAt(at) === "free";
}

const isInitialDot = ({ tokens }: Words, at: number): boolean =>
  tokens[at]?.text === "." && tokens[at - 1]?.text.length === 1;

const isParticle = (words: Words, at: number): boolean =>
  isCueAt(words, at, "speech.particle") &&
  (isCapital(words, at + 1, at) || isCapital(words, at + 2, at));

function plainRun(words: Words, start: number): NameRun | null {
  let to = start;
  let count = 0;
  while (to < words.sentence.to && isPlain(words, to, start)) {
    const hyphenated = isHyphenated(words, to) && to > start;
    if (!hyphenated && to > start && endsBefore(words, to, count)) break;
    if (!hyphenated && !isCueAt(words, to, "speech.particle")) count += 1;
    if (count > MOST_WORDS) return null;
    to += 1;
  }
  return runOf(words, start, to);
}

function isPlain(words: Words, at: number, start: number): boolean {
  const token = words.tokens[at];
  if (token?.kind !== "word" || (at > start && token.afterBreak)) return false;
  if (at > start && isHyphenated(words, at) && words.roleAt(at) === "entity") return true;
  return words.roleAt(at) === "free" && token.text.length > 1;
}

/** A word with the article may be a family name; a word with "and" begins the next name. */
function endsBefore({ tokens, isArabic }: Words, at: number, count: number): boolean {
  if (!isArabic) return false;
  const text = tokens[at]?.text ?? "";
  if (SERVANT.test(tokens[at - 1]?.text ?? "")) return false;
  if (text.startsWith(ARTICLE)) return count > 1;
  if (WITH_ARTICLE.test(text)) return true;
  return text.startsWith(AND) && count > 1;
}

/** "Servant of" and "father of" begin a name that goes on with the article. */
const SERVANT = /^\u0648?(?:\u0639\u0628\u062f|\u0627\u0628\u0648|\u0628\u0646)$/;

/** Adjectives behind a title carry the article; no first name has it. */
function afterQualifiers(words: Words, start: number): number | null {
  let at = start;
  while (WITH_ARTICLE.test(words.tokens[at]?.text ?? "") && words.roleAt(at) === "free") at += 1;
  return at - start > 3 ? null : at;
}

function runOf(words: Words, from: number, to: number): NameRun | null {
  const { tokens, view } = words;
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (first === undefined || last === undefined || to <= from) return null;
  const joined = words.isArabic && isJoinedByAnd(words, from) ? 1 : 0;
  const written = view.read.visible.slice(first.start + joined, last.end);
  return { from, to, name: written.replace(/['\u2019]s$/, "").replace(/\s+/g, " ") };
}

/** "And" is written as part of the next word, unless that is how the name begins. */
function isJoinedByAnd(words: Words, at: number): boolean {
  const text = words.tokens[at]?.text ?? "";
  if (!text.startsWith(AND) || text.length < 4) return false;
  if (isCueAt(words, at, "delegation.whole-name")) return false;
  const before = words.roleAt(at - 1);
  if (followsParty(words, at)) return true;
  return isHyphenated(words, at - 1) || (before !== "title" && before !== "entity");
}
