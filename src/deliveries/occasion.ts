import type { Alert } from "../digest/alert.ts";
import type { Digest, DigestRound } from "../digest/digest.ts";
import type { Language } from "../lib/language.ts";
import type { RoundMoment, SubscriptionId } from "./subscription.ts";

/** Names an occasion: made of what happened, so that seeing it again adds nothing. */
export type OccasionId = string & { readonly __brand: "OccasionId" };

/** Something that many subscriptions are told of. */
export type Occasion = {
  readonly id: OccasionId;
  readonly talks: string;
  readonly at: Date;
  /** Worth telling until then. */
  readonly expiresAt: Date;
  readonly what: OccasionKind;
  /** Where the talks stood, in the digest archive. */
  readonly digest: string;
};

export type OccasionKind =
  /** Changes seen at once, weightiest first; they go out as one message. */
  | { readonly kind: "alert"; readonly alerts: readonly [Alert, ...Alert[]] }
  | { readonly kind: "round-moment"; readonly moment: RoundMoment; readonly round: DigestRound }
  /** Takes back what an alert told: its message is edited, and a correction follows. */
  | { readonly kind: "correction"; readonly of: OccasionId; readonly alert: Alert }
  /** An operator's words, by language; those who read another get English. */
  | { readonly kind: "broadcast"; readonly words: Readonly<Partial<Record<Language, string>>> };

/** Where telling an occasion has got to. */
export type FanOut = {
  readonly occasion: Occasion;
  /** The last subscription that was dealt with, in the order of ids. */
  readonly after: SubscriptionId | null;
};

/** Keeps occasions, how far each was told, and which were held back for whom. */
export type OccasionStore = {
  /** Adds an occasion to be told; false when it was there already. */
  add(occasion: Occasion): Promise<boolean>;
  find(id: OccasionId): Promise<Occasion | null>;
  /** Those not yet told to all, oldest first. */
  unfinished(): Promise<readonly FanOut[]>;
  /** Notes how far telling has got; `done` once nobody is left. */
  advance(id: OccasionId, after: SubscriptionId | null, done: boolean): Promise<void>;
  /** The latest of some talks, newest first. */
  latest(talks: string, limit: number): Promise<readonly Occasion[]>;
  /** Holds an occasion back for subscriptions. */
  hold(id: OccasionId, subscriptions: readonly SubscriptionId[]): Promise<void>;
  /** What is held back for a subscription, oldest first, and no longer held afterwards. */
  release(subscription: SubscriptionId): Promise<readonly Occasion[]>;
  /** Removes what came to an end before an instant. */
  prune(before: Date): Promise<number>;
};

/** Keeps digests that subscriptions were told, each once however many were told it. */
export type DigestArchive = {
  /** Keeps a digest and gives its name, a hash of all it says. */
  keep(digest: Digest): Promise<string>;
  find(name: string): Promise<Digest | null>;
  /** Removes those that nothing refers to and that were kept before an instant. */
  prune(before: Date): Promise<number>;
};
