import type { FactLine } from "../fact-line.ts";
import type { GoldLine } from "../gold.ts";
import { nameKey } from "../names.ts";
import type { Pair } from "../pair.ts";
import { compareSets, sum, type Tally } from "../tally.ts";

/** Who represents whom, and who leads where the article says so, in relevant articles. */
export function scoreDelegations(pairs: readonly Pair[]): Tally {
  return sum(
    pairs
      .filter(({ gold }) => gold.relevant)
      .map(({ gold, got }) => {
        const members = membersOf(gold.delegations.filter(({ optional }) => !optional));
        const undecided = new Set(
          members.filter(({ head }) => head === null).map(({ name }) => name),
        );
        const keyOf = ({ name, head }: Member) =>
          undecided.has(name) ? name : `${name}${head === true ? " (head)" : ""}`;
        return compareSets({
          id: gold.id,
          expected: new Set(members.map(keyOf)),
          got: new Set(membersOf(got.delegations).map(keyOf)),
          ignored: new Set(
            membersOf(gold.delegations.filter(({ optional }) => optional)).map(keyOf),
          ),
        });
      }),
  );
}

type Member = { readonly name: string; readonly head: boolean | null };

function membersOf(delegations: GoldLine["delegations"] | FactLine["delegations"]): Member[] {
  return delegations.flatMap(({ party, members }) =>
    members.map(({ person, head }) => ({ name: `${party}: ${nameKey(person)}`, head })),
  );
}
