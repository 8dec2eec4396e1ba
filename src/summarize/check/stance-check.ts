import type { Dossier } from "../../config/dossier.ts";
import type { Stance } from "../../facts/fact.ts";
import { findStatements } from "../../facts/statements/find-statements.ts";
import { type Check, faultsIn } from "./check.ts";

/** Stances that say the contrary of each other. */
const CONTRARY: Readonly<Partial<Record<Stance, ReadonlySet<Stance>>>> = {
  rejects: new Set(["concedes"]),
  denies: new Set(["concedes"]),
  concedes: new Set(["rejects"]),
};

/** A stance contrary to that of what was said. */
export const createStanceCheck =
  (dossier: Dossier): Check =>
  (sentence, { claims }) => {
    const facts = claims.map(({ claim }) => claim.fact);
    const stances = facts.flatMap((fact) =>
      fact.kind === "statement" ? [fact.statement.stance] : [],
    );
    if (stances.length === 0 || stances.length < facts.length) return [];
    return faultsIn(
      "stance",
      findStatements(sentence.read, dossier)
        .filter(({ stance }) => stances.every((told) => CONTRARY[told]?.has(stance) === true))
        .map(({ evidence }) => sentence.text.slice(...evidence)),
    );
  };
