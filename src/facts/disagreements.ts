import type { CueName } from "./cues.ts";
import type { Disagreement } from "./fact.ts";
import { cuesOf } from "./mention.ts";
import type { TalksSentence, TalksView } from "./relevance/talks-view.ts";

const SUBJECTS = [
  ["venue", ["talks.about-venue"]],
  ["format", ["talks.about-format", "format.direct", "format.indirect"]],
  ["agenda", ["talks.about-agenda"]],
  ["date", ["talks.about-date"]],
] as const satisfies readonly (readonly [Disagreement["about"], readonly CueName[]])[];

/** Finds what the parties disagree on, each once; settled when the same or the next sentence says so. */
export function findDisagreements({ sentences }: TalksView): Disagreement[] {
  const found = sentences.flatMap((sentence, at) => disagreementsIn(sentence, sentences[at + 1]));
  const settled = new Set(found.filter((one) => one.settled).map(({ about }) => about));
  return SUBJECTS.flatMap(([about]) => {
    const first = found.find((one) => one.about === about);
    return first === undefined ? [] : [{ ...first, settled: settled.has(about) }];
  });
}

/** In tokens, between the word of dispute and its subject. */
const FURTHEST = 12;

function disagreementsIn(sentence: TalksSentence, next: TalksSentence | undefined): Disagreement[] {
  if (sentence.namesOtherTalks && sentence.parties.size < 2) return [];
  const disputes = cuesOf(sentence.mentions, "talks.disagreement");
  if (disputes.length === 0) return [];
  const isNear = (cues: readonly CueName[]): boolean =>
    cuesOf(sentence.mentions, ...cues).some(({ from, to }) =>
      disputes.some((word) => from - word.to <= FURTHEST && word.from - to <= FURTHEST),
    );
  const isSettled = settles(sentence) || (next !== undefined && settles(next));
  return SUBJECTS.filter(([, cues]) => isNear(cues)).map(([about]) => ({
    about,
    settled: isSettled,
    evidence: sentence.span,
  }));
}

const settles = ({ cues }: TalksSentence): boolean =>
  cues.has("talks.settled") || cues.has("phase.going-ahead");
