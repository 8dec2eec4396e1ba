import type { MeetingStatus } from "../facts/fact.ts";
import type { Phase } from "../facts/phase.ts";

/** Whether a round that was the next one met, by how it stood last and the phase since. */
export const hasBegun = (status: MeetingStatus, phase: Phase | null): boolean =>
  status === "underway" || status === "held" || MET.has(phase);

/** Phases that begin with a round's first hour. */
const MET: ReadonlySet<Phase | null> = new Set<Phase>([
  "underway",
  "adjourned",
  "concluded-with-agreement",
  "concluded-without-agreement",
]);
