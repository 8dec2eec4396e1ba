import type { TokenRange } from "../../articles/token-range.ts";
import { PLOVER } from "../plover.ts";
import { isMarked, type Pair } from "./direction.ts";
import { opensClause, type EventSentence, type Use } from "./uses.ts";

/** Words between a speaker and the verb of speech, and between the one spoken of and what it did. */
const SPEAKER_REACH = 5;
const DEED_REACH = 12;

/**
 * What a source says of a target: that it did harm is an accusation, that it must do something a request;
 * null where what is told is nothing that the source does to the target, undefined where nothing is told.
 */
export function reportedUse(
  sentence: EventSentence,
  uses: readonly Use[],
  pair: Pair,
): Use | null | undefined {
  const { source, target } = pair;
  const before = source.to <= target.from && speaks(sentence, pair);
  const after = target.to <= source.from && closes(sentence, source);
  if (!before && !after) return undefined;
  const deed = uses.find(
    (use) =>
      target.to <= use.at &&
      use.at - target.to <= DEED_REACH &&
      (before || use.to <= source.from) &&
      use.verbal &&
      !use.gerund &&
      !use.infinitive &&
      use.governed === null &&
      !opensClause(sentence.words, isIn(target.to, use.at)),
  );
  if (deed === undefined || deed.passive || deed.coded.type === "THREATEN") return undefined;
  if (deed.coded.type === "REQUEST") return deed.aside ? deed : undefined;
  return isHarm(deed) ? { ...deed, coded: { type: "ACCUSE", mode: "allege" } } : null;
}

const isHarm = ({ coded: { type, mode } }: Use): boolean =>
  type === "REJECT" ? mode !== "meet" : PLOVER[type].score < -2;

const isIn =
  (from: number, to: number) =>
  (mark: TokenRange): boolean =>
    from <= mark.from && mark.to <= to;

/** "Rwanda said that Burundi": the speaker, the verb of speech, and the one it speaks of right after. */
function speaks(sentence: EventSentence, { source, target }: Pair): boolean {
  const { words, language } = sentence;
  return words.marks("report").some((report) => {
    if (report.to > target.from || isMarked(sentence, target)) return false;
    if (language === "ar" && report.to <= source.from)
      return (
        source.from - report.to <= 2 &&
        words.marks("complementizer").some(isIn(source.to, target.from)) &&
        target.from - source.to <= SPEAKER_REACH + 2 &&
        !hasTrigger(words, source.to, target.from)
      );
    return (
      source.to <= report.from &&
      report.from - source.to <= SPEAKER_REACH &&
      target.from - report.to <= SPEAKER_REACH &&
      !hasTrigger(words, source.to, target.from)
    );
  });
}

const hasTrigger = (words: EventSentence["words"], from: number, to: number): boolean =>
  words.triggers.some((trigger) => from <= trigger.from && trigger.to <= to);

/** "…, said South Africa" or "…, South Africa told judges" at the end. */
function closes({ words, tokens }: EventSentence, source: TokenRange): boolean {
  return words.marks("report").some((report) => {
    const first = Math.min(report.from, source.from);
    const near =
      report.to <= source.from
        ? source.from - report.to <= 1
        : source.to <= report.from && report.from - source.to <= SPEAKER_REACH;
    return near && QUOTE_ENDS.includes(tokens[first - 1]?.text ?? "none");
  });
}

const QUOTE_ENDS = ',\u060c"\u201d\u00bb';
