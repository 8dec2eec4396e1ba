import { shareTokens, type TokenRange } from "../../articles/token-range.ts";
import type { CueName } from "../cues.ts";
import type { Language } from "../../lib/language.ts";
import type { Modality } from "../fact.ts";
import { cuesOf, type Mention } from "../mention.ts";
import type { Course } from "./course.ts";
import { isRebutted, toldAt } from "./told-at.ts";
import type { TalksSentence, TalksView } from "../relevance/talks-view.ts";
import { isElsewhere } from "./elsewhere.ts";

/** Reads the cues of a range, each by its modality: a denied cancellation goes ahead. */
export function courseIn(view: TalksView, sentence: TalksSentence, range: TokenRange): Course {
  const { isTold, isFuture, isNews, isPast, isDenied, isOpened, isKept } = tellingIn(
    view,
    sentence,
    range,
  );
  const receives = isReceiving(sentence);
  // "No direct talks were held" denies how they were held.
  const isHeldOtherwise = isDenied("phase.ended") && isDenied("format.direct");
  const scheduled = isFuture("talks.meeting") || isPlanned(view, sentence, range);
  // What came of one round, beside the plan of the next.
  const isAssessed = isPast("phase.assessed") && !scheduled;
  const isEnded = (isPast("phase.ended") && !receives) || isAssessed;
  return {
    cancelled: isTold("phase.cancelled"),
    postponed: isNews("phase.postponed"),
    inDoubt: isOpened("phase.in-doubt"),
    goingAhead:
      isRebutted(sentence) ||
      isTold("phase.going-ahead") ||
      (isKept("phase.cancelled") && !isNews("phase.postponed")) ||
      isKept("phase.postponed"),
    underway: isPast("phase.underway") || (receives && isPast("phase.ended")),
    begins: isPast("phase.begins"),
    ongoing: isPast("phase.ongoing"),
    ended: isEnded || isHeldOtherwise || isPast("phase.agreement"),
    scheduled,
    proposed: isTold("phase.proposed"),
    agreed: isTold("phase.agreed") || isTold("phase.accepted"),
    brokenOff: isPast("phase.collapsed") || isPast("phase.suspended"),
    open: isOpen(view, sentence, range),
  };
}

/** "The delayed talks": put off before, which is no news. */
export const isDelayed = ({ mentions }: TalksSentence, { from, to }: TokenRange): boolean =>
  cuesOf(mentions, "meeting.delayed").some((whole) => whole.from < to && from < whole.to);

/** "Contacts go on": what goes on is not the round. */
export const isOfContacts = ({ mentions }: TalksSentence, { sense, from, to }: Mention): boolean =>
  sense.kind === "cue" &&
  OF_NOW.has(sense.cue) &&
  cuesOf(mentions, "phase.resume").some((whole) => whole.from < from && to <= whole.to);

/** "To begin", "to hold": what a present tense would tell of now. */
export const isInfinitive = ({ mentions }: TalksSentence, { sense, from }: Mention): boolean =>
  sense.kind === "cue" &&
  sense.cue === "phase.begins" &&
  cuesOf(mentions, "meeting.to").some(({ to }) => to === from);

/** "Calling it a start", "the point of departure": a noun that says of no meeting that it began. */
export const isNoun = ({ mentions }: TalksSentence, mention: Mention): boolean =>
  mention.sense.kind === "cue" &&
  OF_BEGINNING.has(mention.sense.cue) &&
  cuesOf(mentions, "phase.as-noun").some((noun) => shareTokens(noun, mention));

const OF_BEGINNING: ReadonlySet<CueName> = new Set(["phase.begins", "phase.underway"]);

/** "To be held": the participle of a plan. */
export const isOfPlan = ({ mentions }: TalksSentence, { sense, from, to }: Mention): boolean =>
  sense.kind === "cue" &&
  sense.cue === "phase.ended" &&
  cuesOf(mentions, "phase.scheduled").some(
    (plan) => plan.from < from && to <= plan.to && plan.to - plan.from <= LONGEST_PLAN,
  );

/** In tokens: longer phrases hold more than one verb. */
const LONGEST_PLAN = 4;

const OF_NOW: ReadonlySet<CueName> = new Set([
  "phase.ongoing",
  "phase.underway",
  "phase.scheduled",
]);

/** How the cues of a range are told. */
function tellingIn(view: TalksView, sentence: TalksSentence, range: TokenRange) {
  const read = (cue: CueName): readonly Modality[] =>
    cuesOf(sentence.mentions, cue)
      .filter((mention) => isWithin(mention, range))
      .filter((mention) => cue === "phase.agreement" || isSaidOfTalks(view, sentence, mention))
      .filter((mention) => !isElsewhere(sentence, mention) && !isDelayed(sentence, mention))
      .filter((mention) => !isOfContacts(sentence, mention) && !isInfinitive(sentence, mention))
      .filter((mention) => !isOfPlan(sentence, mention) && !isNoun(sentence, mention))
      .map((mention) => toldAt(view, sentence, mention));
  const known = new Map<CueName, readonly Modality[]>();
  const modalities = (cue: CueName): readonly Modality[] => {
    if (!sentence.cues.has(cue)) return [];
    const found = known.get(cue) ?? read(cue);
    known.set(cue, found);
    return found;
  };
  return {
    isTold: (cue: CueName): boolean =>
      modalities(cue).some((modality) => modality !== "negated" && modality !== "hypothetical"),
    isNews: (cue: CueName): boolean =>
      modalities(cue).some((modality) => modality === "asserted" || modality === "future"),
    isPast: (cue: CueName): boolean =>
      modalities(cue).some((modality) => modality === "asserted" || modality === "historical"),
    isDenied: (cue: CueName): boolean => modalities(cue).includes("negated"),
    isFuture: (cue: CueName): boolean => modalities(cue).includes("future"),
    isOpened: (cue: CueName): boolean => modalities(cue).some((modality) => modality !== "negated"),
    isKept: (cue: CueName): boolean =>
      cuesOf(sentence.mentions, cue).some(
        (mention) => isWithin(mention, range) && isDenial(view, sentence, mention),
      ),
  };
}

