import type { Dossier } from "../config/dossier.ts";
import type { PhaseClaim } from "../facts/fact.ts";
import { localDate } from "../lib/calendar-date.ts";
import type { Report } from "./report.ts";

/**
 * Whether a claim can move the phase at all. "Scheduled" needs a day that is not past: a day that only
 * one leader names vaguely ("next week") is his word, not a schedule.
 */
export function isStandingClaim(claim: PhaseClaim, report: Report, dossier: Dossier): boolean {
  if (claim.phase !== "scheduled") return true;
  const today = localDate(report.published, dossier.timeZone);
  const coming = report.extraction.meetings.filter(
    ({ background, status }) => !background && status === "scheduled",
  );
  const dates = coming.flatMap(({ date }) => (date === null ? [] : [date]));
  if (dates.length > 0) return dates.some((date) => date >= today);
  return claim.attribution.kind !== "party";
}
