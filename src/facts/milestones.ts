import type { Milestone } from "./fact.ts";
import { cuesOf, mentionsOf } from "./mention.ts";
import type { TalksSentence, TalksView } from "./relevance/talks-view.ts";

/** Finds what this meeting is the first since: entries of the dossier's chronology, each once. */
export function findMilestones({ sentences }: TalksView): Milestone[] {
  const found = sentences.flatMap(milestonesIn);
  return found.filter(({ since }, at) => found.findIndex((other) => other.since === since) === at);
}

/** In tokens, between "first … since" and what it is since. */
const FURTHEST = 8;

function milestonesIn({ mentions, span }: TalksSentence): Milestone[] {
  const firsts = cuesOf(mentions, "talks.first-since");
  return mentionsOf(mentions, "milestone")
    .filter(({ from }) => firsts.some(({ to }) => from >= to - 1 && from - to <= FURTHEST))
    .map(({ sense }) => ({ kind: "first-since", since: sense.id, evidence: span }));
}
