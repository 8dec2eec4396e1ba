import { loadCore } from "../../../../src/app/core.ts";
import type { Language } from "../../../../src/lib/language.ts";
import type { Claim, ClaimFact, ClaimId } from "../../../../src/summarize/claim.ts";
import { tellerOf } from "../../../../src/summarize/grammar/teller.ts";
import { tellFact } from "../../../../src/summarize/tell-fact.ts";

const core = loadCore("iran-us");
const checker = core.checker();

/** A fact as a digest would claim it. */
function claimOf(fact: ClaimFact, language: Language): Claim {
  const told = tellFact(fact, tellerOf(core.names, language), core.grammars()) ?? "";
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an id as claims have it
  return { id: "c1" as ClaimId, told, originals: [], citations: [1], fact };
}

/** What becomes of a sentence that rests on some facts. */
export const judgeOn = (
  facts: readonly ClaimFact[],
  language: Language,
  text: string,
): "supported" | "unsupported" =>
  checker.sentence(
    text,
    facts.map((fact) => claimOf(fact, language)),
    language,
  ).kind;
