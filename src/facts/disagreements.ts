import type { TokenRange } from "../articles/token-range.ts";
import type { CueName } from "./cues.ts";
import type { Disagreement, Modality } from "./fact.ts";
import { cuesOf } from "./mention.ts";
import { modalityAt } from "./modality.ts";
import type { TalksSentence, TalksView } from "./relevance/talks-view.ts";

const SUBJECTS = [
  ["venue", ["talks.about-venue"]],
  ["format", ["talks.about-format", "format.direct", "format.indirect"]],
  ["agenda", ["talks.about-agenda"]],
  ["date", ["talks.about-date"]],
] as const satisfies readonly (readonly [Disagreement["about"], readonly CueName[]])[];

/**
 * Finds what the parties disagree on, each once; settled when the same or the next sentence says so, or
 * it is told as having been so before something else.
 */
export function findDisagreements(view: TalksView): Disagreement[] {
  const { sentences } = view;
  const found = sentences.flatMap((sentence, at) =>
    disagreementsIn(view, sentence, sentences[at + 1]),
  );
  const settled = new Set(found.filter((one) => one.settled).map(({ about }) => about));
  return SUBJECTS.flatMap(([about]) => {
    const first = found.find((one) => one.about === about);
    return first === undefined ? [] : [{ ...first, settled: settled.has(about) }];
  });
}

/** In tokens, between the word of dispute and its subject. */
const FURTHEST = 12;

const isNear = (a: TokenRange, b: TokenRange): boolean =>
  b.from - a.to <= FURTHEST && a.from - b.to <= FURTHEST;

function disagreementsIn(
  view: TalksView,
  sentence: TalksSentence,
  next: TalksSentence | undefined,
): Disagreement[] {
  if (sentence.namesOtherTalks && sentence.parties.size < 2) return [];
  const disputes = cuesOf(sentence.mentions, "talks.disagreement");
  if (disputes.length === 0) return [];
  const nearTo = (cues: readonly CueName[]): readonly TokenRange[] =>
    disputes.filter((word) =>
      cuesOf(sentence.mentions, ...cues).some((about) => isNear(word, about)),
    );
  const isSettled = settles(view, sentence) || (next !== undefined && settles(view, next));
  return SUBJECTS.flatMap(([about, cues]): Disagreement[] => {
    const near = nearTo(cues);
    if (near.length === 0) return [];
    const isOver = near.every((word) => modalityAt(view.read, sentence, word) === "historical");
    // That they meet after all settles where and how, not what they will speak of.
    const isHere = about !== "agenda" || settlesNear(view, sentence, cues);
    return [{ about, settled: (isSettled && isHere) || isOver, evidence: sentence.span }];
  });
}

/** What is not settled, or only to be, is open. */
const settlements = (view: TalksView, sentence: TalksSentence): readonly TokenRange[] =>
  cuesOf(sentence.mentions, "talks.settled", "phase.going-ahead").filter((cue) =>
    TOLD.has(modalityAt(view.read, sentence, cue)),
  );

const settles = (view: TalksView, sentence: TalksSentence): boolean =>
  settlements(view, sentence).length > 0;

const settlesNear = (
  view: TalksView,
  sentence: TalksSentence,
  subject: readonly CueName[],
): boolean =>
  settlements(view, sentence).some((word) =>
    cuesOf(sentence.mentions, ...subject).some((about) => isNear(word, about)),
  );

const TOLD: ReadonlySet<Modality> = new Set(["asserted", "historical"]);