/** Every word for the meeting is denied or owed, or possible at most. */
function isOpen(view: TalksView, sentence: TalksSentence, range: TokenRange): boolean {
  const nouns = cuesOf(sentence.mentions, "talks.negotiation", "talks.meeting").filter(
    (noun) => isWithin(noun, range) && !isElsewhere(sentence, noun),
  );
  const denials = cuesOf(sentence.mentions, "modality.denial");
  const isCovered = (noun: TokenRange): boolean => denials.some((denial) => isWithin(noun, denial));
  const modalities = nouns.map((noun) =>
    isCovered(noun) ? "negated" : toldAt(view, sentence, noun),
  );
  const isOwed = cuesOf(sentence.mentions, "modality.obligation").some(
    ({ to }) => to <= (nouns[0]?.from ?? 0),
  );
  return (
    nouns.length > 0 &&
    (isOwed || modalities.includes("negated")) &&
    modalities.every((modality) => modality === "negated" || modality === "hypothetical")
  );
}

/** Whether words of a plan stand in a range, other than what is merely offered or accepted. */
function isPlanned(view: TalksView, sentence: TalksSentence, range: TokenRange): boolean {
  return cuesOf(sentence.mentions, "phase.scheduled").some((mention) => {
    if (!isWithin(mention, range) || !isSaidOfTalks(view, sentence, mention)) return false;
    if (isElsewhere(sentence, mention) || isOffered(sentence, mention)) return false;
    const modality = toldAt(view, sentence, mention);
    return modality !== "negated" && modality !== "hypothetical";
  });
}

/** In tokens, between an offer and what is offered. */
const FURTHEST_OFFER = 10;

/** "Offered to host", "invited them to meet", "agreed to meet": an infinitive that plans nothing yet. */
export function isOffered({ mentions }: TalksSentence, plan: TokenRange): boolean {
  // "The hosting they are ready for": the words of the offer hold those of the plan.
  if (cuesOf(mentions, "phase.proposed").some((offer) => shareTokens(offer, plan))) return true;
  const isWish = cuesOf(mentions, "meeting.to", "meeting.wished").some(
    ({ from, to }) => from <= plan.from && plan.from <= to,
  );
  if (!isWish) return false;
  return cuesOf(mentions, "phase.proposed", "phase.accepted", "phase.agreed").some(
    ({ from, to }) => from < plan.from && plan.from - to <= FURTHEST_OFFER,
  );
}

/** "The minister met each delegation in turn": the host at work, which ends nothing. */
const isReceiving = ({ mediators, cues }: TalksSentence): boolean =>
  mediators.size > 0 &&
  cues.has("talks.meeting") &&
  cues.has("talks.delegation") &&
  !cues.has("talks.negotiation");

const isWithin = (inner: TokenRange, outer: TokenRange): boolean =>
  outer.from <= inner.from && inner.to <= outer.to;

/** In tokens, between a word for a course and the talks that take it. */
const FURTHEST_SUBJECT = 10;

/** Persian puts the verb at the end of the sentence. */
const FURTHEST_SUBJECT_BEFORE = { en: 16, ar: 14, fa: 30 } as const satisfies Record<
  Language,
  number
>;

/** Little else is postponed or called off, and what was to be held where may stand between. */
const OF_PLANS: ReadonlySet<CueName> = new Set(["phase.postponed", "phase.cancelled"]);
const FURTHEST_PLANNED = 30;

/** Whether words for talks or meetings stand near: funds are frozen too, and wars begin. */
export function isSaidOfTalks(
  { read }: TalksView,
  { mentions }: TalksSentence,
  { sense, from, to }: Mention,
): boolean {
  const isOfPlans = sense.kind === "cue" && OF_PLANS.has(sense.cue);
  const before = isOfPlans ? FURTHEST_PLANNED : FURTHEST_SUBJECT_BEFORE[read.article.lang];
  return cuesOf(mentions, "talks.negotiation", "talks.meeting", "talks.delegation").some(
    (noun) => noun.from - to <= FURTHEST_SUBJECT && from - noun.to <= before,
  );
}

/** Whether a cancellation or the like is denied; asking not to call talks off denies nothing. */
export function isDenial(view: TalksView, sentence: TalksSentence, cue: TokenRange): boolean {
  if (toldAt(view, sentence, cue) !== "negated") return false;
  if (sentence.cues.has("modality.denial")) return true;
  const isUnderVerb = cuesOf(sentence.mentions, "meeting.to", "modality.absence").some(
    ({ to }) => to === cue.from,
  );
  return !isUnderVerb;
}
