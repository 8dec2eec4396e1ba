import type { Meeting } from "../../facts/fact.ts";
import { type CalendarDate, daysBetween } from "../../lib/calendar-date.ts";
import { support, type Vote } from "../vote.ts";
import type { RoundState } from "./round-state.ts";
import { TOLD } from "./standing.ts";

/** A round lasts a few days at most. */
const LONGEST_ROUND_DAYS = 3;

/** The day, `today` or shortly before it, for which a round was best announced; null where none was. */
export function roundDue({ dated }: RoundState, today: CalendarDate): CalendarDate | null {
  let best: { readonly date: CalendarDate; readonly strength: number } | null = null;
  for (const [date, votes] of dated) {
    if (date > today || daysBetween(date, today) >= LONGEST_ROUND_DAYS) continue;
    const strength = support(votes.filter(isPlan));
    if (strength >= TOLD && strength > (best?.strength ?? 0)) best = { date, strength };
  }
  return best?.date ?? null;
}

const isPlan = ({ value }: Vote<Meeting>): boolean => value.status === "scheduled";
