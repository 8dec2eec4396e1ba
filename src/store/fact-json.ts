import { z } from "zod";
import {
  type MeetingFormat,
  type MeetingStatus,
  type Modality,
  type Outcome,
  STANCES,
  type Venue,
} from "../facts/fact.ts";
import { PHASES } from "../facts/phase.ts";
import { PLOVER, PLOVER_TYPES, type PloverMode, type PloverType } from "../facts/plover.ts";
import type { CalendarDate } from "../lib/calendar-date.ts";
import type { Span } from "../lib/span.ts";

/** A day, `YYYY-MM-DD`. */
export const CalendarDateJson = z.custom<CalendarDate>(
  (value) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value),
  "no date",
);

/** `[start, end)` in UTF-16 units; kept as it was parsed, since facts have many and a copy of a tuple takes twice the room. */
export const SpanJson = z.custom<Span>(
  (value) =>
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((end) => Number.isSafeInteger(end)) &&
    0 <= value[0] &&
    value[0] <= value[1],
  "no span",
);

/** Where a meeting is held. */
export const VenueJson: z.ZodType<Venue> = z.looseObject({
  city: z.string().nullable(),
  country: z.string().nullable(),
});

/** Where the talks stand. */
export const PhaseJson = z.enum(PHASES);

/** What a speaker does by saying it. */
export const StanceJson = z.enum(STANCES);

/** Whether delegations sit together. */
export const FormatJson: z.ZodType<MeetingFormat> = z.enum(["direct", "indirect"]);

/** How a round ended. */
export const OutcomeJson: z.ZodType<Outcome> = z.enum([
  "to-resume",
  "agreement",
  "no-agreement",
  "unknown",
]);

/** Where one meeting stands. */
export const StatusJson: z.ZodType<MeetingStatus> = z.enum([
  "proposed",
  "scheduled",
  "in-doubt",
  "postponed",
  "cancelled",
  "underway",
  "held",
]);

/** Whether an event is news. */
export const ModalityJson: z.ZodType<Modality> = z.enum([
  "asserted",
  "future",
  "hypothetical",
  "historical",
  "negated",
]);

const TYPES: ReadonlySet<unknown> = new Set(PLOVER_TYPES);
const MODES: ReadonlySet<unknown> = new Set(
  PLOVER_TYPES.flatMap((type) => Object.keys(PLOVER[type].modes)),
);

/** One of PLOVER's event types. */
export const PloverTypeJson = z.custom<PloverType>((value) => TYPES.has(value), "no event type");

/** One of the finer kinds of an event type. */
export const PloverModeJson = z.custom<PloverMode>((value) => MODES.has(value), "no event mode");
