import type { TokenRange } from "../../articles/token-range.ts";
import type { Token } from "../../articles/tokens.ts";
import type { CueName } from "../cues.ts";
import type { DateMention } from "../dates/date-mention.ts";
import { cuesOf, type Mention } from "../mention.ts";
import { standingDenials } from "../modality.ts";
import type { TalksSentence, TalksView } from "../relevance/talks-view.ts";
import { isJoinedOn } from "./told-at.ts";

const STRONG_MARKS = ";:\u061b?!.\u061f";
const COMMAS = ",\u060c";
const CLAUSE_MARKS = `${STRONG_MARKS}${COMMAS}\u2014\u2013()`;

/** In tokens, from a denying word to the end of what it denies. */
const FURTHEST_DENIED = 28;
/** The same in front of a verb that comes last. */
const FURTHEST_BEFORE = 24;
/** In tokens, from "no" to the meeting that there is none of. */
const FURTHEST_NONE = 2;

/**
 * The stretches of a sentence in which a meeting is denied: "rejected reports that they meet on Friday", "the story
 * of a round in Bern is untrue", "no meeting is planned for Thursday". To deny that talks are put off, or that they
 * came to a deal, denies no meeting.
 */
export function deniedIn({ read }: TalksView, sentence: TalksSentence): readonly TokenRange[] {
  const { cues } = sentence;
  if (!cues.has("modality.denial") && !cues.has("modality.absence") && !cues.has("modality.none"))
    return NONE;
  const stretches = standingDenials(sentence).flatMap((denial) =>
    stretchesOf(read, sentence, denial),
  );
  const absent = cues.has("modality.none") ? absencesIn(read, sentence) : NONE;
  return [...stretches, ...absent].filter((stretch) => isOfMeeting(sentence, stretch));
}

const NONE: readonly TokenRange[] = [];

/** The days that a sentence says are not those of a meeting, with the other day that a weekday may mean. */
export function deniedDays(
  view: TalksView,
  sentence: TalksSentence,
  dates: readonly DateMention[],
): readonly string[] {
  const stretches = deniedIn(view, sentence);
  return stretches.length === 0
    ? []
    : dates
        .filter((date) => isWithin(date, stretches))
        .flatMap(({ date, alternative }) => [date ?? [], alternative ?? []].flat());
}

/** Whether a range lies in one of the stretches. */
export const isWithin = (range: TokenRange, stretches: readonly TokenRange[]): boolean =>
  stretches.some(({ from, to }) => from <= range.from && range.to <= to);

/** What a denial itself encloses, what follows it and, where the verb comes last, what stands before it. */
function stretchesOf(
  read: TalksView["read"],
  sentence: TalksSentence,
  denial: TokenRange,
): TokenRange[] {
  const { mentions } = sentence;
  const isVerbLast = read.article.lang === "fa";
  const takesThat = cuesOf(mentions, "talks.complement").some(({ from }) => from === denial.to);
  const isPredicate =
    !takesThat &&
    cuesOf(mentions, "modality.refuted").some(
      ({ from, to }) => from <= denial.from && denial.to <= to,
    );
  const opens =
    !isVerbLast ||
    takesThat ||
    cuesOf(mentions, "modality.refutation", "modality.refuting").some(
      ({ from }) => from === denial.from,
    );
  const after = { from: denial.from, to: endOf(read, sentence, denial) };
  const before = { from: startOf(read.tokens, sentence, denial), to: denial.to };
  return [
    denial,
    ...(opens && !isPredicate ? [after] : []),
    ...(isVerbLast || isPredicate ? [before] : []),
  ];
}

/** "Denied it and said …", "denied it, but …", "denied it; …" go on with something else. */
function endOf(read: TalksView["read"], sentence: TalksSentence, denial: TokenRange): number {
  const { mentions } = sentence;
  const last = Math.min(sentence.to, denial.to + FURTHEST_DENIED);
  const anew = cuesOf(mentions, "talks.report").find(
    (verb) => verb.from > denial.to && isJoinedOn(read, sentence, verb),
  );
  const contrast = cuesOf(mentions, "speech.contrast").find(({ from }) => from >= denial.to);
  let end = Math.min(last, anew?.from ?? last, contrast?.from ?? last);
  for (let at = denial.to; at < end; at += 1)
    if (isMark(read.tokens[at], STRONG_MARKS) || goesOnAt(read.tokens, mentions, at)) end = at;
  return end;
}

/** A comma and "and", unless "that" follows. */
const goesOnAt = (tokens: readonly Token[], mentions: readonly Mention[], at: number): boolean =>
  isMark(tokens[at], COMMAS) &&
  cuesOf(mentions, "speech.and").some(({ from }) => from === at + 1) &&
  !cuesOf(mentions, "talks.complement").some(({ from }) => from === at + 2);

function startOf(tokens: readonly Token[], sentence: TalksSentence, denial: TokenRange): number {
  const first = Math.max(sentence.from, denial.from - FURTHEST_BEFORE);
  let start = denial.from;
  while (start > first && !isMark(tokens[start - 1], CLAUSE_MARKS)) start -= 1;
  return start;
}

/** "No meeting is planned for Thursday", to the end of the clause. */
function absencesIn(
  { tokens }: TalksView["read"],
  { mentions, to: last }: TalksSentence,
): TokenRange[] {
  const nouns = cuesOf(mentions, "talks.negotiation", "talks.meeting", "talks.plan");
  return cuesOf(mentions, "modality.none").flatMap(({ from, to }) => {
    const noun = nouns.find((one) => one.from >= to && one.from - to <= FURTHEST_NONE);
    if (noun === undefined) return [];
    let end = noun.to;
    while (end < last && !isMark(tokens[end], CLAUSE_MARKS)) end += 1;
    return [{ from, to: end }];
  });
}

/** Other things that may be denied of a meeting that takes place. */
const OTHER_THINGS: readonly CueName[] = [
  "phase.postponed",
  "phase.cancelled",
  "phase.in-doubt",
  "phase.suspended",
  "phase.collapsed",
  "phase.barred",
  "phase.agreement",
  "phase.no-agreement",
  "meeting.moved",
  "format.direct",
  "talks.deal",
  "talks.other-act",
  "speech.demand",
];

/** What says of a meeting that it is planned or held. */
const TAKES_PLACE: readonly CueName[] = [
  "phase.scheduled",
  "phase.ended",
  "phase.underway",
  "phase.begins",
  "phase.resume",
  "meeting.happens",
  "modality.hearsay",
  "modality.none",
  "talks.about-date",
];

function isOfMeeting({ mentions }: TalksSentence, stretch: TokenRange): boolean {
  const holds = (...names: CueName[]): boolean =>
    cuesOf(mentions, ...names).some(({ from, to }) => stretch.from <= from && to <= stretch.to);
  return !holds(...OTHER_THINGS) && (holds(...TAKES_PLACE) || holds("talks.meeting"));
}

const isMark = (token: Token | undefined, marks: string): boolean =>
  token?.kind === "mark" && marks.includes(token.text);
