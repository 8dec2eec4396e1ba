import type { ClaimFact } from "../claim.ts";

/** Names of the people, institutions and codes of the actors whom a fact holds in its fields. */
export function peopleOfFact(fact: ClaimFact): readonly string[] {
  switch (fact.kind) {
    case "phase":
      return namesIn([fact.phaseAttributedTo]);
    case "next-round":
      return namesIn([fact.round.attributedTo, fact.round.mediator]);
    case "past-phase":
      return namesIn([fact.past.phaseAttributedTo]);
    case "delegation":
      return fact.delegation.members.map(({ person }) => person);
    case "statement":
      return namesIn([fact.statement.speaker]);
    case "change":
      return [
        ...peopleIn(fact.change.from),
        ...peopleIn(fact.change.to),
        ...(fact.now === null ? [] : peopleOfFact(fact.now)),
      ];
    case "last-round":
    case "past-round":
    case "unreported-round":
    case "event":
    case "dispute":
    case "milestone":
      return [];
  }
}

/** What changed is open in the digest's contract: a position has a speaker, a delegation its members. */
function peopleIn(side: unknown): readonly string[] {
  if (typeof side !== "object" || side === null) return [];
  const { speaker = null, members = [] }: { speaker?: unknown; members?: unknown } = side;
  return namesIn([speaker, ...(Array.isArray(members) ? members : [])]);
}

const namesIn = (values: readonly unknown[]): readonly string[] =>
  values.filter((value) => typeof value === "string");
