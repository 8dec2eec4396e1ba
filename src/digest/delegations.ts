import type { Dossier } from "../config/dossier.ts";
import type { Assessment } from "../talks/assessment.ts";
import type { MemberClaim } from "../talks/delegations.ts";
import type { Citation } from "../talks/report.ts";
import type { Vote } from "../talks/vote.ts";
import { bearersOf, type Part } from "./bearing.ts";

/** Who sits at the table for a party, and where each of them is named. */
export type DelegationTold = {
  readonly party: string;
  readonly members: readonly { readonly person: string; readonly head: boolean }[];
  readonly citations: readonly Citation[];
};

/**
 * The delegations as a digest may tell them. A name that the dossier does not know, beside names that
 * it does, needs a second source: one report may have misread or misspelt it.
 */
export function tellDelegations(
  { delegations }: Assessment,
  dossier: Dossier,
): readonly DelegationTold[] {
  const known = new Set(dossier.people.map(({ name }) => name));
  return delegations.flatMap(({ party, members, votes }): DelegationTold[] => {
    const someKnown = members.some(({ person }) => known.has(person));
    const told = members.filter(
      ({ person }) => known.has(person) || !someKnown || originsOf(person, votes) > 1,
    );
    return told.length === 0
      ? []
      : [{ party, members: told, citations: bearersOf(partsOf(told, votes)) }];
  });
}

type Votes = readonly Vote<MemberClaim>[];

const originsOf = (person: string, votes: Votes): number =>
  new Set(
    votes
      .filter(({ value }) => value.person === person)
      .map(({ citation }) => citation.report.origin),
  ).size;

/** The votes that name each member, and those that name the head as such. */
const partsOf = (members: DelegationTold["members"], votes: Votes): readonly Part[] =>
  members.flatMap(({ person, head }) => {
    const naming = votes.filter(({ value }) => value.person === person);
    return head ? [naming, naming.filter(({ value }) => value.head)] : [naming];
  });
