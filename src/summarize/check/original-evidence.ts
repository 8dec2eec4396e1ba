import type { Claim } from "../claim.ts";
import type { ClaimReading, EvidenceReading } from "./reading.ts";

/**
 * What bears a translation out: the words that it translates and nothing else. How a digest introduces them,
 * by speaker, side and topic, is no part of them.
 */
export function originalEvidence({ language, claims }: EvidenceReading): EvidenceReading {
  const bare = claims.flatMap(({ claim, originals, voiced }): readonly ClaimReading[] => {
    const [original] = originals;
    return original === undefined
      ? []
      : [{ claim: withoutIntroduction(claim), told: original, originals, voiced }];
  });
  return { language, claims: bare, passages: bare.flatMap(({ originals }) => originals) };
}

function withoutIntroduction(claim: Claim): Claim {
  const { fact } = claim;
  if (fact.kind !== "statement") return claim;
  const statement = { ...fact.statement, speaker: null, topic: null };
  return { ...claim, fact: { ...fact, party: null, statement } };
}
