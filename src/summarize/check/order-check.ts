import { foldWord } from "../../articles/word-forms.ts";
import { namesOf } from "../../facts/mention.ts";
import { actorOf } from "../../facts/relevance/talks-view.ts";
import type { Language } from "../../lib/language.ts";
import { type Aligned, alignedIn, type Place } from "./aligned.ts";
import { type Check, faultsIn } from "./check.ts";
import { type Passage, textOfTokens } from "./reading.ts";
import type { SenseReader } from "./sense-reading.ts";
import type { SurfaceLexicons } from "./surface-words.ts";

/**
 * Who and what stand in one order in all three languages, but for verbs and for what a preposition joins:
 * two names that are not, or two things that changed places, are turned round.
 */
export const createOrderCheck =
  (senses: SenseReader, lexicons: SurfaceLexicons): Check =>
  (translation, { claims }) => {
    const [original] = claims.flatMap(({ originals }) => originals);
    if (original === undefined) return [];
    const words = foldLists(lexicons);
    const pairs = alignedIn(senses, original, translation);
    const free = new Set(pairs.filter((pair) => isFree(pair, { original, translation }, words)));
    const turned = pairs.flatMap((one, index) =>
      pairs.slice(index + 1).flatMap((other) => {
        if (!isApart(one, other) || isListed({ original, translation }, [one, other], words))
          return [];
        const isWrong = one.original.name
          ? one.original.name === other.original.name
          : !free.has(one) &&
            !free.has(other) &&
            isExchanged(pairs, one, other) &&
            !isMirrored({ original, translation }, senses, [one, other]);
        return isWrong ? [one, other] : [];
      }),
    );
    return faultsIn("role", [
      ...turned.map(({ translation: { from, to } }) => textOfTokens(translation, from, to)),
      ...replaced(original, translation),
    ]);
  };

/** Turned round, and with something between them in both texts. */
const isApart = (one: Aligned, other: Aligned): boolean =>
  one.original.to < other.original.from && other.translation.to < one.translation.from;

/** Each stands where the other stood among all that the two texts share. */
function isExchanged(pairs: readonly Aligned[], one: Aligned, other: Aligned): boolean {
  if (other.original.name !== null) return false;
  const order = pairs.toSorted((a, b) => a.translation.from - b.translation.from);
  const [from, to] = [pairs.indexOf(one), pairs.indexOf(other)];
  return (
    to - from >= 1 &&
    Math.abs(order.indexOf(one) - to) <= 1 &&
    Math.abs(order.indexOf(other) - from) <= 1
  );
}

/** "Iran and the United States" is also "the United States and Iran". */
function isListed(
  { original, translation }: Texts,
  [one, other]: readonly [Aligned, Aligned],
  words: Lists,
): boolean {
  const isJoint = ({ language, read }: Passage, from: number, to: number): boolean => {
    const between = read.tokens.slice(from, to).map(({ text }) => text);
    return (
      between.length <= LONGEST_JOINT &&
      (between.some((text) => words[language].and.has(text)) ||
        (between.length === 0 && read.tokens[to]?.text.startsWith(ARABIC_AND) === true))
    );
  };
  return (
    isJoint(original, one.original.to, other.original.from) &&
    isJoint(translation, other.translation.to, one.translation.from)
  );
}

/** "And the". */
const LONGEST_JOINT = 2;
const ARABIC_AND = "\u0648";

/** "Limited military strike": English puts before a noun what the others put behind it. */
function isMirrored(
  { original, translation }: Texts,
  senses: SenseReader,
  [one, other]: readonly [Aligned, Aligned],
): boolean {
  if ((original.language === "en") === (translation.language === "en")) return false;
  return (
    isUnbroken(original, senses, one.original.from, other.original.to) &&
    isUnbroken(translation, senses, other.translation.from, one.translation.to)
  );
}

/** Nothing but words that carry something, and no verb among them. */
function isUnbroken(passage: Passage, senses: SenseReader, from: number, to: number): boolean {
  const words = senses(passage).words.filter(({ at }) => from <= at && at < to);
  return words.length === to - from && words.every(({ plain }) => !plain);
}

type Texts = Readonly<Record<keyof Aligned, Passage>>;

const isFree = ({ original, translation }: Aligned, texts: Texts, words: Lists): boolean =>
  isVerb(texts.original, original, words) ||
  isVerb(texts.translation, translation, words) ||
  (isJoined(texts.original, original, words) && isJoined(texts.translation, translation, words));

type Lists = Readonly<
  Record<
    Language,
    Readonly<Record<"prepositions" | "beforeVerbs" | "clauses" | "and", ReadonlySet<string>>>
  >
>;

const folded = (some: readonly string[]): ReadonlySet<string> => new Set(some.map(foldWord));

const known = new WeakMap<SurfaceLexicons, Lists>();

function foldLists(lexicons: SurfaceLexicons): Lists {
  const listsOf = (language: Language): Lists[Language] => {
    const { prepositions, beforeVerbs, clauses, and } = lexicons[language];
    return {
      prepositions: folded(prepositions),
      beforeVerbs: folded(beforeVerbs),
      clauses: folded(clauses),
      and: folded(and),
    };
  };
  const lists = known.get(lexicons) ?? { en: listsOf("en"), ar: listsOf("ar"), fa: listsOf("fa") };
  known.set(lexicons, lists);
  return lists;
}

/** Behind an English auxiliary, at the end of a Persian clause, or at the beginning of an Arabic one. */
function isVerb(
  { language, read: { tokens } }: Passage,
  { from, to }: Place,
  words: Lists,
): boolean {
  const { beforeVerbs, clauses } = words[language];
  const isEnd = (at: number): boolean =>
    tokens[at]?.kind !== "word" || clauses.has(tokens[at].text);
  switch (language) {
    case "en":
      return beforeVerbs.has(tokens[from - 1]?.text ?? "");
    case "ar":
      return isEnd(from - 1) || beforeVerbs.has(tokens[from - 1]?.text ?? "");
    case "fa":
      return isEnd(to) || isEnd(to + 1);
  }
}

/** Folded: what Arabic writes as one with the word it joins. */
const ARABIC_JOINED = /^[\u0628\u0644]/;

function isJoined({ language, read: { tokens } }: Passage, { from }: Place, words: Lists): boolean {
  const { prepositions } = words[language];
  const before = [tokens[from - 1], ...(language === "en" ? [tokens[from - 2]] : [])];
  return (
    before.some((token) => prepositions.has(token?.text ?? "")) ||
    (language === "ar" && ARABIC_JOINED.test(tokens[from]?.text ?? ""))
  );
}

/** Actors that the translation names more often where it names others less often. */
function replaced(original: Passage, translation: Passage): readonly string[] {
  const [before, after] = [timesOf(original), timesOf(translation)];
  const [fewer, more] = [less(after, before), less(before, after)];
  return fewer.length > 0 ? more : [];
}

const less = (some: ReadonlyMap<string, number>, than: ReadonlyMap<string, number>): string[] =>
  [...than].filter(([actor, times]) => times > (some.get(actor) ?? 0)).map(([actor]) => actor);

/** How often each actor is named, itself or through whoever speaks for it. */
function timesOf({ mentions }: Passage): ReadonlyMap<string, number> {
  const named = new Set(
    namesOf(mentions).flatMap((mention) => {
      const actor = actorOf(mention);
      return actor === null ? [] : [`${mention.from} ${actor}`];
    }),
  );
  const times = new Map<string, number>();
  for (const actor of [...named].map((one) => one.slice(one.indexOf(" ") + 1)))
    times.set(actor, (times.get(actor) ?? 0) + 1);
  return times;
}
