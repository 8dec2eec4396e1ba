import { cuesOf, type Mention } from "../mention.ts";
import { modalityAt } from "../modality.ts";
import { actorOf, type TalksSentence, type TalksView } from "../relevance/talks-view.ts";

type Range = { readonly from: number; readonly to: number };

/** In tokens, between the text and whose it is, and between the two that it is of. */
const FURTHEST_ISSUER = 6;
const BESIDE = 2;

/**
 * Whether a sentence gives a text of both parties: theirs by name or as "the two sides", also where the
 * mediator reads it out. A text that others issue, or that is still to come or denied, is none.
 */
export function isOfJointText(view: TalksView, sentence: TalksSentence): boolean {
  return cuesOf(sentence.mentions, "talks.joint-text").some((text) => {
    const modality = modalityAt(view.read, sentence, text);
    if (modality === "negated" || modality === "hypothetical") return false;
    return !isToCome(view, sentence, text) && isOfBoth(view, sentence, text);
  });
}

/** In tokens, from a word of the future to the text, and in Persian from the text to its verb. */
const FUTURE_BEFORE = 5;
const FUTURE_BEHIND = 3;

/** "Will issue a joint statement"; "said in it that they will meet" speaks of what it says. */
const isToCome = ({ read }: TalksView, { mentions }: TalksSentence, text: Range): boolean =>
  cuesOf(mentions, "modality.future").some(({ from, to }) =>
    to <= text.from
      ? text.from - to <= FUTURE_BEFORE
      : read.article.lang === "fa" && from >= text.to && from - text.to <= FUTURE_BEHIND,
  );

function isOfBoth(view: TalksView, sentence: TalksSentence, text: Range): boolean {
  const actors = actorsIn(sentence);
  const before = actors.filter(({ to }) => to <= text.from);
  const behind = actors.filter(
    ({ from }) => from >= text.to - 1 && !hasVerbBetween(sentence, text, from),
  );
  // Adjectives may stand inside: "joint Iranian-American statement".
  const inside = actors.filter(({ from, to }) => text.from <= from && to <= text.to);
  const near = cuesOf(sentence.mentions, "talks.both-sides").some(
    (both) => gapBetween(both, text) <= FURTHEST_ISSUER,
  );
  if (near) return sentence.thirds.size === 0;
  const isPair = (pair: readonly Mention[]): boolean => areBothParties(view, pair);
  const issuers = nearest(before.toReversed(), text);
  if (issuers.length > 0) return isPair(issuers);
  return isPair(inside) || isPair(nearest(behind, text));
}

/** The two actors nearest to the text, beside each other. */
function nearest(ordered: readonly Mention[], text: Range): readonly Mention[] {
  const [first, second] = ordered;
  if (first === undefined || second === undefined) return [];
  const isNear = gapBetween(first, text) <= FURTHEST_ISSUER && gapBetween(first, second) <= BESIDE;
  // A third of them makes it a text of more than the two.
  const third = ordered[2];
  const isOfMore = third !== undefined && gapBetween(second, third) <= BESIDE;
  return isNear && !isOfMore ? [first, second] : [];
}

function areBothParties({ standings }: TalksView, actors: readonly Mention[]): boolean {
  const codes = new Set(actors.map(actorOf));
  return (
    actors.length === 2 &&
    codes.size === 2 &&
    [...codes].every((code) => code !== null && standings.get(code) === "party")
  );
}

const actorsIn = ({ mentions }: TalksSentence): Mention[] =>
  mentions.filter((mention) => actorOf(mention) !== null).toSorted((a, b) => a.from - b.from);

/** "A joint statement urged Iran and the US": whom a verb stands before, it is said to. */
const hasVerbBetween = ({ mentions }: TalksSentence, text: Range, until: number): boolean =>
  cuesOf(mentions, "talks.report", "phase.proposed", "talks.complement").some(
    ({ from, to }) => from >= text.to && to <= until,
  );

const gapBetween = (a: Range, b: Range): number =>
  Math.max(0, a.from >= b.to ? a.from - b.to : b.from - a.to);
