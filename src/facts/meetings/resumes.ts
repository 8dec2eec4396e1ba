import { shareTokens, type TokenRange } from "../../articles/token-range.ts";
import { cuesOf } from "../mention.ts";
import type { TalksSentence, TalksView } from "../relevance/talks-view.ts";
import { toldAt } from "./told-at.ts";

/**
 * Whether a word for going on tells that talks will: not "no date for another round", nor the ordinal of
 * the round that has ended.
 */
export function resumes(view: TalksView, sentence: TalksSentence, cue: TokenRange): boolean {
  const { mentions, cues } = sentence;
  const modality = toldAt(view, sentence, cue);
  if (modality === "negated") return false;
  const overlaps = (other: TokenRange): boolean => shareTokens(other, cue);
  if (cuesOf(mentions, "meeting.no-date").some(overlaps)) return false;
  const isRound = cuesOf(mentions, "talks.negotiation", "talks.meeting").some(overlaps);
  if (!isRound || modality === "future" || cues.has("phase.scheduled")) return true;
  return !cues.has("phase.ended") && !cues.has("phase.no-agreement");
}
