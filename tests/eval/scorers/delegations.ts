import type { FactLine } from "../fact-line.ts";
import type { GoldLine } from "../gold.ts";
import { nameKey } from "../names.ts";
import type { Pair } from "../pair.ts";
import { compareSets, sum, type Tally } from "../tally.ts";

/** Who represents whom, and who leads, in relevant articles. */
export function scoreDelegations(pairs: readonly Pair[]): Tally {
  return sum(
    pairs
      .filter(({ gold }) => gold.relevant)
      .map(({ gold, got }) =>
        compareSets({
          id: gold.id,
          expected: membersOf(gold.delegations.filter((delegation) => !delegation.optional)),
          got: membersOf(got.delegations),
          ignored: membersOf(gold.delegations.filter((delegation) => delegation.optional)),
        }),
      ),
  );
}

function membersOf(delegations: GoldLine["delegations"] | FactLine["delegations"]): Set<string> {
  return new Set(
    delegations.flatMap(({ party, members }) =>
      members.map(({ person, head }) => `${party}: ${nameKey(person)}${head ? " (head)" : ""}`),
    ),
  );
}
