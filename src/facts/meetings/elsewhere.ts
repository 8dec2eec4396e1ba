import { cuesOf, type Mention, mentionsOf } from "../mention.ts";
import type { TalksSentence } from "../relevance/talks-view.ts";

/** In tokens, between the word for meeting and who is met. */
const FURTHEST_THIRD = 14;

/** Whether a word for meeting, or for staying away, tells of one whose other side is no party, by who stands beside it. */
export function isElsewhere(sentence: TalksSentence, mention: Mention): boolean {
  if (isMediatorAway(sentence, mention)) return true;
  if (sentence.negotiating.size >= 2 || !isMeeting(sentence, mention)) return false;
  if (isOutsidersVisit(sentence, mention)) return true;
  const { from, to } = mention;
  return mentionsOf(sentence.mentions, "person").some(
    (person) =>
      isOutside(sentence, person.sense.person.actor) &&
      !(sentence.parties.size >= 2 && isSpeaking(sentence, person)) &&
      person.from - to <= FURTHEST_THIRD &&
      from - person.to <= FURTHEST_THIRD,
  );
}

/** In tokens, between the mediator and the verb of staying away. */
const NEAREST_MEDIATOR = 3;

/** "The mediator will not attend": which calls nothing off. */
const isMediatorAway = ({ mentions }: TalksSentence, { sense, from }: Mention): boolean =>
  sense.kind === "cue" &&
  sense.cue === "phase.cancelled" &&
  cuesOf(mentions, "delegation.attend").some(
    (verb) => verb.from >= from && verb.from - from <= 3,
  ) &&
  cuesOf(mentions, "talks.mediation").some(
    ({ to }) => to <= from && from - to <= NEAREST_MEDIATOR,
  ) &&
  !mentionsOf(mentions, "person").some(({ to }) => to <= from && from - to <= NEAREST_MEDIATOR);

/** In tokens, from the word for meeting to who is met, and back to who meets. */
const FURTHEST_MET = 9;
const FURTHEST_VISITOR = 14;

/** "Albusaidi said after meeting Vance that Iran …": the last one named before meets people of one party alone. */
function isOutsidersVisit(sentence: TalksSentence, { from, to }: Mention): boolean {
  const { mentions } = sentence;
  if (cuesOf(mentions, "talks.both-sides").some((both) => isNear(both.from, to))) return false;
  const people = mentionsOf(mentions, "person");
  const visitor = people.findLast((person) => person.to <= from);
  if (visitor === undefined || from - visitor.to > FURTHEST_VISITOR) return false;
  if (!isOutside(sentence, visitor.sense.person.actor)) return false;
  const met = new Set(
    people.filter((person) => isNear(person.from, to)).map(({ sense }) => sense.person.actor),
  );
  return met.size === 1 && [...met].every((actor) => sentence.parties.has(actor));
}

const isNear = (from: number, to: number): boolean => from >= to && from - to <= FURTHEST_MET;

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
