import { PLOVER_TYPES, type PloverType } from "../../facts/plover.ts";
import type { ClaimFact } from "../claim.ts";

/** Who did what to whom, by the codes of actors. */
export type Deed = {
  readonly type: PloverType;
  readonly source: string;
  readonly target: string;
};

/** The deed that a claim tells of: its event, or the one that is new since the last digest. */
export function deedOfFact(fact: ClaimFact): Deed | null {
  if (fact.kind === "event") return fact.event;
  if (fact.kind !== "change" || fact.change.kind !== "event") return null;
  return deedIn(fact.change.to);
}

function deedIn(value: unknown): Deed | null {
  if (typeof value !== "object" || value === null) return null;
  if (!("type" in value && "source" in value && "target" in value)) return null;
  const type = PLOVER_TYPES.find((one) => one === value.type);
  const { source, target } = value;
  return type === undefined || typeof source !== "string" || typeof target !== "string"
    ? null
    : { type, source, target };
}

/** PLOVER's four root classes: talk and work that help, words and deeds that hurt. */
export const ROOT: Readonly<Record<PloverType, 1 | 2 | 3 | 4>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  CONCEDE: 1,
  COOPERATE: 2,
  AID: 2,
  RETREAT: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
};
