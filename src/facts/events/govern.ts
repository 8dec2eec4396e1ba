import type { TokenRange } from "../../articles/token-range.ts";
import { isElsewhere, isMutual, type Pair } from "./direction.ts";
import { reportedUse } from "./reported.ts";
import type { EventSentence, Use } from "./uses.ts";

/** How well a trigger fits a pair: the higher the better; null when it runs the other way. */
type Fit = { readonly use: Use; readonly score: number };

/**
 * The trigger that says what the source does to the target: the nearest verb whose subject the source
 * is, before nouns; undefined where every trigger points the other way or there is none.
 */
export function governing(
  sentence: EventSentence,
  uses: readonly Use[],
  pair: Pair,
): Use | undefined {
  const reported = reportedUse(sentence, uses, pair);
  if (reported !== undefined) return reported ?? undefined;
  let best: Fit | undefined;
  for (const use of uses) {
    if (isInside(use, pair.source) || isInside(use, pair.target)) continue;
    if (use.governed !== null && !isBetween(pair.source, use.governed, use)) continue;
    const score = fitOf(sentence, use, pair);
    if (score !== null && (best === undefined || score > best.score)) best = { use, score };
  }
  return best?.use;
}

const isInside = (inner: TokenRange, outer: TokenRange): boolean =>
  outer.from <= inner.from && inner.to <= outer.to;

/** "Accused the source of attacking": what it governs is the source's own deed. */
const isBetween = (actor: TokenRange, before: TokenRange, after: TokenRange): boolean =>
  before.from <= actor.from && actor.to <= after.from && before.from < after.from;

function fitOf(sentence: EventSentence, use: Use, pair: Pair): number | null {
  if (isElsewhere(sentence, use, pair)) return null;
  if (isRelative(sentence, use, pair)) return 12;
  const kind = (use.verbal ? 10 : 6) - (use.gerund ? 2 : 0);
  const place = use.passive
    ? passiveFit(sentence, use, pair)
    : sentence.language === "fa"
      ? finalVerbFit(sentence, use, pair)
      : activeFit(sentence, use, pair);
  if (place === null) return null;
  return kind + place - (isInPassing(sentence, use, pair) ? IN_PASSING : 0);
}

/** Words between an event noun and the relative verb whose subject did it. */
const RELATIVE_REACH = 3;

const isRelative = ({ words }: EventSentence, { from, to }: Use, { source }: Pair): boolean =>
  words
    .marks("relative")
    .some(
      (mark) =>
        from <= mark.from &&
        mark.from - to <= RELATIVE_REACH &&
        mark.to <= source.from &&
        source.from - mark.to <= 1,
    );

/** A word of distance, and a clause begun, cost so much. */
const PER_WORD = 0.3;
const FURTHEST_COST = 5;
const PER_CLAUSE = 1.5;

function between(sentence: EventSentence, from: number, to: number): number {
  const words = Math.min(FURTHEST_COST, Math.max(0, to - from) * PER_WORD);
  const clauses = sentence.words
    .marks("subjunction")
    .filter((mark) => from <= mark.from && mark.from < to).length;
  return words + Math.min(3, clauses * PER_CLAUSE);
}

function activeFit(sentence: EventSentence, use: Use, { source, target }: Pair): number | null {
  const isPartOfTrigger = use.at < source.to && source.from <= use.at && source.to < use.to;
  const at = isPartOfTrigger ? source.to : use.at;
  if (source.to <= at) {
    const cost = between(sentence, source.to, at);
    if (target.from >= at) return 3 - cost;
    const targetIsSubject = target.from >= source.to && !use.aside;
    return (targetIsSubject && !isMutual(sentence, use) ? 0 : 1.5) - cost;
  }
  if (sentence.language === "ar") return verbFirstFit(sentence, use, { source, target });
  const cost = between(sentence, use.to, source.from);
  if (!use.verbal) return target.to <= use.from ? 0.5 - cost : 1.5 - cost;
  if (isInverted(sentence, use, source)) return 2 - cost;
  return isMutual(sentence, use) || isOfPlace(sentence, use, source) ? -1 - cost : null;
}

/** "… will pay a price, warned the militants": a verb of speech before its subject. */
const isInverted = ({ tokens }: EventSentence, use: Use, source: TokenRange): boolean =>
  source.from - use.to <= 1 && QUOTE_ENDS.includes(tokens[use.from - 1]?.text ?? "none");

const QUOTE_ENDS = ',"\u201d';

/** A protest's source may be where it is: "hundreds marched in". */
const isOfPlace = ({ words }: EventSentence, { coded }: Use, source: TokenRange): boolean =>
  coded.type === "PROTEST" && words.marks("locative").some(({ to }) => to === source.from);

/** Verb, subject, object. */
function verbFirstFit(sentence: EventSentence, use: Use, { source, target }: Pair): number | null {
  if (target.to <= use.at && use.verbal) return isMutual(sentence, use) ? 0 : null;
  const cost = between(sentence, use.to, source.from);
  return (source.from < target.from ? 3 : -2) - cost;
}

/** Subject, object, verb; a clause after "that" follows its verb. */
function finalVerbFit(sentence: EventSentence, use: Use, { source, target }: Pair): number | null {
  if (source.to > use.from) return use.verbal ? -5 : 1 - between(sentence, use.to, source.from);
  const cost = between(sentence, source.to, use.from) * 0.5;
  return (target.to <= use.from ? 3 : 2) - cost;
}

function passiveFit(sentence: EventSentence, use: Use, { source, target }: Pair): number | null {
  if (isAgent(sentence, source) || isGiver(use, source))
    return 5 - between(sentence, target.to, use.at) * 0.5;
  if (isAgent(sentence, target) || isGiver(use, target)) return null;
  if (target.to <= use.at) return 2 - between(sentence, target.to, use.at);
  return -PATIENT - between(sentence, source.to, use.at);
}

/** What costs a passive whose subject is the source. */
const PATIENT = 5;

/** "Received aid from": whom the trigger ends with. */
const isGiver = ({ sense, to }: Use, source: TokenRange): boolean =>
  sense.received && to <= source.from && source.from - to <= AGENT_REACH;

/** Words between "by" and the name. */
const AGENT_REACH = 4;

const isAgent = (sentence: EventSentence, actor: TokenRange): boolean =>
  sentence.words
    .marks("agent")
    .some(
      (mark) =>
        mark.to <= actor.from &&
        actor.from - mark.to <= AGENT_REACH &&
        !hasComma(sentence, mark.to, actor.from),
    );

const isComma = (text: string | undefined): boolean => text === "," || text === "\u060c";

const hasComma = ({ tokens }: EventSentence, from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ text }) => isComma(text));

/** "The government, which hosts talks, criticised": what stands between commas is told in passing. */
function isInPassing(sentence: EventSentence, use: Use, { source, target }: Pair): boolean {
  const { tokens, words } = sentence;
  return words.marks("subjunction").some((mark) => {
    if (mark.from < source.to || mark.from >= use.at || target.from < mark.from) return false;
    if (!isComma(tokens[mark.from - 1]?.text)) return false;
    const end = tokens.findIndex(({ text }, at) => at > use.at && isComma(text));
    return end !== -1 && end < target.from && !hasComma(sentence, mark.from, use.at);
  });
}

/** What being told in passing costs. */
const IN_PASSING = 6;
