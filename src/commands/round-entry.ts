import type { Digest, DigestRound, DigestSource } from "../digest/digest.ts";
import { beginningOf } from "../digest/next-round.ts";
import { isOff } from "../digest/rounds.ts";
import type { CalendarDate } from "../lib/calendar-date.ts";
import { attributed, plannedThen } from "../messages/digest/round.ts";
import type { Wording } from "../messages/digest/wording.ts";
import type { CalendarEntry } from "./calendar-file.ts";

/** A round that has a day, as far as a calendar keeps it. */
export type KeptRound = {
  readonly uid: string;
  readonly round: DigestRound & { readonly date: CalendarDate };
  /** Whether it was reported to have met. */
  readonly met: boolean;
  readonly sources: readonly DigestSource[];
};

/** A round as a calendar keeps it; one that is off, or not sure, says so in its name, which every program shows. */
export function roundEntry(
  { uid, round, met, sources }: KeptRound,
  { coverage, at }: Pick<Digest, "coverage" | "at">,
  wording: Wording,
  name: string,
): CalendarEntry {
  const { phrases } = wording;
  const ground = phrases.confirmation[round.confirmation];
  const isPlain = met || SURE.has(round.status);
  const standing = phrases["round.status"][round.status];
  return {
    uid,
    learntAt: new Date(coverage.learntAt ?? at),
    begins: beginningOf(round) ?? round.date,
    status: statusOf(round, met),
    summary: isPlain ? name : phrases.label({ name: standing }) + name,
    location: round.venue === null ? null : wording.venue(round.venue),
    description: [
      attributed(plannedThen(round, wording), round, wording),
      ...(isPlain ? [] : [phrases["round.standing"]({ status: standing })]),
      phrases["round.confirmation"]({ ground }),
      ...sources.map(({ url }) => url),
    ].join("\n"),
    url: sources[0]?.url ?? null,
  };
}

const SURE: ReadonlySet<DigestRound["status"]> = new Set(["scheduled", "underway", "held"]);

/** Whether a calendar takes a round for certain; one that was put off does not take place on its day. */
function statusOf(round: DigestRound, met: boolean): CalendarEntry["status"] {
  const { status, confirmation } = round;
  if (isOff(round)) return "CANCELLED";
  if (met || status === "underway" || status === "held") return "CONFIRMED";
  return status === "scheduled" && FIRM.has(confirmation) ? "CONFIRMED" : "TENTATIVE";
}

const FIRM: ReadonlySet<DigestRound["confirmation"]> = new Set([
  "both-parties",
  "mediator-or-host",
  "joint-text",
]);
