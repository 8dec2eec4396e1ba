import { shareTokens, type TokenRange } from "../../articles/token-range.ts";
import type { Token } from "../../articles/tokens.ts";
import { cuesOf } from "../mention.ts";
import type { TalksSentence } from "../relevance/talks-view.ts";
import { isNewDay } from "./plans.ts";

/** In tokens, for an article or the word for day between. */
const BESIDE = 1;
/** In tokens, between a day with an ending of its own and the talks that it is said of. */
const FURTHEST_OWNED = 3;
/** In tokens, between "until" and what stops or is put off till then. */
const FURTHEST_STOP = 8;
/** The same where the verb comes last. */
const NEAREST_VERB = 2;

/**
 * Whether a day is only the last or the first by which something is: "by Wednesday", "before Friday", "the
 * Sunday deadline". "Before Friday's talks" and "put off until Friday" name the day of the talks.
 */
export function isDeadline(
  sentence: TalksSentence,
  tokens: readonly Token[],
  date: TokenRange,
): boolean {
  const limits = cuesOf(sentence.mentions, "meeting.limit");
  if (limits.some((limit) => gapBetween(limit, date) <= BESIDE)) return true;
  const bound = cuesOf(sentence.mentions, "meeting.deadline").find(
    ({ to }) => to <= date.from && date.from - to <= BESIDE,
  );
  if (bound === undefined || isOwned(sentence, tokens, date, bound)) return false;
  if (endedBy(sentence, date) || isPurpose(sentence, date, bound)) return false;
  return !isNewDay(sentence, sentence, date) && !stopsUntil(sentence, date, bound);
}

/** "Adjourned before midnight Thursday", "by Monday afternoon the talks were over": the day on which they ended. */
const endedBy = ({ mentions, cues }: TalksSentence, date: TokenRange): boolean =>
  cuesOf(mentions, "meeting.lasted").some(({ from, to }) => from <= date.from && date.from <= to) ||
  (cues.has("phase.ended") && !NOT_OVER.some((cue) => cues.has(cue)));

/** In tokens, from the verb of leaving to what it is done for. */
const NEAREST_PURPOSE = 1;

/** "Left for Oslo so as to take part, on Friday, in …": the Persian word for "until" also says what for. */
const isPurpose = ({ mentions }: TalksSentence, date: TokenRange, bound: TokenRange): boolean =>
  cuesOf(mentions, "talks.complement").some(({ from }) => from === bound.from) &&
  cuesOf(mentions, "delegation.attend", "meeting.wished", "talks.meeting").some(
    ({ from }) => from >= date.to,
  ) &&
  cuesOf(mentions, "talks.travel", "phase.scheduled", "delegation.send").some(
    ({ to }) => to <= bound.from && bound.from - to <= NEAREST_PURPOSE,
  );

const NOT_OVER = ["phase.scheduled", "meeting.next", "modality.obligation"] as const;

/** "Friday's talks", "the Friday talks". */
function isOwned(
  { mentions }: TalksSentence,
  tokens: readonly Token[],
  date: TokenRange,
  bound: TokenRange,
): boolean {
  const isPossessive = /['\u2019]s$/.test(tokens[date.to - 1]?.text ?? "");
  const furthest = isPossessive ? FURTHEST_OWNED : date.from - bound.to - 1;
  return cuesOf(mentions, "talks.negotiation", "talks.meeting").some(
    ({ from }) => from >= date.to && from - date.to <= furthest,
  );
}

/** "Adjourned until Friday": the day on which they go on. */
function stopsUntil({ mentions }: TalksSentence, date: TokenRange, bound: TokenRange): boolean {
  const isUntil = cuesOf(mentions, "meeting.to").some(({ to }) => to === bound.to);
  const rounds = cuesOf(mentions, "talks.negotiation", "talks.meeting");
  return (
    isUntil &&
    cuesOf(mentions, "phase.resume", "phase.ended", "phase.suspended", "phase.postponed").some(
      (stop) =>
        !rounds.some((round) => shareTokens(round, stop)) &&
        (stop.to <= bound.from
          ? bound.from - stop.to <= FURTHEST_STOP
          : stop.from >= date.to && stop.from - date.to <= NEAREST_VERB),
    )
  );
}

const gapBetween = (a: TokenRange, b: TokenRange): number =>
  Math.max(0, a.from >= b.to ? a.from - b.to : b.from - a.to);
