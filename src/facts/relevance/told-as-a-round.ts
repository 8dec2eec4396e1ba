import type { CueName } from "../cues.ts";
import type { TalksSentence } from "./talks-view.ts";

/**
 * Whether an article tells of a round though no sentence need bring the parties together: people of
 * both are told of as negotiators, and what they do is a round.
 */
export function isToldAsRound(sentences: readonly TalksSentence[]): boolean {
  if (sentences.some(isElsewhere) || sentences.slice(0, HEAD).some(isHistory)) return false;
  const own = sentences.filter(
    ({ guests, cues }) => guests.size === 0 && !cues.has("talks.unrelated"),
  );
  if (!own.some(isRound) || !own.some(isPlaced)) return false;
  const people = union(own, ({ seats }) => seats.people);
  const negotiating = union(own, (sentence) => sentence.negotiating);
  if (people.size >= 2 && negotiating.size > 0 && isCommentary(own, sentences.length)) return true;
  if (!own.some(hasCourse)) return false;
  const delegations = union(own, ({ seats }) => seats.delegations);
  const teams = union(own, ({ seats }) => seats.teams);
  const seated = new Set([...negotiating, ...delegations, ...teams]);
  if (seated.size >= 2) return own.some(isDiplomacy);
  if (negotiating.size === 0) return false;
  const parties = union(own, (sentence) => sentence.parties);
  const ofNegotiators = own.some(({ cues }) => cues.has("talks.negotiator"));
  return (people.size >= 2 && own.some(isAtTable)) || (parties.size >= 2 && ofNegotiators);
}

const HEAD = 3;

/** A commentary names the other party by its leader, and goes from round to round. */
function isCommentary(own: readonly TalksSentence[], all: number): boolean {
  const ofTalks = own.filter(
    (sentence) =>
      isRound(sentence) ||
      isAtTable(sentence) ||
      (sentence.namesVenue && sentence.negotiating.size > 0),
  );
  const named = ofTalks.filter(({ namesVenue }) => namesVenue);
  return named.length >= 2 && ofTalks.length >= 3 && ofTalks.length * 3 >= all;
}

/** Delegations go to congresses and cups as well; negotiators and mediators do not. */
const isDiplomacy = ({ negotiating, mediators, cues }: TalksSentence): boolean =>
  negotiating.size > 0 || mediators.size > 0 || cues.has("talks.negotiator");

const isAtTable = ({ cues }: TalksSentence): boolean =>
  cues.has("talks.delegation") || cues.has("talks.both-sides");

/** Another subject, other talks, or someone else at the table. */
const isElsewhere = (sentence: TalksSentence): boolean =>
  sentence.namesOtherTalks ||
  sentence.cues.has("talks.off-subject") ||
  (sentence.guests.size > 0 &&
    (isTalk(sentence) || isAtTable(sentence) || sentence.cues.has("talks.team")));

const isTalk = ({ cues }: TalksSentence): boolean =>
  cues.has("talks.negotiation") || cues.has("talks.meeting") || cues.has("talks.delegation");

const isHistory = ({ cues }: TalksSentence): boolean => cues.has("modality.historical");

const isRound = ({ cues }: TalksSentence): boolean =>
  !cues.has("meeting.outside") &&
  !cues.has("talks.unrelated") &&
  (cues.has("talks.negotiation") || cues.has("talks.meeting"));

const isPlaced = ({ namesVenue, mediators }: TalksSentence): boolean =>
  namesVenue || mediators.size > 0;

const COURSE: readonly CueName[] = [
  "phase.ended",
  "phase.underway",
  "phase.ongoing",
  "phase.resume",
  "phase.suspended",
  "phase.no-agreement",
  "meeting.no-date",
  "meeting.next",
];

/** Tells how the round goes, not only that there is one. */
const hasCourse = (sentence: TalksSentence): boolean =>
  (isRound(sentence) || isAtTable(sentence) || sentence.namesVenue) &&
  !sentence.cues.has("talks.unrelated") &&
  COURSE.some((cue) => sentence.cues.has(cue));

const union = (
  sentences: readonly TalksSentence[],
  of: (sentence: TalksSentence) => ReadonlySet<string>,
): ReadonlySet<string> => new Set(sentences.flatMap((sentence) => [...of(sentence)]));
