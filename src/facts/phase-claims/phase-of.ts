import type { Meeting } from "../fact.ts";
import type { Phase } from "../phase.ts";
import type { Course, CourseClaim } from "./claims.ts";

/** What the whole article tells of its meetings, against which single words are read. */
export type Situation = {
  readonly coming: Meeting | null;
  readonly underway: boolean;
  /** A meeting of today or yesterday is over. */
  readonly justHeld: boolean;
  readonly recentlyHeld: boolean;
  readonly everHeld: boolean;
  /** Some sentence says that the talks go on later. */
  readonly resumes: boolean;
  /** The title says that the talks go ahead. */
  readonly goesAhead: boolean;
};

/** The phase that the claims of one part of an article come to, or null when they come to none. */
export function phaseOf(claims: readonly CourseClaim[], situation: Situation): Phase | null {
  const told = new Set(claims.map(({ course }) => course));
  if (told.size === 0) return null;
  return brokenOff(told, situation) ?? ended(told, situation) ?? ahead(told, situation);
}

type Told = ReadonlySet<Course>;

function brokenOff(told: Told, situation: Situation): Phase | null {
  const { goesAhead, coming, justHeld, everHeld } = situation;
  if ((goesAhead || told.has("going-ahead")) && !told.has("postponed")) return null;
  if (told.has("collapsed")) return "collapsed";
  if (told.has("suspended")) return "suspended";
  const isOpen = !justHeld && (coming === null || coming.status !== "scheduled");
  if (told.has("cancelled") && isOpen) return "cancelled";
  if (told.has("postponed")) return "postponed";
  if (told.has("barred") && coming !== null && coming.date !== null) return "in-doubt";
  if (told.has("barred") && (coming !== null || everHeld)) return "suspended";
  return told.has("in-doubt") && !justHeld ? "in-doubt" : null;
}

function ended(told: Told, situation: Situation): Phase | null {
  const { coming, underway, justHeld, recentlyHeld, resumes } = situation;
  if (told.has("concluded-with-agreement") && !resumes) return "concluded-with-agreement";
  if (told.has("underway") && !told.has("ended") && underway) return "underway";
  if (coming !== null && !justHeld) return null;
  if (
    told.has("concluded-without-agreement") &&
    !resumes &&
    coming === null &&
    (justHeld || told.has("ended"))
  )
    return "concluded-without-agreement";
  if (told.has("ended") && (recentlyHeld || (!underway && coming === null))) return "adjourned";
  if (told.has("to-resume") && recentlyHeld) return "adjourned";
  return null;
}

function ahead(told: Told, { coming, justHeld, underway, everHeld }: Situation): Phase | null {
  if (underway && !told.has("scheduled")) return "underway";
  if (told.has("agreed-in-principle") && !justHeld) return "agreed-in-principle";
  const isDated = coming !== null && coming.date !== null;
  if (told.has("rumoured") && !isDated && !everHeld && !told.has("scheduled")) return "rumoured";
  if (told.has("accepted") && !justHeld && !isDated && !told.has("scheduled"))
    return "agreed-in-principle";
  if (coming !== null && !justHeld && coming.status === "scheduled") return "scheduled";
  if (told.has("going-ahead")) return "scheduled";
  if (justHeld) return "adjourned";
  if (told.has("proposed") && coming === null && !everHeld) return "proposed";
  if (told.has("undated") && coming === null) return "adjourned";
  if (!told.has("scheduled")) return null;
  return everHeld && coming === null ? "adjourned" : "scheduled";
}
