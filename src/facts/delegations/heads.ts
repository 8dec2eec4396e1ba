import { cuesOf } from "../mention.ts";
import type { TalksSentence } from "../relevance/talks-view.ts";
import { boundariesBetween, type Clause } from "../meetings/clauses.ts";
import { gap, type Seated } from "./members.ts";

const FURTHEST_HEAD = 9;
/** "…, where he will lead the delegation", of the only one named. */
const FURTHEST_ALONE = 16;
const BOUNDARY_WORDS = 3;

/**
 * The names of those whom a sentence says to head a delegation: the one after "headed by", the nearest
 * one to "leads"; the other side's one as well when a single verb serves both.
 */
export function headsIn(
  sentence: TalksSentence,
  seated: readonly Seated[],
  clauses: readonly Clause[],
): ReadonlySet<string> {
  const heads = new Set<string>();
  const ledBy = cuesOf(sentence.mentions, "delegation.led-by");
  const named = ledBy.filter((cue) => {
    const next = seated.find(({ from }) => from >= cue.to && from - cue.to <= FURTHEST_HEAD);
    if (next !== undefined) heads.add(next.name);
    return next !== undefined;
  });
  const leads = cuesOf(sentence.mentions, "delegation.head", "delegation.led-by").filter(
    (cue) => !named.some((other) => other.from <= cue.from && cue.to <= other.to),
  );
  for (const cue of leads) {
    const distance = (person: Seated): number =>
      gap(person, cue) + boundariesBetween(clauses, person.from, cue.from) * BOUNDARY_WORDS;
    const nearest = seated.toSorted((a, b) => distance(a) - distance(b))[0];
    const furthest = seated.length === 1 ? FURTHEST_ALONE : FURTHEST_HEAD;
    if (nearest !== undefined && distance(nearest) <= furthest) heads.add(nearest.name);
  }
  return withOtherSide(heads, seated);
}

/** "X leads the American side and Y the Iranian one". */
function withOtherSide(heads: ReadonlySet<string>, seated: readonly Seated[]): ReadonlySet<string> {
  if (heads.size === 0) return heads;
  const led = new Set(seated.filter(({ name }) => heads.has(name)).map(({ party }) => party));
  const others = seated.filter(({ party }) => !led.has(party));
  return others.length === 1 ? new Set([...heads, ...others.map(({ name }) => name)]) : heads;
}
