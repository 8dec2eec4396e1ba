import type { TokenRange } from "../../articles/token-range.ts";
import type { Token } from "../../articles/tokens.ts";
import type { Language } from "../../lib/language.ts";
import { type Coded, compose } from "./compose.ts";
import type { Operator } from "./event-lexicon.ts";
import type { Found, FoundWords, TriggerSense } from "./triggers.ts";
import { usedAs } from "./used-as.ts";

/** A trigger as the sentence uses it. */
export type Use = TokenRange & {
  /** Where its verb stands: the support verb of an event noun, or its own place. */
  readonly at: number;
  readonly verbal: boolean;
  readonly passive: boolean;
  /** Stands under an operator: what is demanded, promised or alleged, not what happened. */
  readonly governed: TokenRange | null;
  /** Subordinate by form: "after attacking". */
  readonly gerund: boolean;
  /** An English infinitive, which asserts nothing: "to meet". */
  readonly infinitive: boolean;
  /** A modal whose subject is the one asked: "Iran must". */
  readonly aside: boolean;
  readonly sense: TriggerSense;
  readonly coded: Coded;
};

/** One sentence's tokens with what the event lexicon has of them. */
export type EventSentence = {
  readonly language: Language;
  readonly tokens: readonly Token[];
  readonly range: TokenRange;
  readonly words: FoundWords;
};

type Draft = Omit<Use, "coded" | "governed">;

/** Every trigger of a sentence that means an event, composed with what it governs. */
export function usesOf(sentence: EventSentence): Use[] {
  const drafts = sentence.words.triggers.flatMap((found) => draftOf(sentence, found) ?? []);
  const governors = governorsOf(sentence, drafts);
  return drafts.flatMap((draft, at) => {
    const coded = codedAt(sentence, drafts, at, 0);
    return coded === null ? [] : [{ ...draft, coded, governed: governors.get(at) ?? null }];
  });
}

/** Words between an operator and the verb that it surely governs. */
const GOVERNS_SURELY = 6;

/** The operators that make something else of a trigger, by the trigger's index. */
function governorsOf(
  sentence: EventSentence,
  drafts: readonly Draft[],
): ReadonlyMap<number, TokenRange> {
  const governors = new Map<number, TokenRange>();
  for (const [index, operator] of drafts.entries()) {
    if (operator.sense.kind !== "operator") continue;
    const at = governedAt(sentence, drafts, index);
    const draft = drafts[at];
    if (draft === undefined || governors.has(at)) continue;
    const isNearby =
      Math.abs(draft.from - operator.from) <= GOVERNS_SURELY + operator.to - operator.from;
    if (!isNearby || hasComma(sentence, operator, draft)) continue;
    if (codedAt(sentence, drafts, index, 0) !== null) governors.set(at, operator);
  }
  return governors;
}

const hasComma = ({ tokens }: EventSentence, a: TokenRange, b: TokenRange): boolean =>
  tokens
    .slice(Math.min(a.to, b.to), Math.max(a.from, b.from))
    .some(({ text }) => text === "," || text === "\u060c");

/** Words between an operator and what it governs. */
const GOVERNS = 14;
const DEEPEST = 4;

// oxlint-disable-next-line eslint/max-params -- depth belongs to the recursion alone
function codedAt(
  sentence: EventSentence,
  drafts: readonly Draft[],
  at: number,
  depth: number,
): Coded | null {
  const draft = drafts[at];
  if (draft === undefined || depth > DEEPEST) return null;
  if (draft.sense.kind === "event") {
    const { type, mode } = draft.sense;
    if (isAnnounced(sentence, drafts, at)) return compose("will", { type, mode });
    return isFutureForm(sentence, draft) && type !== "RETREAT" && type !== "COERCE"
      ? compose("will", { type, mode })
      : { type, mode };
  }
  const governed = governedAt(sentence, drafts, at);
  const inner = governed === -1 ? null : codedAt(sentence, drafts, governed, depth + 1);
  return compose(draft.sense.operator, inner);
}

