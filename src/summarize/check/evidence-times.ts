import type { CalendarDate } from "../../lib/calendar-date.ts";
import type { ClaimFact } from "../claim.ts";
import type { EvidenceTime } from "./evidence-days.ts";
import type { ClaimReading, EvidenceReading, Passage } from "./reading.ts";

/** Whether a zone, or the word for local time, stands at or right behind tokens of a passage. */
export type ZoneAt = (passage: Passage, from: number, to: number) => boolean;

/** All times of day that the evidence tells of. */
export const evidenceTimes = ({ claims }: EvidenceReading, zoneAt: ZoneAt): EvidenceTime[] =>
  claims.flatMap((claim) => timesOfClaim(claim, zoneAt));

const known = new WeakMap<ClaimReading, EvidenceTime[]>();

function timesOfClaim(reading: ClaimReading, zoneAt: ZoneAt): EvidenceTime[] {
  const remembered = known.get(reading);
  if (remembered !== undefined) return remembered;
  const { claim, told, originals } = reading;
  const named = [told, ...originals].flatMap((passage) =>
    passage.dates.flatMap(({ date, time, timeZone, from, to }) =>
      time === null
        ? []
        : [{ date, time, zone: timeZone, zoned: timeZone !== null || zoneAt(passage, from, to) }],
    ),
  );
  const times = [...timesOfFact(claim.fact), ...named];
  known.set(reading, times);
  return times;
}

function timesOfFact(fact: ClaimFact): EvidenceTime[] {
  if (fact.kind !== "next-round") return [];
  const { date, time, timeZone } = fact.round;
  return time === null ? [] : [{ date, time, zone: timeZone, zoned: timeZone !== null }];
}

/** Whether two clocks show the same at that time. */
export function isSameInstant(
  told: { readonly date: CalendarDate; readonly time: string; readonly zone: string },
  { date, time, zone }: EvidenceTime,
): boolean {
  if (date === null || zone === null) return false;
  const [a, b] = [instantOf(told.date, told.time, told.zone), instantOf(date, time, zone)];
  return a !== null && a === b;
}

function instantOf(date: CalendarDate, time: string, zone: string): number | null {
  const local = Date.parse(`${date}T${time}:00Z`);
  const offset = offsetAt(zone, local);
  return Number.isNaN(local) || offset === null ? null : local - offset;
}

const OFFSET = /^(?:GMT|UTC)?([+\u2212-]?)(\d{0,2}):?(\d{0,2})$/;
const MINUTE_MS = 60_000;
const formats = new Map<string, Intl.DateTimeFormat | null>();

/** How far a zone's clock is ahead of Greenwich at about an instant, in milliseconds. */
function offsetAt(zone: string, at: number): number | null {
  const written = OFFSET.test(zone) ? zone : nameOfOffset(zone, at);
  const [, sign = "", hours = "", minutes = ""] = OFFSET.exec(written ?? "none") ?? [];
  if (written === null || !OFFSET.test(written)) return null;
  const distance = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
  return sign === "-" || sign === "\u2212" ? -distance : distance;
}

function nameOfOffset(zone: string, at: number): string | null {
  const format = formats.get(zone) ?? formatOf(zone);
  formats.set(zone, format);
  const parts = format?.formatToParts(new Date(at)) ?? [];
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? null;
}

function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  } catch {
    return null;
  }
}
