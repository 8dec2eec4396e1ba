import type { Dossier } from "../config/dossier.ts";
import type { Assessment } from "../talks/assessment.ts";
import type { MemberClaim } from "../talks/delegations.ts";
import type { Citation } from "../talks/report.ts";
import type { Vote } from "../talks/vote.ts";
import { witnesses } from "./bibliography.ts";

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
    const people = new Set(told.map(({ person }) => person));
    const about = votes.filter(({ value }) => people.has(value.person));
    return told.length === 0 ? [] : [{ party, members: told, citations: naming(people, about) }];
  });
}

type Votes = readonly Vote<MemberClaim>[];

const originsOf = (person: string, votes: Votes): number =>
  new Set(
    votes
      .filter(({ value }) => value.person === person)
      .map(({ citation }) => citation.report.origin),
  ).size;

/** Few reports that between them name every member: each the one that names most of the rest. */
function naming(people: ReadonlySet<string>, votes: Votes): readonly Citation[] {
  const stories = [...Map.groupBy(votes, ({ citation }) => citation.report.storyId).values()];
  const missing = new Set(people);
  const chosen: Citation[] = [];
  while (missing.size > 0) {
    const [best] = stories
      .map((story) => story.filter(({ value }) => missing.has(value.person)))
      .toSorted((a, b) => b.length - a.length);
    if (best === undefined || best.length === 0) break;
    for (const { value } of best) missing.delete(value.person);
    chosen.push(...witnesses(best).slice(0, 1));
  }
  return chosen;
}