/** Arabic writes the future as a prefix of the imperfect, Persian as an auxiliary inside the compound verb. */
function isFutureForm({ language, tokens, words }: EventSentence, draft: Draft): boolean {
  if (language === "ar")
    return (
      draft.sense.verb &&
      ARABIC_FUTURE.test(tokens[draft.at]?.text ?? "") &&
      !words.marks("past").some(({ from }) => from === draft.at)
    );
  return (
    language === "fa" &&
    words.triggers.some(
      (other) =>
        isFutureMark(other) &&
        isNear(draft.to, other.from, FUTURE_REACH) &&
        !hasTrigger(words, draft, other.from) &&
        !opensClause(words, (mark) => draft.to <= mark.from && mark.from < other.from),
    )
  );
}

/** Persian announces with a phrase before the subject: "it is due that". */
function isAnnounced(sentence: EventSentence, drafts: readonly Draft[], at: number): boolean {
  const draft = drafts[at];
  if (sentence.language !== "fa" || draft === undefined) return false;
  return drafts.some(
    (operator, index) =>
      operator.sense.kind === "operator" &&
      operator.sense.operator === "will" &&
      operator.to <= draft.from &&
      governedAt(sentence, drafts, index) === at,
  );
}

/** Words between the parts of a compound verb. */
const FUTURE_REACH = 6;

const ARABIC_FUTURE = /^[\u0648\u0641]?\u0633[\u064a\u062a\u0646]/;

/** The next trigger after an operator; where verbs end the clause, the nearest before it, or after "that". */
function governedAt(sentence: EventSentence, drafts: readonly Draft[], at: number): number {
  const operator = drafts[at];
  if (operator === undefined) return -1;
  const after = drafts.findIndex(
    (draft) => draft.from >= operator.to && draft.from - operator.to <= GOVERNS,
  );
  if (sentence.language !== "fa") return hasStop(sentence, operator, drafts[after]) ? -1 : after;
  const next = drafts[after];
  if (
    !operator.sense.verb &&
    next !== undefined &&
    (next.sense.verb || next.from > operator.to + 1)
  )
    return governedBefore(sentence, drafts, operator);
  const before = governedBefore(sentence, drafts, operator);
  if (before !== -1) return before;
  return hasStop(sentence, operator, next) ? -1 : after;
}

function governedBefore(
  sentence: EventSentence,
  drafts: readonly Draft[],
  operator: Draft,
): number {
  const before = drafts.findLastIndex(
    (draft) =>
      (draft.sense.kind === "event" || ASKED.has(draft.sense.operator)) &&
      draft.to <= operator.from &&
      operator.from - draft.to <= GOVERNS &&
      (!draft.verbal || (isNegation(operator) && !draft.sense.verb)),
  );
  return before !== -1 && hasStop(sentence, drafts[before], operator) ? -1 : before;
}

const isNegation = ({ sense }: Draft): boolean =>
  sense.kind === "operator" && sense.operator === "not";

/** Operators that others govern: "rejected the proposal". */
const ASKED: ReadonlySet<Operator> = new Set(["intend", "request"]);

const STOPS = ";:\u061b.!?\u061f";

function hasStop(
  { tokens, words }: EventSentence,
  first: TokenRange | undefined,
  second: TokenRange | undefined,
): boolean {
  if (first === undefined || second === undefined) return true;
  const isWithin = ({ from }: TokenRange): boolean => first.to <= from && from < second.from;
  return (
    tokens
      .slice(first.to, second.from)
      .some(({ kind, text }) => kind === "mark" && STOPS.includes(text)) ||
    opensClause(words, isWithin)
  );
}

