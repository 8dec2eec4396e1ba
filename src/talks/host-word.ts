import type { Attribution, Meeting, PhaseClaim } from "../facts/fact.ts";
import type { Report } from "./report.ts";
import type { RoundState } from "./rounds/round-state.ts";
import { isOnRecord, type Vote } from "./vote.ts";

/**
 * Who speaks, as the talks know them: a state that hosts or mediates the rounds decides on them with
 * the parties, also where the article that carries its word does not say that it does.
 */
export function hostWord(
  attribution: Attribution,
  { extraction }: Report,
  { dated }: RoundState,
): Attribution {
  if (attribution.kind !== "other-actor") return attribution;
  const { actor, person } = attribution;
  const known = [...dated.values()].flat().map(({ value }: Vote<Meeting>) => value);
  const told = extraction.meetings.filter(({ background }) => !background);
  const isHost = [...known, ...told].some(
    ({ venue, mediator }) => venue?.country === actor || mediator === actor,
  );
  return isHost ? { kind: "mediator", actor, person } : attribution;
}

/**
 * Who stands behind a claim of a phase: a headline says in the article's own words that a round is off,
 * and below it the host or party says so under its name.
 */
export function wordBehind(
  { attribution, phase }: PhaseClaim,
  report: Report,
  rounds: RoundState,
): Attribution {
  const own = hostWord(attribution, report, rounds);
  if (own.kind !== "article" || phase !== "cancelled") return own;
  const told = report.extraction.meetings
    .filter(({ background, status }) => !background && status === phase)
    .map((meeting) => hostWord(meeting.attribution, report, rounds));
  return told.find(isOnRecord) ?? own;
}
