import type { Phase } from "../facts/phase.ts";
import type { DigestEvent, DigestRound } from "./digest.ts";

/** A change that is told at once; the digest of that moment has the sources. */
export type Alert =
  | { readonly kind: "phase"; readonly from: Phase | null; readonly to: Phase | null }
  | { readonly kind: "round"; readonly from: DigestRound | null; readonly to: DigestRound | null }
  | { readonly kind: "delegation"; readonly party: string; readonly joined: readonly string[] }
  | { readonly kind: "event"; readonly event: DigestEvent };
