import type { ClaimFact } from "../claim.ts";
import { type Check, faultsIn } from "./check.ts";
import type { ProofReader, ProofWords, TellingFact } from "./proof-words.ts";
import { textOfTokens } from "./reading.ts";

/** That something ended, goes on, comes back or stays out, which no claim says by any word for it. */
export const createProvenWordsCheck =
  (proof: ProofReader, { lines }: ProofWords): Check =>
  (sentence, { claims }) => {
    const told = new Set(claims.flatMap(({ claim }) => toldBy(claim.fact)));
    const settles = proof(sentence).lines.some(({ line }) =>
      lines[line]?.facts.includes("settled-dispute"),
    );
    // What had been disputed is not so now, unless the sentence says that it is settled.
    const bearing = claims
      .filter(({ claim: { fact } }) => settles || fact.kind !== "dispute" || !fact.dispute.settled)
      .flatMap((claim) => [claim.told, ...claim.originals]);
    const borne = new Set([
      ...bearing.flatMap((one) => proof(one).lines.map(({ line }) => line)),
      ...lines.flatMap(({ facts }, at) => (facts.some((fact) => told.has(fact)) ? [at] : [])),
    ]);
    const [proven, asked] = partition(proof(sentence).lines, ({ line }) => borne.has(line));
    return faultsIn(
      "modality",
      asked
        .filter((one) => !proven.some((other) => one.from < other.to && other.from < one.to))
        .map(({ from, to }) => textOfTokens(sentence, from, to)),
    );
  };

function partition<T>(all: readonly T[], is: (one: T) => boolean): readonly [T[], T[]] {
  const { yes = [], no = [] } = Object.groupBy(all, (one) => (is(one) ? "yes" : "no"));
  return [yes, no];
}

function toldBy(fact: ClaimFact): readonly TellingFact[] {
  switch (fact.kind) {
    case "phase":
      return [...ofPhase(fact.phase), ...(fact.contested ? (["open-dispute"] as const) : [])];
    case "next-round":
      return fact.round.date === null ? ["undated"] : ["standing"];
    case "last-round":
      return fact.round.outcome === "to-resume" ? ["last-round", "adjourned"] : ["last-round"];
    case "dispute":
      return [fact.dispute.settled ? "settled-dispute" : "open-dispute"];
    case "change":
      return fact.change.kind === "phase" ? ["changed"] : [];
    case "unreported-round":
    case "delegation":
    case "statement":
    case "event":
    case "milestone":
      return [];
  }
}

function ofPhase(phase: string | null): readonly TellingFact[] {
  if (phase === null) return [];
  if (phase === "adjourned") return ["standing", "finished", "adjourned"];
  return [phase.startsWith("concluded") ? "finished" : "standing"];
}
