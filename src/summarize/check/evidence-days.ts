import type { DateMention } from "../../facts/dates/date-mention.ts";
import { addDays, type CalendarDate, localDate } from "../../lib/calendar-date.ts";
import type { ClaimFact } from "../claim.ts";
import { daysOfFact } from "./days-of-fact.ts";
import type { ClaimReading, EvidenceReading } from "./reading.ts";

/** A day, or days, that the evidence tells of; the time is `HH:MM` on the clock of the zone. */
export type EvidenceDay = {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  /** As exact as the evidence is. */
  readonly precision: DateMention["precision"];
};

/** A time of day that the evidence tells of. */
export type EvidenceTime = {
  readonly date: CalendarDate | null;
  readonly time: string;
  /** Null where the evidence names none, or means the local one. */
  readonly zone: string | null;
  /** Told with a zone, or as local time. */
  readonly zoned: boolean;
};

/** All days that the evidence tells of. */
export const evidenceDays = ({ claims }: EvidenceReading, timeZone: string): EvidenceDay[] =>
  claims.flatMap((claim) => daysOfClaim(claim, timeZone));

const known = new WeakMap<ClaimReading, EvidenceDay[]>();

function daysOfClaim(reading: ClaimReading, timeZone: string): EvidenceDay[] {
  const remembered = known.get(reading);
  if (remembered !== undefined) return remembered;
  const { claim, told, originals } = reading;
  const named = [told, ...originals].flatMap(({ dates }) => dates.flatMap(dayOfMention));
  // When a statement was published is nothing that its claim tells.
  const facts = claim.fact.kind === "statement" ? [] : daysOf(claim.fact, timeZone);
  const days = [...facts.map(oneDay), ...named];
  known.set(reading, days);
  return days;
}

const oneDay = (day: CalendarDate): EvidenceDay => ({
  first: day,
  last: day,
  precision: "day",
});

/** An instant falls on the day that it has where the talks are held. */
function daysOf(fact: ClaimFact, timeZone: string): readonly CalendarDate[] {
  if (fact.kind === "phase")
    return fact.phaseSince === null ? [] : [localDate(new Date(fact.phaseSince), timeZone)];
  return daysOfFact(fact);
}

/** The days of a mention; both where its words leave two readings open. */
export function dayOfMention({
  date,
  dateEnd,
  precision,
  alternative,
}: DateMention): EvidenceDay[] {
  if (date === null) return [];
  const day = { first: date, last: dateEnd ?? date, precision };
  return alternative === null ? [day] : [day, { ...day, first: alternative, last: alternative }];
}

/** Whether the evidence bears out a mention's days: the same ones, or a longer stretch that holds them. */
export function bearsOut(evidence: readonly EvidenceDay[], told: EvidenceDay): boolean {
  const isSame = evidence.some(({ first, last }) => first === told.first && last === told.last);
  if (isSame) return true;
  if (told.precision !== "day")
    return evidence.some(({ first, last }) => told.first <= first && last <= told.last);
  if (told.first === told.last) return evidence.some((day) => isEndOf(day, told.first));
  const ends = [told.first, told.last];
  return ends.every((end) => evidence.some((day) => isEndOf(day, end)));
}

/** A day of a short range is told as one of its ends. */
const isEndOf = ({ first, last, precision }: EvidenceDay, day: CalendarDate): boolean =>
  precision === "day" &&
  (first === day || last === day) &&
  (first === last || addDays(first, LONGEST_RANGE) >= last);

const LONGEST_RANGE = 31;
