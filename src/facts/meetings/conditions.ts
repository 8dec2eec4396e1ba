import type { TokenRange } from "../../articles/token-range.ts";
import type { Token } from "../../articles/tokens.ts";
import { cuesOf } from "../mention.ts";
import type { TalksSentence } from "../relevance/talks-view.ts";

/** In tokens, from "if" to the verb of what may be. */
const FURTHEST_VERB = 18;
const STOPS = ",;:\u060c\u061b()?!.\u2014\u2013";

/**
 * Where a sentence makes it a condition that a meeting is held ("if the talks are held in Muscat", "should they take place"): the
 * stretch from the "if" to the end of its clause. What else hangs on a condition is none.
 */
export function conditionsIn(
  { mentions, to: end }: TalksSentence,
  tokens: readonly Token[],
): readonly TokenRange[] {
  const verbs = cuesOf(mentions, "meeting.happens");
  if (verbs.length === 0) return [];
  return cuesOf(mentions, "modality.condition").flatMap(({ from, to }) => {
    let stop = to;
    while (stop < end && !isStop(tokens[stop])) stop += 1;
    const isOfMeeting = verbs.some(
      (verb) => verb.from >= to && verb.to <= stop && verb.from - to <= FURTHEST_VERB,
    );
    return isOfMeeting ? [{ from, to: stop }] : [];
  });
}

const isStop = (token: Token | undefined): boolean =>
  token?.kind === "mark" && STOPS.includes(token.text);
