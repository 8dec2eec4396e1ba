import type { DigestRound } from "../../digest/digest.ts";
import { type Phase, PHASES } from "../../facts/phase.ts";
import { formatClock } from "../../i18n/dates.ts";
import type { CalendarDate } from "../../lib/calendar-date.ts";
import type { Wording } from "../../messages/digest/wording.ts";
import { slotsOf, term, type Value } from "./telling.ts";

/** Whose names tell facts. */
export type Teller = {
  readonly wording: Wording;
  /** Codes of those who hold the talks. */
  readonly parties: readonly string[];
  /** Names of those who speak and are no people. */
  readonly institutions: ReadonlySet<string>;
};

/** An actor or a country by its code; null where nobody knows its name. */
export function actor(code: string | null, { wording }: Teller): Value | null {
  const text = code === null ? null : wording.actorInSentence(code);
  return code === null || text === null ? null : { kind: "name", of: `place:${code}`, text };
}

/** A person or an institution. */
const person = (name: string, { wording }: Teller): Value => ({
  kind: "name",
  of: `person:${name}`,
  text: wording.person(name),
});

/** An actor by its code, or a person. */
export function whoever(who: string | null, teller: Teller): Value | null {
  if (who === null) return null;
  return /^[A-Z0-9]+$/.test(who) ? actor(who, teller) : person(who, teller);
}

/** Where talks stand, or stood. */
export const standing = (phase: Phase): Value =>
  term("any", slotsOf({ standing: term(phase), stood: term(phase), state: term(phase) }));

export const isPhase = (value: unknown): value is Phase => PHASES.some((phase) => phase === value);

/** Something by its name in the language of the reader. */
export const named = (of: string, text: string | null): Value | null =>
  text === null ? null : { kind: "name", of, text };

/** A day without a time. */
export const day = (date: CalendarDate | null): Value | null =>
  date === null ? null : { kind: "day", date, time: null, timeZone: null };

/** A round's hour, with whose clock it is. */
export function clock(
  time: string | null,
  timeZone: string | null,
  { wording }: Teller,
): Value | null {
  if (time === null) return null;
  const told = { clock: formatClock(wording.language, time) };
  const { phrases } = wording;
  const text = timeZone === null ? phrases["round.timeOpen"](told) : phrases["round.time"](told);
  return { kind: "clock", time, timeZone, text };
}

type Ground = Pick<DigestRound, "confirmation" | "attributedTo">;

/** Weaker words than those of both parties, a mediator or a joint text are told with every claim. */
const FIRM: ReadonlySet<string> = new Set(["both-parties", "mediator-or-host", "joint-text"]);

/** On whose word something rests, and whether that must be told. */
export function basis({ confirmation, attributedTo }: Ground, teller: Teller) {
  if (attributedTo !== null) {
    const slots = slotsOf({ announcer: whoever(attributedTo, teller) });
    return { value: term("alone", slots), obliged: ["basis"] };
  }
  return { value: term(confirmation), obliged: FIRM.has(confirmation) ? [] : ["basis"] };
}

/** A city, its country or both. A country is no capital here: talks in Turkey may be far from Ankara. */
export function place(venue: DigestRound["venue"], teller: Teller): Value | null {
  if (venue === null || (venue.city === null && venue.country === null)) return null;
  const { city, country } = venue;
  const slots = slotsOf({
    city: city === null ? null : named(`city:${city}`, teller.wording.city(city) ?? city),
    country:
      country === null ? null : named(`land:${country}`, teller.wording.actorInSentence(country)),
  });
  return term("any", slots);
}

/** A person with the post that they hold. */
export function member(name: string, party: string | null, teller: Teller): Value {
  const role = named(`role:${name}`, teller.wording.role(name));
  return term(
    teller.institutions.has(name) ? "institution" : "person",
    slotsOf({
      name: person(name, teller),
      role,
      post: role,
      "own-post": role,
      "post-head": role,
      "post-tail": role,
      party: actor(party, teller),
      nation: party === null ? null : term(party, slotsOf({ name: person(name, teller) })),
    }),
  );
}

/** Who speaks; someone without a name is told by whom they speak for. */
export const speaker = (name: string | null, party: string | null, teller: Teller): Value =>
  name === null
    ? term("unnamed", slotsOf({ party: actor(party, teller) }))
    : member(name, party, teller);

/** What something is about. */
export const topic = (id: string | null, { wording }: Teller): Value | null =>
  id === null ? null : named(`topic:${id}`, wording.topic(id));
