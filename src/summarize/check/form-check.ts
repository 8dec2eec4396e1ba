import type { Fault } from "../verdict.ts";
import type { Check } from "./check.ts";
import { faultsIn } from "./check.ts";

/** In UTF-16 units. */
const LONGEST_SENTENCE = 400;

// Escapes, for characters that nobody sees; ZWNJ stands where Persian and Arabic letters part.
const INVISIBLE =
  // oxlint-disable-next-line eslint/no-misleading-character-class -- each is meant by itself
  /[\p{Cc}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200d-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc]|\p{Cf}/gu;
const ZWNJ = /\u200c(?<=\p{Script=Arabic}\p{M}*\u200c)(?=\p{Script=Arabic})/gu;
const PICTURES = /\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u20e3]/u;
const ADDRESS =
  /:\/\/|\bwww\.|\b(?:https?|tg|mailto|javascript|data):|[\w-]\.(?:com|org|net|ir|info|io|me|gov|tv|co|app|ru|uk|us|example)(?!\w)/iu;
const MENTION = /(?:^|[^\p{L}\p{N}])[@#][\p{L}\p{N}_]/u;
const COMMAND = /(?:^|\s)\/[a-z]/iu;
/** Marks that no language here quotes with, which would hide a quotation. */
const STRANGE_QUOTES = /[\u2032-\u2037\u275b-\u2760\u3008-\u3011\u301d-\u301f\ufd3e\ufd3f]/u;
const MARKUP = /[<>[\]{}|\\^~`*_]|&#?\w{1,10};/u;
const LINE_MARKS = /^\s*(?:#{1,6}\s|[-+\u2022\u2023\u25e6]\s|\d{1,2}[.)]\s)/u;

/** Plain running text, no longer than a sentence may be. */
export const formFaults = (text: string): readonly Fault[] => [
  ...faultsIn("form", marksIn(text)),
  ...faultsIn("form", lengthOf(text)),
];

/** The form of a translation, which is as long and as many sentences as what it translates. */
export const textCheck: Check = ({ text }, { passages }) => {
  const longest = Math.max(0, ...passages.map((passage) => passage.text.length));
  const isLong = text.length > longest * MOST_TIMES + SPARE;
  return [
    ...faultsIn("form", marksIn(text)),
    ...(isLong || text.trim() === "" ? [{ about: "form" as const, words: [] }] : []),
  ];
};

const MOST_TIMES = 2.5;
const SPARE = 40;

/** What stands in the text that only a machine reads, or a platform acts on. */
function marksIn(text: string): string[] {
  const plain = text.replaceAll(ZWNJ, "").normalize("NFKC");
  const invisible = text.replaceAll(ZWNJ, "").match(INVISIBLE) ?? [];
  const codes = invisible.map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase()}`);
  const marks = [PICTURES, ADDRESS, MENTION, COMMAND, STRANGE_QUOTES, MARKUP, LINE_MARKS].flatMap(
    (pattern) => {
      const found = pattern.exec(text)?.[0] ?? pattern.exec(plain)?.[0];
      return found === undefined ? [] : [found.trim()];
    },
  );
  return [...codes, ...marks];
}

function lengthOf(text: string): string[] {
  if (text.length > LONGEST_SENTENCE) return [`${text.length} > ${LONGEST_SENTENCE}`];
  return text.trim() === "" ? [""] : [];
}
