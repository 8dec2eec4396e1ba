import type { DelegationMember } from "../facts/fact.ts";
import { type CalendarDate, daysBetween, toCalendarDate } from "../lib/calendar-date.ts";
import { type Recent, within } from "./recent.ts";
import { fading, support, type Vote } from "./vote.ts";

/** A claim that someone sits at the table for a party. */
export type MemberClaim = { readonly party: string } & DelegationMember;

/** Who represents a party, with the claims that say so. */
export type DelegationReading = {
  readonly party: string;
  readonly members: readonly DelegationMember[];
  readonly votes: readonly Vote<MemberClaim>[];
};

/** A list given a month before a round is old; until then it holds unless a newer one replaces it. */
const WINDOW_MS = 30 * 86_400_000;
const HALF_LIFE_MS = 7 * 86_400_000;
/** A delegation has one head, and the newest word of who it is counts most. */
const HEAD_HALF_LIFE_MS = 12 * 3_600_000;
/** Support under which a member is left out, at full age. */
const ENOUGH = 0.1;
const MOST_MEMBERS = 8;

/**
 * The delegations at `at`: who is reported for each party, its head first. Once a round was held
 * (`heldOn`), newer lists replace the ones of that round.
 */
export function readDelegations(
  claims: Recent<Vote<MemberClaim>>,
  at: Date,
  heldOn: CalendarDate | null,
): readonly DelegationReading[] {
  const recent = within(claims, at, WINDOW_MS);
  const parties = [...new Set(recent.map(({ value }) => value.party))].toSorted();
  return parties.map((party) =>
    readDelegation(
      party,
      sinceRound(
        recent.filter(({ value }) => value.party === party),
        heldOn,
      ),
      at,
    ),
  );
}

function sinceRound(
  votes: readonly Vote<MemberClaim>[],
  heldOn: CalendarDate | null,
): readonly Vote<MemberClaim>[] {
  if (heldOn === null) return votes;
  const newer = votes.filter(
    ({ citation }) => daysBetween(heldOn, toCalendarDate(citation.report.published)) > ROUND_DAYS,
  );
  return newer.length > 0 ? newer : votes;
}

/** Reports of who sat at a round follow for a day or two. */
const ROUND_DAYS = 2;

function readDelegation(
  party: string,
  votes: readonly Vote<MemberClaim>[],
  at: Date,
): DelegationReading {
  const fade = fading(at, HALF_LIFE_MS);
  const people = [...new Set(votes.map(({ value }) => value.person))];
  const ranked = people
    .map((person) => {
      const named = votes.filter(({ value }) => value.person === person);
      return {
        person,
        weight: support(named, fade),
        asHead: support(
          named.filter(({ value }) => value.head),
          fading(at, HEAD_HALF_LIFE_MS),
        ),
        votes: named,
      };
    })
    .filter(({ weight }) => weight >= ENOUGH)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_MEMBERS);
  const head = ranked.filter(({ asHead }) => asHead > 0).toSorted((a, b) => b.asHead - a.asHead)[0];
  const members = ranked
    .map(({ person }) => ({ person, head: person === head?.person }))
    .toSorted((a, b) => Number(b.head) - Number(a.head));
  return { party, members, votes: ranked.flatMap((member) => member.votes) };
}
