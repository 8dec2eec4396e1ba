import type { MeetingStatus, Outcome } from "../../facts/fact.ts";
import type { Course } from "../../facts/phase-claims/claims.ts";
import { PHASES, type Phase } from "../../facts/phase.ts";
import type { ClaimFact } from "../claim.ts";

/** What may be said of the talks' course where they stand in a phase. */
const OF_PHASE: Readonly<Record<Phase, readonly Course[]>> = {
  rumoured: ["rumoured", "proposed"],
  proposed: ["proposed", "rumoured", "to-resume"],
  "agreed-in-principle": ["agreed-in-principle", "accepted", "undated", "proposed", "to-resume"],
  scheduled: ["scheduled", "going-ahead", "agreed-in-principle", "accepted", "to-resume"],
  "in-doubt": ["in-doubt", "scheduled", "barred", "to-resume"],
  postponed: ["postponed", "barred", "undated", "to-resume"],
  cancelled: ["cancelled", "barred"],
  underway: ["underway", "going-ahead", "to-resume"],
  adjourned: ["adjourned", "ended", "to-resume", "undated"],
  "concluded-with-agreement": ["concluded-with-agreement", "ended", "agreed-in-principle"],
  "concluded-without-agreement": ["concluded-without-agreement", "ended"],
  suspended: ["suspended", "barred", "undated"],
  collapsed: ["collapsed", "ended", "barred"],
};

const OF_STATUS: Readonly<Record<MeetingStatus, readonly Course[]>> = {
  proposed: ["proposed", "rumoured"],
  scheduled: OF_PHASE.scheduled,
  "in-doubt": OF_PHASE["in-doubt"],
  postponed: OF_PHASE.postponed,
  cancelled: OF_PHASE.cancelled,
  underway: OF_PHASE.underway,
  held: ["ended", "adjourned", "to-resume"],
};

const OF_OUTCOME: Readonly<Record<Outcome, readonly Course[]>> = {
  "to-resume": OF_PHASE.adjourned,
  agreement: OF_PHASE["concluded-with-agreement"],
  "no-agreement": [...OF_PHASE["concluded-without-agreement"], "to-resume", "undated"],
  unknown: ["ended"],
};

/** What a claim lets a sentence say of the talks' course. */
export function coursesOfFact(fact: ClaimFact): readonly Course[] {
  switch (fact.kind) {
    case "phase":
      return fact.phase === null ? [] : OF_PHASE[fact.phase];
    case "next-round":
      return OF_STATUS[fact.round.status];
    case "last-round":
      return OF_OUTCOME[fact.round.outcome];
    case "unreported-round":
      return ["scheduled", "undated"];
    case "dispute":
      return fact.dispute.versions.flatMap(({ value }) => coursesOfPhase(value));
    case "change":
      return [...coursesOfPhase(fact.change.from), ...coursesOfPhase(fact.change.to)];
    case "milestone":
    case "delegation":
    case "statement":
    case "event":
      return [];
  }
}

/** Of a phase by its name, or of a round by its status; none of anything else. */
function coursesOfPhase(value: unknown): readonly Course[] {
  const phase = PHASES.find((one) => one === value);
  if (phase !== undefined) return OF_PHASE[phase];
  if (typeof value !== "object" || value === null || !("status" in value)) return [];
  const { status } = value;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- own keys of the record
  const known = (Object.keys(OF_STATUS) as MeetingStatus[]).find((one) => one === status);
  return known === undefined ? [] : OF_STATUS[known];
}
