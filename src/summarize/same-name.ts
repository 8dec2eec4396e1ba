/**
 * Whether two names are one, in one script or in two: letter for letter, where Arabic script leaves short vowels
 * unwritten and each language has letters of its own for a sound. What makes another name of it (a last "i", one
 * consonant more) makes it another here. Both are words of a name, folded (`foldWord`).
 */
export function isSameName(one: readonly string[], other: readonly string[]): boolean {
  const [first, second] = [spelled(one), spelled(other)];
  if (first === second) return first !== "";
  if (first === "" || second === "" || first.length + second.length > LONGEST) return false;
  const [isLatin, isOtherLatin] = [LATIN.test(first), LATIN.test(second)];
  if (isLatin && isOtherLatin) return undivided(first) === undivided(second);
  if (isLatin) return answers(undivided(second), first);
  if (isOtherLatin) return answers(undivided(first), second);
  return inArabicScript(first) === inArabicScript(second);
}

/** In UTF-16 units, both together; no name is longer. */
const LONGEST = 120;

const LATIN = /^[a-z]/u;

/** Between the words of a name in Latin script; Arabic script divides names otherwise. */
const BORDER = "-";

/** A name's letters, without its articles and marks; a doubled letter is one. */
const spelled = (words: readonly string[]): string =>
  words
    .filter((word) => !ARTICLES.has(word))
    .map(withoutArticle)
    .map((word) =>
      word
        .normalize("NFD")
        .replaceAll(/[^\p{L}]/gu, "")
        .replaceAll("ee", "i")
        .replaceAll("oo", "u")
        .replaceAll(/(.)\1+/gu, "$1"),
    )
    .join(BORDER);

const ARTICLES: ReadonlySet<string> = new Set(["al", "el", "\u0627\u0644"]);
const ARABIC_ARTICLE = "\u0627\u0644";
const SHORTEST_AFTER_ARTICLE = 3;

const withoutArticle = (word: string): string =>
  word.startsWith(ARABIC_ARTICLE) && word.length >= SHORTEST_AFTER_ARTICLE + 2
    ? word.slice(2)
    : word;

/** Persian letters by those that Arabic writes for their sounds, and letters that the two write differently. */
const PERSIAN: readonly (readonly [persian: string, arabic: string])[] = [
  ["\u062a\u0634", "\u062c"],
  ["\u0686", "\u062c"],
  ["\u0698", "\u062c"],
  ["\u06af", "\u063a"],
  ["\u067e", "\u0628"],
  ["\u0629", "\u0647"],
  ["\u0626", "\u064a"],
  ["\u0624", "\u0648"],
  ["\u0649", "\u064a"],
  ["\u06cc", "\u064a"],
  ["\u06a9", "\u0643"],
];

const undivided = (name: string): string => name.replaceAll(BORDER, "");

const inArabicScript = (name: string): string =>
  PERSIAN.reduce((left, [from, to]) => left.replaceAll(from, to), undivided(name)).replaceAll(
    /(.)\1+/gu,
    "$1",
  );

/** What may stand in Latin script for letters of the Arabic one. */
const LATIN_FOR: ReadonlyMap<string, readonly string[]> = new Map([
  ...Object.entries({
    "\u0627\u0622\u0623\u0625": ["a", "e", "i", "o", "u"],
    "\u0621\u0639": ["", "a", "e", "i", "o", "u"],
    "\u0626": ["", "y", "i", "e"],
    "\u0624": ["", "w", "o", "u"],
    "\u0628": ["b", "p"],
    "\u067e": ["p"],
    "\u062a\u0637": ["t"],
    "\u062b": ["th", "s"],
    "\u062c": ["j", "g", "dj"],
    "\u0686": ["ch", "tch"],
    "\u0698": ["zh", "j"],
    "\u062d": ["h"],
    "\u062e": ["kh"],
    "\u062f": ["d"],
    "\u0630": ["dh", "z", "d"],
    "\u0636": ["d", "z", "dh"],
    "\u0638": ["z", "dh"],
    "\u0631": ["r"],
    "\u0632": ["z"],
    "\u0633": ["s", "c"],
    "\u0634": ["sh", "ch"],
    "\u0635": ["s"],
    "\u063a": ["gh", "g", "q"],
    "\u0641": ["f", "ph", "v"],
    "\u0642": ["q", "gh", "g", "k"],
    "\u0643\u06a9": ["k", "c", "ck", "ch", "q"],
    "\u06af": ["g"],
    "\u0644": ["l"],
    "\u0645": ["m"],
    "\u0646": ["n"],
    "\u0647\u0629": ["h", "a", "e", "t"],
    "\u0648": ["w", "wh", "v", "u", "o", "oh", "ow"],
    "\u064a\u06cc\u0649": ["y", "i", "e", "ie", "ea"],
  }).flatMap(([letters, sounds]) => Array.from(letters).map((letter) => [letter, sounds] as const)),
  ["\u0627\u064a", ["i", "ay", "ai", "ei"]],
  ["\u062a\u0634", ["ch"]],
  ["\u0643\u0633", ["x"]],
]);

const VOWELS = "aeiou";
/** What is not written at the end of a word: "Stone", "Sarah". */
const SILENT = "eh";

/** Whether a name in Latin script is what one in Arabic script spells. */
function answers(arabic: string, latin: string): boolean {
  /** By letters of the one, how many of the other they may be. */
  const ends = new Map<number, readonly number[]>([[0, [0]]]);
  for (let at = 0; at < arabic.length; at += 1) {
    const starts = new Set((ends.get(at) ?? []).flatMap((end) => startsFrom(latin, end)));
    for (const length of [1, 2]) {
      const sounds = LATIN_FOR.get(arabic.slice(at, at + length)) ?? [];
      const reached = [...starts].flatMap((from) =>
        sounds.flatMap((sound) => (latin.startsWith(sound, from) ? [from + sound.length] : [])),
      );
      ends.set(at + length, [...new Set([...(ends.get(at + length) ?? []), ...reached])]);
    }
  }
  return (ends.get(arabic.length) ?? []).some((end) => behindWord(latin, end) === latin.length);
}

/** Where the next letter may begin: a vowel within a word need not be written. */
function startsFrom(latin: string, at: number): readonly number[] {
  if (at === 0) return [0];
  const isVowel = VOWELS.includes(latin.charAt(at) || BORDER);
  const isWithin = at + 1 < latin.length && latin.charAt(at + 1) !== BORDER;
  const next = behindWord(latin, at);
  return [at, ...(isVowel && isWithin ? [at + 1] : []), ...(next === null ? [] : [next])];
}

/** Behind the border of a word that ends here, or would but for a letter that is not written. */
function behindWord(latin: string, at: number): number | null {
  const end = SILENT.includes(latin.charAt(at) || BORDER) ? at + 1 : at;
  if (end >= latin.length) return latin.length;
  return latin.charAt(end) === BORDER ? end + 1 : null;
}
