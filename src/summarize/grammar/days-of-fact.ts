import type { CalendarDate } from "../../lib/calendar-date.ts";
import type { ClaimFact } from "../claim.ts";

/** The days that a fact holds in its fields, the weightiest first. */
export function daysOfFact(fact: ClaimFact): readonly CalendarDate[] {
  switch (fact.kind) {
    case "phase":
      return daysIn([fact.phaseSince]);
    case "next-round":
    case "last-round":
    case "past-round":
    case "unreported-round":
      return daysIn([fact.round.date]);
    case "past-phase":
      return daysIn([fact.past.date]);
    case "event":
      return daysIn([fact.event.date]);
    case "statement":
      return daysIn([fact.statement.published]);
    case "dispute":
      return daysIn(fact.dispute.versions.map(({ value }) => value));
    case "change":
      return daysIn([...valuesIn(fact.change.to), ...valuesIn(fact.change.from)]);
    case "delegation":
    case "milestone":
      return [];
  }
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Days, and the days of instants. */
const daysIn = (values: readonly unknown[]): CalendarDate[] =>
  values
    .map((value) => (typeof value === "string" ? value.split("T")[0] : undefined))
    .filter((day): day is CalendarDate => day !== undefined && ISO_DAY.test(day));

/** What changed is a value, or something with fields. */
const valuesIn = (value: unknown): readonly unknown[] =>
  typeof value === "object" && value !== null ? Object.values(value) : [value];
