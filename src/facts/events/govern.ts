import type { TokenRange } from "../modality.ts";
import type { EventSentence, Use } from "./uses.ts";

/** The two actors of a relation, as ranges of tokens. */
export type Pair = { readonly source: TokenRange; readonly target: TokenRange };

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

const SYMMETRIC: ReadonlySet<string> = new Set(["AGREE", "CONSULT", "COOPERATE", "SUPPORT"]);

function fitOf(sentence: EventSentence, use: Use, pair: Pair): number | null {
  const kind = (use.verbal ? 10 : 6) - (use.gerund ? 2 : 0);
  const place = use.passive
    ? passiveFit(sentence, use, pair)
    : sentence.language === "fa"
      ? finalVerbFit(sentence, use, pair)
      : activeFit(sentence, use, pair);
  if (place === null) return null;
  return kind + place - (isInPassing(sentence, use, pair) ? IN_PASSING : 0);
}

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
  if (source.to <= use.at) {
    const cost = between(sentence, source.to, use.at);
    if (target.from >= use.at) return 3 - cost;
    const targetIsSubject = target.from >= source.to && !use.aside;
    return (targetIsSubject && !SYMMETRIC.has(use.coded.type) ? 0 : 1.5) - cost;
  }
  if (sentence.language === "ar") return verbFirstFit(sentence, use, { source, target });
  const cost = between(sentence, use.to, source.from);
  if (!use.verbal) return target.to <= use.from ? 0.5 - cost : 1.5 - cost;
  if (target.to <= use.from && !SYMMETRIC.has(use.coded.type)) return null;
  return -1 - cost;
}

/** Verb, subject, object. */
function verbFirstFit(sentence: EventSentence, use: Use, { source, target }: Pair): number | null {
  if (target.to <= use.at) return SYMMETRIC.has(use.coded.type) ? 0 : null;
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
  if (isAgent(sentence, source)) return 5 - between(sentence, target.to, use.at) * 0.5;
  const isPatient = source.to <= use.at && (target.from >= use.to || target.to <= source.from);
  if (isPatient && isAgent(sentence, target)) return null;
  if (target.to <= use.at) return 2 - between(sentence, target.to, use.at);
  return -between(sentence, source.to, use.at);
}

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
