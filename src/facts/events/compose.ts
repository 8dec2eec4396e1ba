import { type PloverMode, type PloverType, PLOVER } from "../plover.ts";
import type { Operator } from "./event-lexicon.ts";

/** An event type with its finer kind. */
export type Coded = { readonly type: PloverType; readonly mode: PloverMode | null };

const VERBAL_CONFLICT: ReadonlySet<PloverType> = new Set([
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
]);

const isCooperative = ({ type }: Coded): boolean => PLOVER[type].score > 0;
const isMaterialConflict = (coded: Coded): boolean =>
  !isCooperative(coded) && !VERBAL_CONFLICT.has(coded.type);

/**
 * What an operator makes of the event that it governs, by PLOVER's rules: a promise of cooperation is
 * AGREE, of conflict THREATEN; ending conflict is RETREAT, ending cooperation SANCTION; null where the
 * operator says nothing by itself.
 */
export function compose(operator: Operator, governed: Coded | null): Coded | null {
  switch (operator) {
    case "intend":
      if (governed?.type === "THREATEN" || governed?.type === "CONCEDE") return governed;
      // Who offers to send troops offers them.
      return governed !== null && isMaterialConflict(governed) && governed.type !== "MOBILIZE"
        ? threat(governed)
        : plain("AGREE");
    case "will":
    case "may":
      if (governed === null) return null;
      // A concession is made by announcing it; measures are announced as much as threatened.
      if (governed.type === "CONCEDE" || (operator === "will" && governed.type === "SANCTION"))
        return governed;
      if (isCooperative(governed)) return plain("AGREE");
      return isMaterialConflict(governed) ? threat(governed) : governed;
    case "threaten":
      return governed === null ? plain("THREATEN") : threat(governed);
    case "request":
    case "must":
      return { type: "REQUEST", mode: requestMode(governed) };
    case "refuse":
      return { type: "REJECT", mode: rejectMode(governed) };
    case "not":
      // What is merely not done stands for itself, marked as negated.
      if (governed === null || !isCooperative(governed)) return null;
      return { type: "REJECT", mode: rejectMode(governed) };
    case "deny":
    case "empty":
      return null;
    case "accuse":
      return plain("ACCUSE");
    case "cancel":
      return governed?.type === "CONSULT" && governed.mode !== "visit"
        ? { type: "REJECT", mode: "meet" }
        : ended(governed);
    case "stop":
      return ended(governed);
  }
}

const plain = (type: PloverType): Coded => ({ type, mode: null });

function ended(governed: Coded | null): Coded | null {
  if (governed === null) return null;
  if (governed.type === "PROTEST") return plain("CONCEDE");
  if (governed.type === "RETREAT" || governed.type === "REQUEST") return plain("REJECT");
  if (isCooperative(governed)) return { type: "SANCTION", mode: "discontinue" };
  if (governed.type === "ASSAULT") return { type: "RETREAT", mode: "ceasefire" };
  return plain("RETREAT");
}

function threat({ type, mode }: Coded): Coded {
  if (type === "SANCTION" && mode !== null) return { type: "THREATEN", mode: "relations" };
  if (type === "SANCTION" || type === "COERCE") return { type: "THREATEN", mode: "restrict" };
  if (type === "ASSAULT" || type === "MOBILIZE") return { type: "THREATEN", mode: "force" };
  if (type === "REJECT") return { type: "THREATEN", mode: "relations" };
  return plain("THREATEN");
}

function requestMode(governed: Coded | null): PloverMode | null {
  if (governed === null) return null;
  if (governed.type === "CONSULT" || governed.type === "AGREE") return "meet";
  if (governed.type === "RETREAT" || governed.type === "CONCEDE") return "yield";
  return isCooperative(governed) ? "assist" : "change";
}

function rejectMode(governed: Coded | null): PloverMode | null {
  if (governed === null) return null;
  if (governed.type === "CONSULT") return "meet";
  if (governed.type === "RETREAT" || governed.type === "CONCEDE") return "yield";
  return governed.type === "REQUEST" ? "change" : isCooperative(governed) ? "assist" : null;
}
