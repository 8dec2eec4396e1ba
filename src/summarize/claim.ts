import type {
  Citations,
  Digest,
  DigestChange,
  DigestDispute,
  DigestEvent,
  DigestPast,
  DigestRound,
  DigestStatement,
} from "../digest/digest.ts";
import type { Language } from "../lib/language.ts";

/** Names a claim to the model: `c1`, `c2`, … */
export type ClaimId = string & { readonly __brand: "ClaimId" };

/**
 * One thing that sources bear out, as a model is given it and as its sentences are checked against it.
 * `told` is the claim in a sentence of the reader's language (`seeds/wordings`); it names days by
 * their dates and times by their zone, and says nothing that is true today alone.
 */
export type Claim = {
  readonly id: ClaimId;
  readonly told: string;
  /** The words of the sources that it rests on, each in its own language. */
  readonly originals: readonly { readonly text: string; readonly lang: Language }[];
  readonly citations: Citations;
  readonly fact: ClaimFact;
};

/** What is claimed, as the digest holds it. */
export type ClaimFact =
  | ({ readonly kind: "phase" } & Pick<
      Digest,
      "phase" | "phaseSince" | "contested" | "confirmation" | "phaseAttributedTo"
    >)
  | { readonly kind: "next-round"; readonly round: DigestRound }
  | { readonly kind: "last-round"; readonly round: NonNullable<Digest["lastRound"]> }
  | { readonly kind: "past-phase"; readonly past: DigestPast["phases"][number] }
  | { readonly kind: "past-round"; readonly round: DigestPast["rounds"][number] }
  | { readonly kind: "unreported-round"; readonly round: NonNullable<Digest["unreportedRound"]> }
  | { readonly kind: "delegation"; readonly delegation: Digest["delegations"][number] }
  | {
      readonly kind: "statement";
      /** Code of the actor the speaker speaks for; null where nobody knows. */
      readonly party: string | null;
      readonly statement: Omit<DigestStatement, "citations">;
    }
  | { readonly kind: "event"; readonly event: DigestEvent }
  | { readonly kind: "dispute"; readonly dispute: DigestDispute }
  | { readonly kind: "milestone"; readonly since: string }
  | {
      readonly kind: "change";
      readonly change: DigestChange;
      /** What it changed to, as the digest holds it now; null where it holds nothing in its place. */
      readonly now: Exclude<ClaimFact, { kind: "change" }> | null;
    };
