import type { Dossier } from "../config/dossier.ts";
import type { Attribution, Meeting } from "../facts/fact.ts";
import { type CalendarDate, localDate } from "../lib/calendar-date.ts";
import { hostWord, wordBehind } from "./host-word.ts";
import { stepPhase } from "./phase-fold.ts";
import { isStandingClaim } from "./standing-claim.ts";
import { remember } from "./recent.ts";
import type { Citation, Report } from "./report.ts";
import { isOnlyOffered, nextDay } from "./rounds/next-round.ts";
import { roundDue } from "./rounds/round-due.ts";
import { stepRounds } from "./rounds/round-state.ts";
import { FIRM } from "./rounds/standing.ts";
import type { StandingOf } from "./source-standing.ts";
import type { TalksState } from "./talks-state.ts";
import { stepTension } from "./tension.ts";
import { needsBegunRound, type RoundDay } from "./transitions.ts";
import { support, voteOf } from "./vote.ts";

/** What folding needs to know of the talks. */
export type FoldContext = { readonly dossier: Dossier; readonly standingOf: StandingOf };

const MOST = { members: 300, statements: 400, events: 300, few: 60 };

/**
 * The state of the talks after one more report. Pure; reports come in the order of publication, and
 * {@link addReport} sees to those that arrive late.
 */
export function fold(context: FoldContext, state: TalksState, report: Report): TalksState {
  const start: TalksState = { ...state, read: { value: recordOf(report), before: state.read } };
  if (!report.extraction.relevant) return start;
  const steps = [
    foldPhase,
    foldRounds,
    foldDelegations,
    foldStatements,
    foldEvents,
    foldContextFacts,
  ];
  const heard: TalksState = {
    ...start,
    newestReport: report.published,
    learntAt: laterOf(state.learntAt, report.fetchedAt ?? report.published),
  };
  return steps.reduce((next, step) => step(context, next, report), heard);
}

/** Reports come in later than they are published, and not in that order. */
const laterOf = (a: Date | null, b: Date): Date => (a !== null && a > b ? a : b);

type Step = (context: FoldContext, state: TalksState, report: Report) => TalksState;

const foldPhase: Step = ({ dossier, standingOf }, state, report) => {
  const claim = report.extraction.phase;
  const today = localDate(report.published, dossier.timeZone);
  if (claim === null || !isStandingClaim(claim, { report, state, today })) return state;
  const attribution = wordBehind(claim, report, state.rounds);
  const vote = voteOf({ ...claim, attribution, value: claim.phase }, report, standingOf);
  const round = () =>
    needsBegunRound(claim.phase) ? roundDay(state, report, today) : ("none" as const);
  const day = roundDue(state.rounds, today);
  const isSinceRound = (published: Date): boolean =>
    day === null || localDate(published, dossier.timeZone) >= day;
  const circumstances = { round, isSinceRound, passing: claim.passing };
  return { ...state, phase: stepPhase(state.phase, vote, circumstances) };
};

/** Whether the round awaited is due on the day of a report, or firmly known to be still ahead. */
function roundDay({ rounds }: TalksState, { published }: Report, today: CalendarDate): RoundDay {
  const awaited = nextDay(rounds, published, today);
  if (awaited === null || isOnlyOffered(awaited)) return "none";
  if (awaited.date === today) return "today";
  return support(awaited.votes) >= FIRM ? "ahead" : "none";
}

const foldRounds: Step = ({ dossier, standingOf }, state, report) => {
  const today = localDate(report.published, dossier.timeZone);
  return {
    ...state,
    rounds: report.extraction.meetings
      .filter((meeting) => !isUnheardOf(meeting, state, today))
      .reduce((rounds, meeting) => {
        const attribution = hostWord(meeting.attribution, report, state.rounds);
        return stepRounds(rounds, voteOf({ ...claimOf(meeting), attribution }, report, standingOf));
      }, state.rounds),
  };
};

/** A round said to go on today that nobody announced, while the talks count as adjourned. */
const isUnheardOf = (
  { status, date }: Meeting,
  { phase, rounds }: TalksState,
  today: CalendarDate,
): boolean =>
  status === "underway" &&
  date === today &&
  phase.periods.at(-1)?.phase === "adjourned" &&
  roundDue(rounds, today) === null;

const claimOf = (meeting: Meeting) => ({
  value: meeting,
  attribution: meeting.attribution,
  evidence: meeting.evidence,
  hedged: false,
});

/** A list of who sits at the table is the article's own unless it says otherwise. */
const OWN: Attribution = { kind: "article" };

const foldDelegations: Step = ({ standingOf }, state, report) => {
  const claims = report.extraction.delegations.flatMap(({ party, members, evidence }) =>
    members.map((member) =>
      voteOf(
        {
          value: { party, ...member },
          attribution: OWN,
          evidence: member.named ?? evidence,
          hedged: false,
        },
        report,
        standingOf,
      ),
    ),
  );
  return {
    ...state,
    members: claims.reduce(
      (members, claim) => remember(members, claim, MOST.members),
      state.members,
    ),
  };
};

const citationOf = (report: Report, { evidence }: Pick<Citation, "evidence">): Citation => ({
  report,
  evidence,
});

const foldStatements: Step = (_, state, report) => {
  if (isCopy(report)) return state;
  const said = report.extraction.statements.map((value) => ({
    value,
    citation: citationOf(report, value),
  }));
  return {
    ...state,
    statements: said.reduce((all, one) => remember(all, one, MOST.statements), state.statements),
  };
};

const foldEvents: Step = ({ dossier }, state, report) => {
  if (isCopy(report)) return state;
  const news = report.extraction.events.filter(
    ({ background, modality }) => !background && modality === "asserted",
  );
  const parties = new Set(
    dossier.actors.filter(({ standing }) => standing === "party").map(({ code }) => code),
  );
  const day = localDate(report.published, dossier.timeZone);
  return {
    ...state,
    events: news.reduce(
      (all, value) => remember(all, { value, citation: citationOf(report, value) }, MOST.events),
      state.events,
    ),
    deeds: news
      .filter(({ source, target }) => parties.has(source) && parties.has(target))
      .reduce((deeds, event) => stepTension(deeds, event, day), state.deeds),
  };
};

const foldContextFacts: Step = (_, state, report) => ({
  ...state,
  disagreements: report.extraction.disagreements.reduce(
    (all, value) => remember(all, { value, citation: citationOf(report, value) }, MOST.few),
    state.disagreements,
  ),
  milestones: report.extraction.milestones.reduce(
    (all, value) => remember(all, { value, citation: citationOf(report, value) }, MOST.few),
    state.milestones,
  ),
});

/** A copy of a report repeats its words and events; it adds no new ones. */
const isCopy = ({ articleId, storyId }: Report): boolean => articleId !== storyId;

const recordOf = (report: Report) => ({
  published: report.published,
  story: report.storyId,
  source: report.source.owner,
  side: report.source.side,
  lang: report.lang,
});
