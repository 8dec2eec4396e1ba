import { cuesOf } from "../../facts/mention.ts";
import type { CueName } from "../../facts/cues.ts";
import { type Check, faultsIn } from "./check.ts";
import { type Passage, textOfTokens } from "./reading.ts";
import type { MarkName } from "./marks.ts";
import { isName } from "./sense-key.ts";
import type { SenseReader, SenseWord } from "./sense-reading.ts";
import { strangersIn } from "./strangers.ts";

/**
 * What the original says and its translation leaves out: most of its words have one there that says the same,
 * and a frame, a condition or a duty is in both or in neither.
 */
export const createCoverageCheck =
  (senses: SenseReader): Check =>
  (translation, { claims }) => {
    const [original] = claims.flatMap(({ originals }) => originals);
    if (original === undefined) return [];
    const pair = { translation, original, senses };
    return [...faultsIn("wording", leftOut(pair)), ...faultsIn("modality", unframed(pair))];
  };

type Pair = {
  readonly translation: Passage;
  readonly original: Passage;
  readonly senses: SenseReader;
};

/** Of the words of the original that carry something. */
const MOST_LEFT_OUT = 0.15;

/** The words that nothing in the translation stands for, where they are too many. */
function leftOut({ translation, original, senses }: Pair): readonly string[] {
  const reading = senses(translation);
  const words = senses(original).words.filter((word) => isContent(original, word));
  const isCovered = ({ keys, stems }: SenseWord): boolean =>
    [...keys].some((key) => reading.keys.has(key)) || stems.some((stem) => reading.stems.has(stem));
  // Which side of a contrary the translation takes is judged by itself.
  const lines = new Set(reading.contraries.map(({ line }) => line));
  const isContrary = ({ at }: SenseWord): boolean =>
    senses(original).contraries.some(
      ({ from, to, line }) => from <= at && at < to && lines.has(line),
    );
  const strangers = strangersIn(senses, original, translation).original;
  const missing = words.filter(
    (word) => !isCovered(word) && !isContrary(word) && !strangers.has(word.at),
  );
  return missing.length > words.length * MOST_LEFT_OUT
    ? missing.map(({ at }) => textOfTokens(original, at, at + 1))
    : [];
}

/** Names, numbers and days are compared by themselves. */
const isContent = ({ dates }: Passage, { at, plain, keys }: SenseWord): boolean =>
  !plain && ![...keys].some(isName) && !dates.some(({ from, to }) => from <= at && at < to);

/** The Arabic for "whether" is "if" behind another word. */
const isWhether = ({ language, read }: Passage, at: number): boolean =>
  language === "ar" && read.tokens[at - 1]?.text === ARABIC_WHAT;

const ARABIC_WHAT = "\u0645\u0627";

/** The Arabic particle makes a verb to come possible, and one of the past sure. */
const isOpen = ({ language, read: { tokens } }: Passage, at: number): boolean =>
  language !== "ar" ||
  !ARABIC_PARTICLE.test(tokens[at - 1]?.text ?? "") ||
  ARABIC_IMPERFECT.test(tokens[at]?.text ?? "");

const ARABIC_PARTICLE = /^[\u0648\u0641]?\u0642\u062f$/;
const ARABIC_IMPERFECT = /^[\u064a\u062a\u0646\u0627]/;

/** What turns the rest of a sentence into something else than a statement: sure signs, and those that may be. */
type Frame = {
  readonly sure: readonly MarkName[];
  readonly maybe: readonly MarkName[];
  readonly cues: readonly CueName[];
};

const FRAMES: readonly Frame[] = [
  { sure: ["frame"], maybe: ["attribution"], cues: [] },
  { sure: ["condition"], maybe: ["occasion"], cues: ["modality.condition"] },
  { sure: ["lack"], maybe: [], cues: [] },
  { sure: ["possible"], maybe: ["able"], cues: [] },
  { sure: ["duty"], maybe: ["wish"], cues: ["modality.obligation"] },
];

function unframed({ translation, original, senses }: Pair): readonly string[] {
  const hasMark = (passage: Passage, names: readonly MarkName[]): boolean =>
    names.some((mark) =>
      senses(passage).marks[mark].some(
        ({ from, to }) =>
          !isInDate(passage, from) &&
          !isOnThat(passage, from, to) &&
          (mark !== "possible" || isOpen(passage, to)),
      ),
    );
  const has = (passage: Passage, { sure, cues }: Frame): boolean =>
    hasMark(passage, sure) ||
    cuesOf(passage.mentions, ...cues).some(
      ({ from, to }) => !isWhether(passage, from) && !isOnThat(passage, from, to),
    );
  const isLost = (frame: Frame, from: Passage, to: Passage): boolean =>
    has(from, frame) && !has(to, frame) && !hasMark(to, frame.maybe);
  return FRAMES.some(
    (frame) => isLost(frame, original, translation) || isLost(frame, translation, original),
  )
    ? [translation.text]
    : [];
}

/** "May" is a month, too. */
const isInDate = ({ dates }: Passage, at: number): boolean =>
  dates.some(({ from, to }) => from <= at && at < to);

/** The Arabic for "on it that", which is no duty without whose it is. */
const isOnThat = ({ language, read }: Passage, from: number, to: number): boolean =>
  language === "ar" && to === from + 2 && ARABIC_ON.test(read.tokens[from]?.text ?? "");

/** Folded. */
const ARABIC_ON = /^\u0639\u0644\u064a$/;
