import type { Digest, DigestDispute, DigestPast, DigestRound } from "../../digest/digest.ts";
import { formatClock, localParts } from "../../i18n/dates.ts";
import type { PloverType } from "../../facts/plover.ts";
import type { CalendarDate } from "../../lib/calendar-date.ts";
import { plainLine } from "../../i18n/direction.ts";
import type { ClaimFact } from "../claim.ts";
import { tellChange } from "./tell-change.ts";
import { slotsOf, term, type Telling, tellingOf, type Value } from "./telling.ts";
import {
  actor,
  basis,
  clock,
  day,
  isPhase,
  member,
  named,
  place,
  speaker,
  standing,
  type Teller,
  topic,
  whoever,
} from "./values.ts";

/** How the grammar may tell a fact, the fullest way first; each knows whose talks these are. */
export function tellingsOf(fact: ClaimFact, teller: Teller): readonly Telling[] {
  const [one = null, other = null] = teller.parties.map((code) => actor(code, teller));
  const both = slotsOf({ parties: [one, other].filter((party) => party !== null), one, other });
  return readFact(fact, teller).map((telling) => ({
    ...telling,
    slots: new Map([...both, ...telling.slots]),
  }));
}

function readFact(fact: ClaimFact, teller: Teller): readonly Telling[] {
  switch (fact.kind) {
    case "phase":
      return tellPhase(fact, teller);
    case "next-round":
      return [tellRound(fact.round, teller)];
    case "last-round":
      return [tellLastRound(fact.round, teller)];
    case "past-phase":
      return tellPastPhase(fact.past, teller);
    case "past-round":
      return [tellPastRound(fact.round, teller)];
    case "unreported-round":
      return [tellingOf("unreported-round", "any", { date: day(fact.round.date) })];
    case "delegation":
      return [tellDelegation(fact.delegation, teller)];
    case "statement":
      return tellStatement(fact, teller);
    case "event":
      return [tellEvent(fact.event, teller)];
    case "dispute":
      return [tellDispute(fact.dispute, teller)];
    case "milestone":
      return [tellMilestone(fact.since, teller)];
    case "change":
      return tellChange(fact.change, fact.now === null ? [] : tellingsOf(fact.now, teller), teller);
  }
}

type PhaseFact = Extract<ClaimFact, { kind: "phase" }>;

function tellPhase(fact: PhaseFact, teller: Teller): readonly Telling[] {
  const { phase, phaseSince, contested, confirmation, phaseAttributedTo = null } = fact;
  if (phase === null || phaseSince === null) return [];
  const { language, timeZone, zone } = teller.wording;
  const at = new Date(phaseSince);
  const { day: date, clock: time } = localParts(at, timeZone);
  const ground =
    confirmation === null ? null : basis({ confirmation, attributedTo: phaseAttributedTo }, teller);
  const slots = {
    standing: term(phase),
    since: { kind: "day", date, time, timeZone },
    "since-clock": {
      kind: "clock",
      time,
      timeZone,
      text: `${formatClock(language, time)} ${zone(timeZone, at)}`,
    },
    basis: ground?.value ?? null,
    contested: contested ? term("any") : null,
  } as const;
  return [
    tellingOf("phase", phase, slots, [
      ...(ground?.obliged ?? []),
      ...(contested ? ["contested"] : []),
    ]),
  ];
}

/** Where talks stood on a day that is over; without that day it would be read as of now. */
function tellPastPhase(past: DigestPast["phases"][number], teller: Teller): readonly Telling[] {
  const { phase, date, contested, confirmation, phaseAttributedTo = null } = past;
  if (phase === null) return [];
  const ground =
    confirmation === null ? null : basis({ confirmation, attributedTo: phaseAttributedTo }, teller);
  const slots = {
    standing: term(phase),
    stood: term(phase),
    state: term(phase),
    date: day(date),
    basis: ground?.value ?? null,
    contested: contested ? term("any") : null,
  };
  return [
    tellingOf("past-phase", phase, slots, [
      "date",
      ...(ground?.obliged ?? []),
      ...(contested ? ["contested"] : []),
    ]),
  ];
}

