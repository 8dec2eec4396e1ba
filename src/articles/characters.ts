/** What a UTF-16 code unit does in running text. */
export const CHARACTER = {
  space: 1,
  letter: 2,
  digit: 3,
  ignorable: 4,
  mark: 5,
  newline: 6,
} as const;

/** One of {@link CHARACTER}'s values. */
export type CharacterClass = (typeof CHARACTER)[keyof typeof CHARACTER];

const UNKNOWN = 0;
const classes = new Uint8Array(0x1_00_00);
const folded = new Map<number, string>();
/** 1 where folding leaves the character as it is, 2 where it changes it. */
const changes = new Uint8Array(0x1_00_00);

/** The class of a UTF-16 code unit; halves of surrogate pairs count as marks. */
export function classOf(unit: number): CharacterClass {
  const known = classes[unit];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only CharacterClass values are stored
  if (known !== UNKNOWN && known !== undefined) return known as CharacterClass;
  const found = classify(String.fromCharCode(unit));
  classes[unit] = found;
  return found;
}

/**
 * The form of a letter or digit that comparison uses: lower case, no diacritics, ASCII digits, and one
 * form each for alef, yeh, kaf, heh and waw, so that Arabic and Persian spellings of a name meet.
 */
export function foldCharacter(unit: number): string {
  const known = folded.get(unit);
  if (known !== undefined) return known;
  const form = foldLetter(String.fromCharCode(unit));
  folded.set(unit, form);
  return form;
}

/** Whether {@link foldCharacter} gives the character itself, as for most letters of most words. */
export function isFolded(unit: number): boolean {
  const known = changes[unit];
  if (known !== undefined && known > 0) return known === 1;
  const isSame = foldCharacter(unit) === String.fromCharCode(unit);
  changes[unit] = isSame ? 1 : 2;
  return isSame;
}

// Tatweel, ZWNJ, ZWJ, soft hyphen, word joiner, BOM and the bidi controls shape a word but do not spell it.
const IGNORABLE = /[\p{M}\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u;

function classify(character: string): CharacterClass {
  if (character === "\n" || character === "\u2028" || character === "\u2029")
    return CHARACTER.newline;
  if (IGNORABLE.test(character)) return CHARACTER.ignorable;
  if (/\p{Nd}/u.test(character)) return CHARACTER.digit;
  if (/\p{L}/u.test(character)) return CHARACTER.letter;
  if (/[\s\p{Cc}]/u.test(character)) return CHARACTER.space;
  return CHARACTER.mark;
}

const LETTER_FORMS: readonly (readonly [letters: string, form: string])[] = [
  ["\u0622\u0623\u0625\u0671", "\u0627"], // alef with madda, hamza or wasla -> alef
  ["\u0649\u06cc\u0626\u06d2", "\u064a"], // alef maksura, Persian yeh, yeh with hamza -> yeh
  ["\u06a9", "\u0643"], // keheh -> kaf
  ["\u0629\u06c0\u06c1\u06c2\u06c3\u06d5", "\u0647"], // teh marbuta and heh forms -> heh
  ["\u0624", "\u0648"], // waw with hamza -> waw
  ["\u0621", ""], // a hamza on the line comes and goes
  ["\u0131", "i"],
  ["\u00df", "ss"],
  ["\u00f8", "o"],
  ["\u0142", "l"],
];

function foldLetter(character: string): string {
  const digit = /\p{Nd}/u.test(character) ? digitValue(character) : undefined;
  if (digit !== undefined) return digit;
  const plain = character.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().normalize("NFKC");
  const spelled = plain === "" ? character.toLowerCase() : plain;
  return Array.from(spelled, letterForm).join("");
}

const letterForm = (letter: string): string =>
  LETTER_FORMS.find(([letters]) => letters.includes(letter))?.[1] ?? letter;

/** Decimal digits of a script stand in runs of ten, so the zero below tells the value. */
function digitValue(character: string): string {
  let unit = character.charCodeAt(0);
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCharCode(unit - 1))) {
    unit -= 1;
    value += 1;
  }
  return String(value);
}
