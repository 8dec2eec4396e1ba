import type { Modality } from "../fact.ts";
import { cuesOf } from "../mention.ts";
import { modalityAt } from "../modality.ts";
import type { TalksSentence, TalksView } from "../relevance/talks-view.ts";
import type { TokenRange } from "./attachment.ts";

/** In tokens, before a word for a course. */
const NEGATION_REACH = 5;

/**
 * Whether a sentence asserts a course of the talks; "denied the report and said that they go ahead" denies
 * only up to what is said next.
 */
export function toldAt({ read }: TalksView, sentence: TalksSentence, cue: TokenRange): Modality {
  const modality = modalityAt(read, sentence, cue);
  if (modality !== "negated" || !sentence.cues.has("modality.denial")) return modality;
  const isNegated = cuesOf(sentence.mentions, "modality.negation", "modality.absence").some(
    ({ to }) => to <= cue.from && cue.from - to <= NEGATION_REACH,
  );
  if (isNegated) return modality;
  const denials = cuesOf(sentence.mentions, "modality.denial").filter(({ to }) => to <= cue.from);
  const isSaidAnew = cuesOf(sentence.mentions, "talks.report").some(
    ({ from, to }) =>
      to <= cue.from &&
      denials.length > 0 &&
      denials.every((denial) => denial.to < from && from - denial.from > 1),
  );
  return isSaidAnew ? "asserted" : modality;
}
