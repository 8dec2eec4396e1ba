import type { TokenRange } from "../../articles/token-range.ts";
import { opensClause, type EventSentence, type Use } from "./uses.ts";

/** One of a relation's two actors. */
export type End = TokenRange & {
  /** The word carries a proclitic that is no part of the name: the Arabic "and", "to", "by". */
  readonly prefix: string;
};

/** The two actors of a relation, as ranges of tokens. */
export type Pair = { readonly source: End; readonly target: End };

/** Whether a trigger cannot be what the source does to the target: both do it, or the target does, or one only stands by. */
export function isElsewhere(sentence: EventSentence, use: Use, pair: Pair): boolean {
  if (isContrasted(sentence, use, pair) || isOpening(sentence, use, pair)) return true;
  if (isCompared(sentence, pair) || isToldOfAnother(sentence, use, pair)) return true;
  const mutual = isMutual(sentence, use);
  if (!mutual && areTogether(sentence, use, pair)) return true;
  return !mutual && isReversed(sentence, use, pair);
}

/** Whether both actors of a trigger do it, so that either is its source. */
export function isMutual({ words }: EventSentence, use: Use): boolean {
  const { type } = use.coded;
  if (type === "CONSULT") return true;
  const isEvent = use.sense.kind === "event" && !use.sense.remark;
  if (isEvent && MUTUAL_TYPES.has(type)) return true;
  return words.marks("mutual").some(({ from, to }) => from < use.to && use.at < to);
}

const MUTUAL_TYPES: ReadonlySet<string> = new Set(["AGREE", "COOPERATE"]);

/** "Kenya condemned it, while Uganda kept silent". */
function isContrasted(
  { words, tokens, language }: EventSentence,
  use: Use,
  { source, target }: Pair,
): boolean {
  const [first, second] = source.from < target.from ? [source, target] : [target, source];
  if (tokens.slice(first.to, second.from).some(({ text }) => SEMICOLONS.includes(text)))
    return true;
  return words.marks("contrast").some(({ from, to }) => {
    const isAfter =
      source.to <= from &&
      to <= target.from &&
      (use.from < from || (language === "ar" && target.from === use.to));
    const isBefore = target.to <= from && to <= source.from && to <= use.from;
    return isAfter || isBefore;
  });
}

const SEMICOLONS = ";\u061b";

/** "When Malta went to the polls, Uganda denounced Kenya": who acts in the clause before is another. */
function isOpening(
  { words, tokens, range, language }: EventSentence,
  use: Use,
  { source }: Pair,
): boolean {
  if (use.at < source.to) return false;
  // An Arabic verb has its subject behind it.
  const isArabic = language === "ar";
  const contrasts = words.marks("contrast");
  const openings = isArabic ? contrasts : [...words.marks("subjunction"), ...contrasts];
  if (!openings.some(({ from, to }) => from - range.from <= 1 && to <= source.from)) return false;
  const comma = tokens.findIndex(({ text }, at) => at >= range.from && isComma(text));
  return (
    comma >= source.to &&
    comma < use.at &&
    (isArabic || use.at - comma > 1) &&
    !words.marks("owner").some(({ from }) => from === comma + 1)
  );
}

/** "Kenya sells more tea than Uganda". */
function isCompared({ words, tokens }: EventSentence, { source, target }: Pair): boolean {
  const second = Math.max(source.from, target.from);
  return words
    .marks("comparison")
    .some(
      ({ from, to }) =>
        (to <= second && second - to <= 1 && tokens[to]?.kind === "word") ||
        (from > second && from - second <= 2),
    );
}

/** "Oman told reporters that Uganda had invaded Kenya": the speaker does nothing to Kenya. */
function isToldOfAnother(sentence: EventSentence, use: Use, { source, target }: Pair): boolean {
  const { words, tokens, language } = sentence;
  if (language !== "en" || use.at <= source.to || target.from < use.at) return false;
  return words.marks("report").some((report) => {
    if (report.from < source.to || report.to > use.at) return false;
    const that = words
      .marks("complementizer")
      .find(({ from }) => report.to <= from && from < use.at && from - report.to <= 6);
    const subject = that?.to ?? report.to;
    return (
      subject < use.at &&
      (tokens[subject]?.capital ?? false) &&
      !words.marks("owner").some(({ from }) => from === subject)
    );
  });
}

