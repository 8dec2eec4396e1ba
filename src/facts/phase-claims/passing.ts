import { clauseIndex, clausesOf } from "../meetings/clauses.ts";
import { namesRound, tellsOfRound } from "../meetings/round-sentence.ts";
import { cuesOf } from "../mention.ts";
import type { TalksSentence, TalksView } from "../relevance/talks-view.ts";

/**
 * Whether a sentence speaks of the talks in passing, in an article whose news is something else: "ahead of
 * Friday's talks", or below a headline and `lead` sentences that name no talks.
 */
export function isPassing(view: TalksView, sentence: TalksSentence, lead: number): boolean {
  if (isOfDelegates(sentence)) return false;
  if (isToldAside(view, sentence)) return true;
  if (sentence.part === "title") return false;
  const body = view.sentences.filter(({ part }) => part !== "title");
  const head = new Set(body.slice(0, lead));
  if (head.has(sentence)) return false;
  return !view.sentences.some(
    (other) =>
      (other.part === "title" || head.has(other)) && namesRound(other) && tellsOfRound(other),
  );
}

/** Delegates on their way to the talks are news of them. */
const isOfDelegates = ({ negotiating, cues }: TalksSentence): boolean =>
  cues.has("talks.travel") && (negotiating.size > 0 || cues.has("talks.delegation"));

/** Every word for the talks stands in a clause of another time. */
function isToldAside(view: TalksView, sentence: TalksSentence): boolean {
  const nouns = cuesOf(sentence.mentions, "talks.negotiation", "talks.meeting");
  if (nouns.length === 0 || endsThatEvening(sentence)) return false;
  const clauses = clausesOf(sentence, view.read.tokens);
  return nouns.every(({ from }) => {
    const kind = clauses[clauseIndex(clauses, from)]?.kind;
    return kind === "after" || kind === "before" || kind === "subordinate";
  });
}

/** "On Thursday night, after the end of the talks": the end itself is news. */
const endsThatEvening = ({ cues }: TalksSentence): boolean =>
  cues.has("phase.ended") && cues.has("meeting.late");
