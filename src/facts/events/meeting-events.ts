import type { Dossier } from "../../config/dossier.ts";
import type { Event, Meeting } from "../fact.ts";
import { intensityOf, type PloverMode, type PloverType } from "../plover.ts";

/**
 * What the meetings that an article tells of are in PLOVER's terms: one agreed on or announced is AGREE,
 * one that takes place CONSULT (and one of the mediator with each party), one called off REJECT.
 */
export function meetingEvents(meetings: readonly Meeting[], dossier: Dossier): Event[] {
  const parties = dossier.actors.filter(({ standing }) => standing === "party");
  const [first, second] = parties.map(({ code }) => code);
  if (first === undefined || second === undefined) return [];
  return meetings
    .filter(({ background }) => !background)
    .flatMap((meeting) => eventsOf(meeting, first, second));
}

function eventsOf(meeting: Meeting, first: string, second: string): Event[] {
  switch (meeting.status) {
    case "scheduled":
      return [eventOf(meeting, { type: "AGREE", mode: null }, first, second)];
    case "underway":
    case "held":
      return consultations(meeting, first, second);
    case "cancelled":
      return refusals(meeting, first, second);
    case "proposed":
    case "in-doubt":
    case "postponed":
      return [];
  }
}

function consultations(meeting: Meeting, first: string, second: string): Event[] {
  const { mediator } = meeting;
  const mode = mediator === null ? null : "third-party";
  const between = eventOf(meeting, { type: "CONSULT", mode }, first, second);
  if (mediator === null) return [between];
  const received = [first, second].map((party) =>
    eventOf(meeting, { type: "CONSULT", mode: "third-party" }, mediator, party),
  );
  return [between, ...received];
}

/** Who called it off is the party whose word it is; of an unnamed one nothing is said. */
function refusals(meeting: Meeting, first: string, second: string): Event[] {
  const { attribution } = meeting;
  if (attribution.kind !== "party") return [];
  const other = attribution.actor === first ? second : first;
  return [eventOf(meeting, { type: "REJECT", mode: "meet" }, attribution.actor, other)];
}

type Coding = { readonly type: PloverType; readonly mode: PloverMode | null };

// oxlint-disable-next-line eslint/max-params -- a relation has two ends
function eventOf(meeting: Meeting, { type, mode }: Coding, source: string, target: string): Event {
  const date = meeting.grounds?.date;
  return {
    type,
    mode,
    source,
    target,
    date: meeting.date,
    ...(date === undefined ? {} : { grounds: { date } }),
    intensity: intensityOf(type, mode),
    modality: "asserted",
    background: false,
    topics: [],
    evidence: meeting.evidence,
  };
}
