import { shareTokens, type TokenRange } from "../articles/token-range.ts";
import type { Token } from "../articles/tokens.ts";
import type { Language } from "../lib/language.ts";
import type { CueName } from "./cues.ts";
import type { Modality } from "./fact.ts";
import { cuesOf, type Mention } from "./mention.ts";

/** What modality is read from: the article's tokens and language, as `ReadArticle` has them. */
export type ModalityText = {
  readonly tokens: readonly Token[];
  readonly article: { readonly lang: Language };
};

/** A sentence with the cues that stand in it. */
export type CuedSentence = TokenRange & { readonly mentions: readonly Mention[] };

/**
 * Whether a sentence asserts the trigger inside it, by the scope of cues: negation reaches within its
 * clause, a denial over what is denied, a condition to the next comma. A denied denial asserts.
 */
export function modalityAt(
  text: ModalityText,
  sentence: CuedSentence,
  trigger: TokenRange,
): Modality {
  const scope: Scope = { text, sentence, trigger, order: WORD_ORDER[text.article.lang] };
  if (isNegated(scope)) return "negated";
  if (isHypothetical(scope)) return "hypothetical";
  if (isHistorical(scope)) return "historical";
  return isFuture(scope) ? "future" : "asserted";
}

type WordOrder = {
  /** How many words a cue may stand behind the trigger: far where the verb ends the clause. */
  readonly negationAfter: number;
  readonly futureAfter: number;
  readonly denialAfter: number;
};

const WORD_ORDER: Readonly<Record<Language, WordOrder>> = {
  en: { negationAfter: 1, futureAfter: 2, denialAfter: 8 },
  ar: { negationAfter: 1, futureAfter: 2, denialAfter: 4 },
  fa: { negationAfter: 8, futureAfter: 12, denialAfter: 12 },
};

type Scope = {
  readonly text: ModalityText;
  readonly sentence: CuedSentence;
  readonly trigger: TokenRange;
  readonly order: WordOrder;
};

const CLAUSE_MARKS = ',;:()[]\u060c\u061b\u2014\u2013\u00ab\u00bb\u201c\u201d"?!.';
const STRONG_MARKS = ";:\u061b?!.";

/** Words between a cue and the trigger that a cue before it may reach over. */
const NEGATION_BEFORE = 8;
const ABSENCE_BEFORE = 3;
const CONDITION_BEFORE = 14;
const FUTURE_BEFORE = 10;
const NEXT_TO = 3;
const DENIAL_BEFORE = 25;
const RETROSPECT_BEFORE = 7;
/** A negation this close to a denial undoes it. */
const DENIED_DENIAL = 3;

function isNegated(scope: Scope): boolean {
  const denials = cues(scope, "modality.denial").filter((cue) => denies(scope, cue));
  const undone = denials.filter((cue) => isUndone(scope, cue));
  if (undone.length < denials.length) return true;
  return (
    cues(scope, "modality.negation").some(
      (cue) =>
        !affirms(scope, cue) &&
        !undone.some((denial) => isBeside(denial, cue)) &&
        (reachesOn(scope, cue, NEGATION_BEFORE) ||
          reachesBack(scope, cue, scope.order.negationAfter)),
    ) ||
    cues(scope, "modality.absence").some(
      (cue) =>
        !affirms(scope, cue) && !opensClause(scope, cue) && reachesOn(scope, cue, ABSENCE_BEFORE),
    )
  );
}

/** "Not only" denies nothing. */
const affirms = (scope: Scope, cue: TokenRange): boolean =>
  cues(scope, "modality.affirmation").some((whole) => shareTokens(whole, cue));

/** The Arabic word for "without" also begins "however". */
const opensClause = (scope: Scope, cue: TokenRange): boolean =>
  cues(scope, "modality.clause").some(({ from, to }) => from === cue.from && to > cue.to);

/** What follows the denial up to a strong stop, the subject or object just before it, or what its words enclose. */
function denies(scope: Scope, cue: TokenRange): boolean {
  const { trigger, order } = scope;
  if (cue.from < trigger.from && trigger.to < cue.to) return true;
  if (shareTokens(cue, trigger)) return false;
  if (cue.to <= trigger.from)
    return (
      trigger.from - cue.to <= DENIAL_BEFORE &&
      !hasMark(scope, cue.to, trigger.from, STRONG_MARKS) &&
      !hasContrast(scope, afterThat(scope, cue), trigger.from)
    );
  return reachesBack(scope, cue, order.denialAfter);
}

/** "Denied that …": the conjunction right behind the denial opens what is denied. */
const afterThat = (scope: Scope, { to }: TokenRange): number =>
  cues(scope, "talks.complement").find(({ from }) => from === to)?.to ?? to;

const isUndone = ({ sentence }: Pick<Scope, "sentence">, denial: TokenRange): boolean =>
  cuesOf(sentence.mentions, "modality.negation").some((cue) => isBeside(denial, cue));

/** The denials of a sentence that nothing undoes: "did not deny" is none. */
export const standingDenials = (sentence: CuedSentence): readonly TokenRange[] =>
  cuesOf(sentence.mentions, "modality.denial").filter((cue) => !isUndone({ sentence }, cue));

