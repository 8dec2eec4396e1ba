/**
 * What is left of a name when it is written by its consonants alone, in letters that stand for one another
 * when names go from Latin to Arabic script and back: `Holloway` and `هولواي`.
 */
function consonantsOf(folded: string): string {
  let sounds = folded;
  for (const [pair, letter] of PAIRS) sounds = sounds.replaceAll(pair, letter);
  return Array.from(sounds)
    .map((letter) => LETTERS.get(letter) ?? "")
    .join("")
    .replaceAll(DOUBLED, "$1");
}

const DOUBLED = /(.)\1+/gu;

/** Two Latin letters that are one sound. */
const PAIRS: readonly (readonly [pair: string, letter: string])[] = [
  ["ch", "j"],
  ["sh", "s"],
  ["kh", "k"],
  ["gh", "k"],
  ["th", "t"],
  ["dh", "d"],
  ["zh", "j"],
  ["ph", "f"],
];

/** Each letter by its sound; vowels, and letters that are as often vowels, have none. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  [
    ["b", "b", "p", "\u0628", "\u067e"],
    ["t", "t", "\u062a", "\u0637", "\u062b"],
    ["d", "d", "\u062f", "\u0636", "\u0630"],
    ["j", "j", "\u062c", "\u0686", "\u0698"],
    ["k", "k", "c", "q", "g", "\u0643", "\u0642", "\u06af", "\u062e", "\u063a"],
    ["r", "r", "\u0631"],
    ["s", "s", "z", "x", "\u0633", "\u0635", "\u0634", "\u0632", "\u0638"],
    ["f", "f", "v", "\u0641"],
    ["l", "l", "\u0644"],
    ["m", "m", "\u0645"],
    ["n", "n", "\u0646"],
    ["h", "h", "\u0647", "\u062d"],
  ].flatMap(([sound = "", ...letters]) => letters.map((letter) => [letter, sound] as const)),
);

const FEWEST_SOUNDS = 2;

/** A "v" is written as an "f" or as what is also a vowel. */
const readingsOf = (word: string): readonly string[] =>
  word.includes("v")
    ? [consonantsOf(word), consonantsOf(word.replaceAll("v", ""))]
    : [consonantsOf(word)];

/** Whether two words may be one name in two scripts. */
export function soundAlike(one: string, other: string): boolean {
  const [first, second] = [readingsOf(one), readingsOf(other)];
  return first.some((sounds) => sounds.length >= FEWEST_SOUNDS && second.includes(sounds));
}