/** Whether a clause that no verb governs begins within a range. */
export function opensClause(words: FoundWords, isWithin: (mark: TokenRange) => boolean): boolean {
  const opening = words.marks("complementizer");
  return words
    .marks("subjunction")
    .some((mark) => isWithin(mark) && !opening.some(({ from }) => from === mark.from));
}

function draftOf(sentence: EventSentence, found: Found<TriggerSense>): Draft | undefined {
  const verbal = usedAs(sentence, found);
  if (verbal === "none") return undefined;
  const support = supportOf(sentence, found);
  const isVerb = verbal !== "noun" || support !== undefined;
  return {
    from: found.from,
    to: found.to,
    at: Math.min(found.from, support?.from ?? found.from),
    verbal: isVerb,
    passive: isPassive(sentence, found, isVerb),
    gerund: verbal === "gerund",
    infinitive: isInfinitive(sentence, found),
    aside: isModal(sentence, found),
    sense: found.sense,
  };
}

/** Words between a support verb and its noun. */
const SUPPORTS = 6;

function supportOf(
  { language, words }: EventSentence,
  found: Found<TriggerSense>,
): TokenRange | undefined {
  if (found.sense.verb && language !== "fa") return undefined;
  if (language === "fa")
    return words
      .marks("support")
      .find(
        (mark) => isNear(found.to, mark.from, SUPPORTS - 2) && !hasTrigger(words, found, mark.from),
      );
  return words
    .marks("support")
    .findLast(
      (mark) => isNear(mark.to, found.from, SUPPORTS) && !hasVerb(words, mark.to, found.from),
    );
}

const hasTrigger = (words: FoundWords, found: TokenRange, to: number): boolean =>
  words.triggers.some((other) => found.to <= other.from && other.from < to && !isFutureMark(other));

const isFutureMark = ({ sense }: Found<TriggerSense>): boolean =>
  sense.kind === "operator" && sense.operator === "will";

const hasVerb = (words: FoundWords, from: number, to: number): boolean =>
  words.triggers.some(
    (other) => other.sense.verb && from <= other.from && other.from < to && other.to < to,
  );

const isNear = (from: number, to: number, furthest: number): boolean =>
  from <= to && to - from <= furthest;

/** Words between the auxiliary and the verb: "was twice attacked". */
const AUXILIARY = 2;

function isPassive(
  { language, tokens, words }: EventSentence,
  found: Found<TriggerSense>,
  isVerb: boolean,
): boolean {
  const { sense } = found;
  if (sense.received) return true;
  if (sense.kind === "operator" && !CAN_BE_PASSIVE.has(sense.operator)) return false;
  const marks = words.marks("passive");
  if (language === "fa") return marks.some((mark) => isNear(found.to, mark.from, AUXILIARY + 1));
  if (language === "ar") return marks.some((mark) => isNear(mark.to, found.from, SUPPORTS - 1));
  const first = tokens[found.from]?.text ?? "";
  if (!isVerb || first.endsWith("ing")) return false;
  return (
    marks.some(
      (mark) =>
        isNear(mark.to, found.from, AUXILIARY) &&
        !tokens.slice(mark.to, found.from).some(({ text }) => text === "to") &&
        !hasVerb(words, mark.to, found.from) &&
        !words.marks("subjunction").some(({ from }) => mark.to <= from && from < found.from),
    ) ||
    (found.to - found.from <= 2 && words.marks("agent").some((mark) => mark.from === found.to))
  );
}

const CAN_BE_PASSIVE: ReadonlySet<string> = new Set([
  "accuse",
  "request",
  "refuse",
  "cancel",
  "stop",
  "threaten",
]);

const isInfinitive = (
  { language, tokens }: EventSentence,
  { from, sense }: Found<TriggerSense>,
): boolean => language === "en" && sense.verb && tokens[from - 1]?.text === "to";

const isModal = ({ language }: EventSentence, { sense }: Found<TriggerSense>): boolean =>
  language !== "fa" && sense.kind === "operator" && sense.operator === "must";
