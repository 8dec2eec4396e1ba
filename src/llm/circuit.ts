import { backoffMs, type BackoffLimits, type Random } from "../lib/backoff.ts";
import type { Clock } from "../lib/clock.ts";
import type { ModelFailure } from "../summarize/language-model.ts";

/** What one call showed of the server. */
export type Contact =
  | { readonly kind: "answered" }
  /** Nothing, or nothing that can be used. `restMs` is how long the server asks to be left alone, in milliseconds; null when it does not say. */
  | { readonly kind: "failed"; readonly restMs: number | null }
  /** Nothing was asked. */
  | { readonly kind: "none" };

/**
 * Leaves a server alone that fails: after some failures in a row no call is made for a while, then one
 * that tries it; the wait grows while that fails too. (Circuit breaker: M. Nygard, Release It!, 2007.)
 */
export type Circuit = {
  /** Why no call may be made now, or null. */
  obstacle(): ModelFailure | null;
  /** Like `obstacle`; where there is none, a call begins, and `leave` must end it. */
  enter(): ModelFailure | null;
  leave(contact: Contact): void;
};

/** How a circuit is made. */
export type CircuitDeps = {
  readonly clock: Clock;
  readonly random: Random;
  /** How many failures in a row open it. */
  readonly failuresToOpen: number;
  readonly rest: BackoffLimits;
};

/** No server's word keeps Parley away for longer. */
const LONGEST_REST_MS = 3_600_000;

/** A circuit that lets calls through. */
export function createCircuit({ clock, random, failuresToOpen, rest }: CircuitDeps): Circuit {
  let failures = 0;
  let isTrying = false;
  let opensAt = -Infinity;
  let askedUntil = -Infinity;
  const now = () => clock.now().getTime();
  const obstacle = (): ModelFailure | null => {
    if (now() < askedUntil) return "rate-limited";
    const isOpen = failures >= failuresToOpen && (isTrying || now() < opensAt);
    return isOpen ? "circuit-open" : null;
  };
  const fail = (restMs: number | null) => {
    failures += 1;
    if (restMs !== null) askedUntil = now() + Math.min(restMs, LONGEST_REST_MS);
    if (failures >= failuresToOpen)
      opensAt = now() + backoffMs(failures - failuresToOpen + 1, rest, random);
  };
  return {
    obstacle,
    enter() {
      const reason = obstacle();
      if (reason === null && failures >= failuresToOpen) isTrying = true;
      return reason;
    },
    leave(contact) {
      isTrying = false;
      if (contact.kind === "answered") failures = 0;
      if (contact.kind === "failed") fail(contact.restMs);
    },
  };
}
