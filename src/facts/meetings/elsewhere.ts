import { cuesOf, type Mention, mentionsOf } from "../mention.ts";
import type { TalksSentence } from "../relevance/talks-view.ts";

/** In tokens, between the word for meeting and who is met. */
const FURTHEST_THIRD = 14;

/** Whether a word for meeting tells of one whose other side is no party, by the people beside it. */
export function isElsewhere(sentence: TalksSentence, mention: Mention): boolean {
  if (sentence.negotiating.size >= 2 || !isMeeting(sentence, mention)) return false;
  const { from, to } = mention;
  return mentionsOf(sentence.mentions, "person").some(
    (person) =>
      isOutside(sentence, person.sense.person.actor) &&
      !(sentence.parties.size >= 2 && isSpeaking(sentence, person)) &&
      person.from - to <= FURTHEST_THIRD &&
      from - person.to <= FURTHEST_THIRD,
  );
}

/** In tokens, between a person and the verb of saying. */
const NEAREST_VERB = 5;

/** Whether a person stands beside a verb of saying. */
export const isSpeaking = ({ mentions }: TalksSentence, { from, to }: Mention): boolean =>
  cuesOf(mentions, "talks.report").some(
    (verb) => verb.from - to <= NEAREST_VERB && from - verb.to <= NEAREST_VERB,
  );

/** A word for meeting, or one for a meeting's end that is the same word: "met". */
const isMeeting = ({ mentions }: TalksSentence, { sense, from, to }: Mention): boolean =>
  sense.kind === "cue" &&
  (sense.cue === "talks.meeting" ||
    (sense.cue === "phase.ended" &&
      cuesOf(mentions, "talks.meeting").some((verb) => verb.from < to && from < verb.to)));

/** The mediator is no side of a round either, save where he receives delegations. */
const isOutside = ({ thirds, mediators, cues }: TalksSentence, actor: string): boolean =>
  thirds.has(actor) || (mediators.has(actor) && !cues.has("talks.delegation"));
