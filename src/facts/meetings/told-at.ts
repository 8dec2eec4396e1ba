import { shareTokens, type TokenRange } from "../../articles/token-range.ts";
import type { Modality } from "../fact.ts";
import { cuesOf } from "../mention.ts";
import { modalityAt } from "../modality.ts";
import type { TalksSentence, TalksView } from "../relevance/talks-view.ts";

/** A Persian verb of its own takes no future from the verb of the next clause. */
const isOwnVerb = ({ mentions }: TalksSentence, cue: TokenRange): boolean =>
  cue.to - cue.from >= 2 &&
  cuesOf(mentions, "phase.ended", "phase.underway").some(
    ({ from, to }) => from === cue.from && to === cue.to,
  ) &&
  !cuesOf(mentions, "modality.future").some(({ from, to }) => from < cue.to + 2 && cue.from < to);

/** In tokens, before a word for a course. */
const NEGATION_REACH = 5;

/** The title and the lead. */
const HEAD_SENTENCES = 3;

/**
 * Whether a sentence asserts a course of the talks; "denied the report and said that they go ahead" denies
 * only up to what is said next.
 */
export function toldAt({ read }: TalksView, sentence: TalksSentence, cue: TokenRange): Modality {
  const modality = modalityAt(read, sentence, cue);
  if (modality !== "negated" && isNeverAsked(read, sentence, cue)) return "hypothetical";
  if (modality === "negated" && isOutcomeAlone(sentence, cue)) return "asserted";
  if (modality === "negated" && isCalledOffTwice(sentence, cue)) return "asserted";
  if (modality === "historical" && isPlanBroken(sentence, cue)) return "asserted";
  if (modality === "future" && read.article.lang === "fa" && isOwnVerb(sentence, cue))
    return "asserted";
  if (modality !== "negated" || !sentence.cues.has("modality.denial")) return modality;
  const isNegated = cuesOf(sentence.mentions, "modality.negation", "modality.absence").some(
    ({ to }) => to <= cue.from && cue.from - to <= NEGATION_REACH,
  );
  if (isNegated) return modality;
  const denials = cuesOf(sentence.mentions, "modality.denial").filter(({ to }) => to <= cue.from);
  const isSaidAnew = cuesOf(sentence.mentions, "talks.report").some(
    (verb) =>
      verb.to <= cue.from &&
      denials.length > 0 &&
      denials.every((denial) => denial.to < verb.from && verb.from - denial.from > 1) &&
      isJoinedOn(read, sentence, verb),
  );
  return isSaidAnew ? "asserted" : modality;
}

/** In tokens, from a request to what is asked for. */
const FURTHEST_ASKED = 12;

/** "Never asked for the talks to be put off": what nobody asked for is neither news nor denied. */
const isNeverAsked = (read: TalksView["read"], sentence: TalksSentence, cue: TokenRange): boolean =>
  cuesOf(sentence.mentions, "speech.demand").some(
    (verb) =>
      verb.to <= cue.from &&
      cue.from - verb.to <= FURTHEST_ASKED &&
      modalityAt(read, sentence, verb) === "negated",
  );

const PAUSES = ",\u060c;\u061b\u2014\u2013";
/** In tokens, between "and" and the verb that it joins on, or "he". */
const JOINED_WITHIN = 2;

/** "Denied it and said", "denied it, saying": what is said next, rather than what is denied to have been said. */
export function isJoinedOn(
  { tokens, article }: TalksView["read"],
  { mentions }: TalksSentence,
  verb: TokenRange,
): boolean {
  if (cuesOf(mentions, "speech.saying").some(({ from }) => from === verb.from)) return true;
  // The Arabic "and" is written as one with its verb.
  if (article.lang === "ar" && tokens[verb.from]?.text.startsWith("\u0648")) return true;
  const before = tokens.slice(Math.max(0, verb.from - JOINED_WITHIN - 1), verb.from);
  return (
    before.some(({ kind, text }) => kind === "mark" && PAUSES.includes(text)) ||
    cuesOf(mentions, "speech.and", "speech.contrast").some(
      ({ to }) => to <= verb.from && verb.from - to <= JOINED_WITHIN,
    )
  );
}

/** "The round, due on Wednesday, had been put off": past to the teller, news to the reader. */
function isPlanBroken({ mentions, cues, index }: TalksSentence, cue: TokenRange): boolean {
  if (index >= HEAD_SENTENCES || cues.has("meeting.earlier")) return false;
  const isBreak = cuesOf(mentions, "phase.postponed", "phase.cancelled").some(
    ({ from, to }) => from === cue.from && to === cue.to,
  );
  return isBreak && cuesOf(mentions, "phase.scheduled").some(({ to }) => to <= cue.from);
}

/** "Will not take place and is called off": the "not" belongs to the first word for it alone. */
function isCalledOffTwice({ mentions }: TalksSentence, cue: TokenRange): boolean {
  const breaks = cuesOf(mentions, "phase.cancelled", "phase.postponed");
  if (!breaks.some(({ from, to }) => from === cue.from && to === cue.to)) return false;
  const denying = cuesOf(mentions, "modality.negation", "modality.absence", "modality.denial");
  return denying.every(({ from, to }) =>
    breaks.some((whole) => whole.from < to && from < whole.to && !shareTokens(whole, cue)),
  );
}

/** "Without an agreement" and "with no date set" deny the agreement and the date, not that it ended. */
function isOutcomeAlone({ mentions }: TalksSentence, cue: TokenRange): boolean {
  // The Persian word for "nine" also says "no".
  const outcomes = cuesOf(mentions, "phase.no-agreement", "meeting.no-date", "meeting.lasted");
  const denying = cuesOf(mentions, "modality.negation", "modality.absence", "modality.denial");
  return denying.every(({ from, to }) =>
    outcomes.some((whole) => whole.from <= from && to <= whole.to && !shareTokens(whole, cue)),
  );
}

/** "… reported the talks cancelled, but Iran denied it and said that they will be held". */
export function isRebutted({ mentions }: TalksSentence): boolean {
  const denials = cuesOf(mentions, "modality.denial");
  if (denials.length === 0) return false;
  const [cancelled] = cuesOf(mentions, "phase.cancelled", "phase.postponed", "phase.collapsed");
  return cuesOf(mentions, "phase.scheduled", "phase.going-ahead").some((plan) =>
    denials.some(
      (denial) => cancelled !== undefined && cancelled.to <= denial.from && denial.to <= plan.from,
    ),
  );
}
