import { mentionsOf } from "../mention.ts";
import { isSpeaking } from "./elsewhere.ts";
import type { TalksSentence } from "../relevance/talks-view.ts";

/** Whether a sentence may tell of a meeting of the parties, rather than of one with others. */
export function tellsOfRound(sentence: TalksSentence): boolean {
  const { parties, mediators, thirds, cues, namesOtherTalks } = sentence;
  if (meetsOthers(sentence)) return false;
  if (parties.size < 2) {
    if (namesOtherTalks || cues.has("talks.off-subject") || cues.has("meeting.outside"))
      return false;
    if (meetsOthers(sentence)) return false;
    const isOfThirds =
      thirds.size > 0 && parties.size + mediators.size === 0 && !cues.has("meeting.next");
    if (isOfThirds && !cues.has("talks.negotiation") && !cues.has("talks.both-sides")) return false;
  }
  return namesRound(sentence) || sentence.negotiating.size >= 2 || showsRound(sentence);
}

/** Whether a sentence has a word for a meeting or its course. */
export const namesRound = ({ cues }: TalksSentence): boolean =>
  NAMES_ROUND.some((cue) => cues.has(cue));

/** "The Iranians and the Americans spent Monday on separate floors": how they sit says that they meet. */
export const showsRound = ({ parties, cues }: TalksSentence): boolean =>
  parties.size >= 2 && SHOWS_ROUND.some((cue) => cues.has(cue));

const SHOWS_ROUND = ["format.direct", "format.indirect", "phase.agreement"] as const;

const NAMES_ROUND = [
  "talks.negotiation",
  "talks.meeting",
  "phase.scheduled",
  "phase.cancelled",
  "phase.postponed",
  "meeting.next",
  "meeting.earlier",
] as const;

/** One side with a third or with the mediator alone, and no word of negotiations. */
function meetsOthers(sentence: TalksSentence): boolean {
  const { parties, mediators, thirds, cues, mentions, negotiating } = sentence;
  if (!cues.has("talks.meeting") || cues.has("talks.negotiation")) return false;
  if (parties.size === 0)
    return thirds.size > 0 && !cues.has("talks.both-sides") && !cues.has("meeting.next");
  if (negotiating.size >= 2) return false;
  const people = new Set(
    mentionsOf(mentions, "person")
      .filter((person) => parties.size < 2 || !isSpeaking(sentence, person))
      .map(({ sense }) => sense.person.actor),
  );
  const withThird = [...thirds].some((actor) => people.has(actor));
  const withMediator = [...mediators].some((actor) => people.has(actor));
  return withThird || (withMediator && !cues.has("talks.delegation"));
}
