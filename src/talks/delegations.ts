import type { DelegationMember } from "../facts/fact.ts";
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

/** Delegations change from round to round; older lists no longer tell who comes. */
const WINDOW_MS = 10 * 86_400_000;
const HALF_LIFE_MS = 3 * 86_400_000;
/** Support under which a member is left out, at full age. */
const ENOUGH = 0.1;
const MOST_MEMBERS = 8;

/** The delegations at `at`: who is reported for each party, its head first. */
export function readDelegations(
  claims: Recent<Vote<MemberClaim>>,
  at: Date,
): readonly DelegationReading[] {
  const recent = within(claims, at, WINDOW_MS);
  const parties = [...new Set(recent.map(({ value }) => value.party))].toSorted();
  return parties.map((party) =>
    readDelegation(
      party,
      recent.filter(({ value }) => value.party === party),
      at,
    ),
  );
}

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
          fade,
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
