import type { TokenRange } from "../../articles/token-range.ts";
import type { CueName } from "../cues.ts";
import type { MeetingFormat } from "../fact.ts";
import { cuesOf, type Mention } from "../mention.ts";
import { modalityAt } from "../modality.ts";
import type { TalksSentence, TalksView } from "../relevance/talks-view.ts";

/**
 * Whether a range of a sentence tells of direct or indirect talks: "not direct" is indirect, and what
 * is merely wished for, argued about or open is neither.
 */
export function formatIn(
  { read }: TalksView,
  sentence: TalksSentence,
  range: TokenRange,
): MeetingFormat | null {
  const inRange = (cue: CueName): Mention[] =>
    cuesOf(sentence.mentions, cue).filter(({ from, to }) => range.from <= from && to <= range.to);
  const indirect = inRange("format.indirect");
  const direct = inRange("format.direct").filter(
    ({ from, to }) => !indirect.some((other) => other.from <= from && to <= other.to),
  );
  const found = [...direct.map(told("direct")), ...indirect.map(told("indirect"))].filter(
    (format) => format !== null,
  );
  if (new Set(found).size > 1) return indirect.every(isMediation) ? "direct" : "indirect";
  return found[0] ?? null;

  /** A mediator may sit between the sides at one table. */
  function isMediation({ from, to }: Mention): boolean {
    return cuesOf(sentence.mentions, "talks.mediation").some(
      (other) => from < other.to && other.from < to,
    );
  }

  function told(format: MeetingFormat) {
    return (cue: Mention): MeetingFormat | null => {
      const modality = modalityAt(read, sentence, cue);
      if (modality === "hypothetical" || isArgued(sentence, cue)) return null;
      if (modality !== "negated") return format;
      return format === "direct" ? "indirect" : null;
    };
  }
}

/** In tokens, between a word of dispute or wish and what is wished for. */
const FURTHEST_WISH = 6;

/** "Iran insists on indirect talks": a side's wish. */
function isArgued({ mentions, cues }: TalksSentence, { from }: TokenRange): boolean {
  if (cues.has("talks.settled")) return false;
  return cuesOf(mentions, "talks.disagreement").some(
    (wish) => wish.from < from && from - wish.to <= FURTHEST_WISH,
  );
}
