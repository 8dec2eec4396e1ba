import type { CueName } from "../cues.ts";
import { type Mention, mentionsOf } from "../mention.ts";
import type { TalksSentence } from "../relevance/talks-view.ts";

/** In tokens, between the word for meeting and who is met. */
const FURTHEST_THIRD = 14;

/** Whether a word for meeting tells of one whose other side is no party, by the people beside it. */
export function isElsewhere(sentence: TalksSentence, { sense, from, to }: Mention): boolean {
  if (sense.kind !== "cue" || !MEETING_VERBS.has(sense.cue) || sentence.negotiating.size >= 2)
    return false;
  return mentionsOf(sentence.mentions, "person").some(
    (person) =>
      isOutside(sentence, person.sense.person.actor) &&
      person.from - to <= FURTHEST_THIRD &&
      from - person.to <= FURTHEST_THIRD,
  );
}

/** The mediator is no side of a round either, save where he receives delegations. */
const isOutside = ({ thirds, mediators, cues }: TalksSentence, actor: string): boolean =>
  thirds.has(actor) || (mediators.has(actor) && !cues.has("talks.delegation"));

const MEETING_VERBS: ReadonlySet<CueName> = new Set(["talks.meeting", "phase.ended"]);
