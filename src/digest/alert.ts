import type { Phase } from "../facts/phase.ts";
import type { DigestEvent, DigestRound } from "./digest.ts";

/** A change that is told at once; the digest of that moment has the sources. */
export type Alert =
  | { readonly kind: "phase"; readonly from: Phase | null; readonly to: Phase | null }
  | { readonly kind: "round"; readonly from: DigestRound | null; readonly to: DigestRound | null }
  | { readonly kind: "delegation"; readonly party: string; readonly joined: readonly string[] }
  | { readonly kind: "event"; readonly event: DigestEvent };

/** Whether two tellings are of one event; a day that one leaves open tells nothing apart. */
export const isSameEvent = (a: DigestEvent, b: DigestEvent): boolean =>
  a.type === b.type &&
  a.source === b.source &&
  a.target === b.target &&
  (a.date === null || b.date === null || a.date === b.date);

/** Whether two rounds are the same in all that readers plan by. */
export const isSameRound = (a: DigestRound | null, b: DigestRound | null): boolean =>
  a === null || b === null ? a === b : isSamePlan(a, b) && a.status === b.status;

/** Whether two rounds agree on day, hour, place and manner. */
export const isSamePlan = (a: DigestRound, b: DigestRound): boolean =>
  a.date === b.date &&
  a.time === b.time &&
  a.venue?.city === b.venue?.city &&
  a.venue?.country === b.venue?.country &&
  a.format === b.format;