const isBeside = (denial: TokenRange, cue: TokenRange): boolean =>
  !shareTokens(denial, cue) &&
  (cue.to <= denial.from
    ? denial.from - cue.to <= DENIED_DENIAL
    : cue.from - denial.to <= DENIED_DENIAL - 2);

function isHypothetical(scope: Scope): boolean {
  const { tokens } = scope.text;
  const { from, to } = scope.sentence;
  if ("?\u061f".includes(tokens[to - 1]?.text ?? "none")) return true;
  return [
    ...cues(scope, "modality.hypothetical", "modality.condition", "modality.obligation"),
    ...cues(scope, "modality.particle").filter((cue) => makesPossible(scope, cue)),
  ].some((cue) => !isName(tokens, cue, from) && reachesOn(scope, cue, CONDITION_BEFORE));
}

/** The Arabic particle qad means "may" before an imperfect verb and "has" before a perfect one. */
function makesPossible({ text }: Scope, cue: TokenRange): boolean {
  if (text.article.lang !== "ar") return true;
  return IMPERFECT_PREFIXES.includes(text.tokens[cue.to]?.text.charAt(0) ?? "none");
}

const IMPERFECT_PREFIXES = "\u064a\u062a";

/** "May" in capitals inside a sentence is the month. */
const isName = (tokens: readonly Token[], cue: TokenRange, sentenceFrom: number): boolean =>
  cue.to - cue.from === 1 && cue.from > sentenceFrom && (tokens[cue.from]?.capital ?? false);

const isHistorical = (scope: Scope): boolean =>
  cues(scope, "modality.historical").some(
    (cue) => reachesOn(scope, cue, CONDITION_BEFORE) || reachesBack(scope, cue, CONDITION_BEFORE),
  ) ||
  isLongAgo(scope) ||
  cues(scope, "modality.retrospect").some((cue) => reachesOn(scope, cue, RETROSPECT_BEFORE));

/** A year that is history whenever the article was written: Gregorian before 2015, Jalali before 1393. */
const OLDEST_NEWS = { gregorian: 2015, jalali: 1393 };

const isLongAgo = (scope: Scope): boolean =>
  cues(scope, "modality.year").some(
    (cue) =>
      isPastYear(Number(scope.text.tokens[cue.to]?.text)) &&
      (opensSentence(scope, cue) ||
        reachesOn(scope, cue, YEAR_BEFORE) ||
        reachesBack(scope, cue, CONDITION_BEFORE)),
  );

/** Words between a year that opens the sentence and its verb. */
const YEAR_BEFORE = 25;

/** "In 1968, Peru": what opens the sentence holds beyond its comma. */
const opensSentence = (scope: Scope, cue: TokenRange): boolean =>
  cue.from - scope.sentence.from <= 1 &&
  cue.to <= scope.trigger.from &&
  scope.trigger.from - cue.to <= YEAR_BEFORE &&
  !hasMark(scope, cue.to, scope.trigger.from, STRONG_MARKS);

const isPastYear = (year: number): boolean =>
  year > 1600 ? year < OLDEST_NEWS.gregorian : year >= 1250 && year < OLDEST_NEWS.jalali;

const isFuture = (scope: Scope): boolean =>
  cues(scope, "modality.future").some(
    (cue) =>
      reachesOn(scope, cue, FUTURE_BEFORE) || reachesBack(scope, cue, scope.order.futureAfter),
  ) ||
  cues(scope, "modality.prospect").some(
    (cue) => reachesOn(scope, cue, NEXT_TO) || reachesBack(scope, cue, NEXT_TO - 2),
  );

const cues = (scope: Scope, ...names: CueName[]): readonly TokenRange[] =>
  cuesOf(scope.sentence.mentions, ...names);

/** The cue stands before the trigger, in its clause and near enough. */
function reachesOn(scope: Scope, cue: TokenRange, furthest: number): boolean {
  const { trigger } = scope;
  return (
    cue.to <= trigger.from &&
    trigger.from - cue.to <= furthest &&
    isOneClause(scope, cue.to, trigger.from)
  );
}

/** The cue stands behind the trigger, in its clause and near enough. */
function reachesBack(scope: Scope, cue: TokenRange, furthest: number): boolean {
  const { trigger } = scope;
  return (
    trigger.to <= cue.from &&
    cue.from - trigger.to <= furthest &&
    isOneClause(scope, trigger.to, cue.from + 1)
  );
}

const isOneClause = (scope: Scope, from: number, to: number): boolean =>
  !hasMark(scope, from, to, CLAUSE_MARKS) && !hasContrast(scope, from, to);

function hasMark({ text }: Scope, from: number, to: number, marks: string): boolean {
  for (let at = from; at < to; at += 1) {
    const token = text.tokens[at];
    if (token?.kind === "mark" && marks.includes(token.text)) return true;
  }
  return false;
}

const hasContrast = (scope: Scope, from: number, to: number): boolean =>
  cues(scope, "modality.clause").some((cue) => from <= cue.from && cue.from < to);
