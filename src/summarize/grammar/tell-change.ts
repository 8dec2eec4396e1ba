import { z } from "zod";
import type { DigestChange } from "../../digest/digest.ts";
import type { CalendarDate } from "../../lib/calendar-date.ts";
import { term, type Telling, tellingOf, type Value } from "./telling.ts";
import { actor, day, isPhase, member, place, speaker, standing, type Teller } from "./values.ts";

/** A change by what it led to, which is also true by itself. */
export function tellChange(
  change: DigestChange,
  now: readonly Telling[],
  teller: Teller,
): readonly Telling[] {
  const { of, slots } = readChange(change, now[0], teller);
  const changes = now.map((telling) => {
    const all = { ...Object.fromEntries(telling.slots), ...slots };
    const fresh = { ...telling, slots: new Map([...telling.slots, ["fresh", [term("any")]]]) };
    return tellingOf(
      "change",
      of,
      { ...all, now: { kind: "clause", telling: fresh } },
      telling.obliged,
    );
  });
  const alone = change.kind === "position" || now.length === 0;
  return [...changes, ...(alone ? [tellingOf("change", of, slots)] : []), ...now];
}

type Read = { readonly of: string; readonly slots: Parameters<typeof tellingOf>[2] };

const Plan = z.object({
  date: z.string().nullable(),
  venue: z.object({ city: z.string().nullable(), country: z.string().nullable() }).nullable(),
  status: z.string().optional(),
});
const Members = z.object({ party: z.string(), members: z.array(z.string()) });
const Position = z.object({ party: z.string(), speaker: z.string().nullable() });

/** The sides of a change are open in the digest's contract, so each is read before it is told. */
function readChange(
  { kind, from, to }: DigestChange,
  now: Telling | undefined,
  teller: Teller,
): Read {
  switch (kind) {
    case "phase":
      return phaseChange(from, to);
    case "round":
      return {
        of: now === undefined ? "round-gone" : `round-${now.kind}`,
        slots: plans(from, to, teller),
      };
    case "delegation":
      return { of: "delegation", slots: joined(from, to, teller) };
    case "position": {
      const said = Position.safeParse(to);
      if (!said.success) return { of: "position", slots: {} };
      const { party, speaker: name } = said.data;
      return { of: "position", slots: { speaker: speaker(name, party, teller) } };
    }
    case "event":
      return { of: "event", slots: {} };
  }
}

function phaseChange(from: unknown, to: unknown): Read {
  const slots = {
    from: isPhase(from) ? standing(from) : null,
    to: isPhase(to) ? standing(to) : null,
  };
  const of = slots.from === null ? "phase-first" : "phase";
  return { of, slots: { ...slots, was: slots.from, is: slots.to } };
}

function plans(from: unknown, to: unknown, teller: Teller): Read["slots"] {
  const before = Plan.safeParse(from).data;
  const after = Plan.safeParse(to).data;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a round's own day
  const dayOf = (plan: typeof before) => day((plan?.date ?? null) as CalendarDate | null);
  const [venue, newVenue] = [before?.venue ?? null, after?.venue ?? null];
  const hasMoved = venue !== null && newVenue !== null && venue.city !== newVenue.city;
  const [once, next] = [before?.date ?? null, after?.date ?? null];
  const isOther = once !== null && next !== null && once !== next;
  const changed = (isSo: boolean, value: Value | null) =>
    isSo || after === undefined ? value : null;
  return {
    "from-date": changed(isOther, dayOf(before)),
    "from-place": changed(hasMoved, place(venue, teller)),
    "to-date": changed(isOther, dayOf(after)),
    "to-place": changed(hasMoved, place(newVenue, teller)),
    planned: after?.status === "scheduled" ? term("any") : null,
    ...(after === undefined ? { date: dayOf(before) } : {}),
  };
}

function joined(from: unknown, to: unknown, teller: Teller): Read["slots"] {
  const before = new Set(Members.safeParse(from).data?.members);
  const now = Members.safeParse(to).data;
  if (now === undefined) return {};
  const { party, members } = now;
  const tell = (names: readonly string[]) => names.map((name) => member(name, party, teller));
  return {
    party: actor(party, teller),
    [before.size === 0 ? "named" : "joined"]: tell(members.filter((name) => !before.has(name))),
    anyone: tell(members),
  };
}