/** Words between two names that are said together: "Egypt's foreign minister and Turkey". */
const TOGETHER = 4;

/** "Spain and Italy condemned", "Germany, unlike Hungary, condemned". */
function areTogether(sentence: EventSentence, use: Use, { source, target }: Pair): boolean {
  const { words, tokens } = sentence;
  const [first, second] = source.from < target.from ? [source, target] : [target, source];
  const isBefore = (mark: TokenRange): boolean =>
    first.to <= mark.from && mark.to <= second.from && second.from - mark.to <= 1;
  if (words.marks("bystander").some(isBefore)) return true;
  if (second.from - first.to > TOGETHER || (first.to <= use.from && use.to <= second.from))
    return false;
  const isWithin = (mark: TokenRange): boolean => first.to <= mark.from && mark.to <= second.from;
  if (words.triggers.some((other) => other.sense.verb && isWithin(other))) return false;
  if (opensClause(words, isWithin) || words.marks("preposition").some(isWithin)) return false;
  if (second.prefix === AND_ARABIC) return true;
  if (words.marks("and").some(isBefore)) return true;
  return (
    second.from - first.to === 1 && isComma(tokens[first.to]?.text) && endsList(sentence, second)
  );
}

const AND_ARABIC = "\u0648";

/** Whether "and" closes a list soon after a name. */
const endsList = ({ words, tokens }: EventSentence, { to }: TokenRange): boolean =>
  words.marks("and").some((mark) => to <= mark.from && mark.from - to <= 2) ||
  (tokens[to]?.text.startsWith(AND_ARABIC) ?? false);

const isComma = (text: string | undefined): boolean => text === "," || text === "\u060c";

/** Whether grammar makes the target the subject: by the order of words, or by what marks the object. */
function isReversed(sentence: EventSentence, use: Use, pair: Pair): boolean {
  const { source, target } = pair;
  if (use.governed !== null && target.from < source.from) return true;
  if (use.passive || isOwn(use, source)) return false;
  if (!use.verbal && target.to <= source.from && source.to < use.from) return true;
  switch (sentence.language) {
    case "en":
      return false;
    case "ar":
      return (
        use.verbal &&
        use.at < target.from &&
        target.from < source.from &&
        !isMarked(sentence, target) &&
        !isAgentOf(sentence, source)
      );
    case "fa":
      return isPersianReversed(sentence, use, pair);
  }
}

/** "The bombing of Israel": in Arabic and Persian the doer follows its noun. */
const isOwn = (use: Use, source: TokenRange): boolean =>
  !use.sense.verb && 0 <= source.from - use.to && source.from - use.to <= 1;

function isPersianReversed(sentence: EventSentence, use: Use, { source, target }: Pair): boolean {
  if (!use.verbal || isAgentOf(sentence, source) || isMarked(sentence, target)) return false;
  if (isMarked(sentence, source)) return true;
  const isBetween = ({ from }: TokenRange): boolean => target.to <= from && from < source.from;
  return (
    target.to <= source.from &&
    source.to <= use.to &&
    !sentence.words.marks("subjunction").some(isBetween) &&
    !sentence.words.marks("report").some(isBetween)
  );
}

const isAgentOf = ({ words }: EventSentence, actor: TokenRange): boolean =>
  words.marks("agent").some((mark) => mark.to <= actor.from && actor.from - mark.to <= 1);

/** Whether an actor stands as an object: after a preposition, or before the Persian object marker. */
export function isMarked({ words }: EventSentence, actor: End): boolean {
  return (
    (actor.prefix !== "" && actor.prefix !== AND_ARABIC) ||
    words.marks("preposition").some((mark) => mark.to === actor.from) ||
    words.marks("object").some((mark) => mark.from === actor.to)
  );
}