/** A round that is planned, under way or held, or was planned. */
function tellRound(round: DigestRound, teller: Teller): Telling {
  const { date, time, timeZone, venue, format, mediator, status } = round;
  const ground = basis(round, teller);
  const slots = {
    date: date === null ? null : ({ kind: "day", date, time, timeZone } as const),
    undated: date === null ? term("any") : null,
    clock: clock(time, timeZone, teller),
    place: place(venue, teller),
    format: format === null ? null : term(format),
    mediator: whoever(mediator, teller),
    basis: ground.value,
  };
  return tellingOf("next-round", status, slots, ground.obliged);
}

const tellLastRound = (round: NonNullable<Digest["lastRound"]>, teller: Teller): Telling =>
  tellingOf("last-round", round.outcome, {
    date: day(round.date),
    place: place(round.venue, teller),
  });

/** One of the rounds before the last. */
const tellPastRound = (round: DigestPast["rounds"][number], teller: Teller): Telling =>
  tellingOf(
    "past-round",
    round.outcome,
    { date: day(round.date), place: place(round.venue, teller) },
    ["date"],
  );

function tellDelegation(
  { party, members }: Digest["delegations"][number],
  teller: Teller,
): Telling {
  const tell = (name: string): Value => member(name, party, teller);
  const heads = members.filter(({ head }) => head);
  const others = members.filter(({ head }) => !head);
  return tellingOf("delegation", "any", {
    party: actor(party, teller),
    head: heads.map((one) => tell(one.person)),
    member: others.map((one) => tell(one.person)),
    anyone: members.map((one) => tell(one.person)),
  });
}

type StatementFact = Extract<ClaimFact, { kind: "statement" }>;

/** In their own words where these are in the reader's language, and by what they are about. */
function tellStatement({ party, statement }: StatementFact, teller: Teller): readonly Telling[] {
  const { speaker: name, topic: id, stance, text, lang, direct } = statement;
  const { language } = teller.wording;
  const slots = {
    speaker: speaker(name, party, teller),
    topic: topic(id, teller),
    act: term(stance),
    words: lang === language ? ({ kind: "words", text: plainLine(text), direct } as const) : null,
  };
  const { speaker: by, topic: on } = slots;
  const utterance = on === null ? null : term("any", slotsOf({ speaker: by, topic: on }));
  const about = tellingOf("statement", stance, { ...slots, utterance, words: null });
  const manner = direct ? stance : `${stance}-reported`;
  return slots.words === null ? [about] : [tellingOf("quotation", manner, slots), about];
}

function tellEvent(event: Digest["events"][number], teller: Teller): Telling {
  const { type, source, target, topics, date, modality } = event;
  const slots = {
    source: actor(source, teller),
    target: target === source ? null : actor(target, teller),
    topic: OF_WORDS.has(type) ? topics.flatMap((id) => topic(id, teller) ?? []) : [],
    date: day(date),
  };
  const deed = term(type, slotsOf(slots));
  const forms = { deed, did: deed, undergone: deed, does: deed, will: deed, "not-done": deed };
  return tellingOf("event", modality, { ...slots, ...forms });
}

/** What is done by words is about something; what a report on other deeds concerns is no reason of theirs. */
const OF_WORDS: ReadonlySet<string> = new Set<PloverType>([
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
]);

const tellMilestone = (since: string, { wording }: Teller): Telling =>
  tellingOf("milestone", "any", {
    milestone: named(`milestone:${since}`, wording.milestone(since)),
  });

function tellDispute({ about, settled, versions }: DigestDispute, teller: Teller): Telling {
  const told = versions.flatMap(({ value }) => version(about, value, teller) ?? []);
  const isVersions = !settled && told.length > 1 && told.length === versions.length;
  const of = settled ? "settled" : isVersions ? "versions" : "open";
  const slots = {
    about: term(about),
    dispute: term("any", slotsOf({ about: term(about) })),
    version: isVersions ? told : [],
    reported: settled ? term("any") : null,
  };
  return tellingOf("dispute", of, slots, settled ? ["reported"] : []);
}

const isDay = (value: string): value is CalendarDate => /^\d{4}-\d\d-\d\d$/.test(value);

/** A version that can be told; null where only the source's own sentence tells it. */
function version(about: DigestDispute["about"], value: string, { wording }: Teller): Value | null {
  if (about === "phase") return isPhase(value) ? standing(value) : null;
  if (about === "date") return isDay(value) ? day(value) : null;
  if (about !== "venue") return null;
  const city = wording.city(value);
  return city === null ? null : named(`city:${value}`, city);
}
