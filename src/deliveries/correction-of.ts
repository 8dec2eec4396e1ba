import { type Alert, isSameRound } from "../digest/alert.ts";
import type { Confirmation, Digest } from "../digest/digest.ts";
import type { Phase } from "../facts/phase.ts";
import { isNaturalStep, needsBegunRound } from "../talks/transitions.ts";

/** An alert that was told, with the digest of then. */
export type ToldAlert = { readonly alert: Alert; readonly digest: Digest };

/**
 * Whether an alert has turned out wrong: things are back to what they were before it, and that is no
 * development but a denial. Where the claim was a party's or the mediator's own, going back on it is
 * news, not a mistake of ours.
 */
export function isDisproved({ alert, digest: then }: ToldAlert, now: Digest): boolean {
  switch (alert.kind) {
    case "phase":
      return isPhaseDisproved(alert, then, now);
    case "round":
      return (
        alert.from !== null &&
        alert.to !== null &&
        isSameRound(alert.from, now.nextRound) &&
        isHearsay(alert.to.confirmation) &&
        !isHearsay(now.nextRound?.confirmation ?? null)
      );
    case "delegation":
    case "event":
      return false;
  }
}

function isPhaseDisproved(
  { from, to }: Extract<Alert, { kind: "phase" }>,
  then: Digest,
  now: Digest,
): boolean {
  if (from === null || to === null || now.phase !== from || NEVER_FALSE.has(to)) return false;
  if (!isNaturalStep(to, from)) return true;
  // Nothing has begun or ended while the same round still lies ahead.
  if (needsBegunRound(to)) return !needsBegunRound(from) && isSameRoundAhead(then, now);
  return isHearsay(then.confirmation) && !isHearsay(now.confirmation);
}

/** Doubt is a mood, not a claim. */
const NEVER_FALSE: ReadonlySet<Phase> = new Set(["rumoured", "in-doubt"]);

/** Nobody stands behind a claim but outlets. */
const isHearsay = (confirmation: Confirmation | null): boolean =>
  confirmation === null || confirmation === "one-outlet" || confirmation === "independent-outlets";

function isSameRoundAhead(then: Digest, now: Digest): boolean {
  if (now.nextRound === null || now.nextRound.date === null) return false;
  return then.nextRound === null || then.nextRound.date === now.nextRound.date;
}
