import type { Address } from "../platform/address.ts";
import type { Subscription, SubscriptionId } from "./subscription.ts";

/** Keeps subscriptions. */
export type SubscriptionStore = {
  find(id: SubscriptionId): Promise<Subscription | null>;
  /** All there are, whatever their status, in the order of their ids, after one of them. */
  all(after: SubscriptionId | null, limit: number): Promise<readonly Subscription[]>;
  /** Those of an address, oldest first. */
  of(address: Address): Promise<readonly Subscription[]>;
  /** Those of an address and its threads that did not end. */
  within(address: Address): Promise<readonly Subscription[]>;
  /** Adds a subscription, or replaces it. */
  keep(subscription: Subscription): Promise<void>;
  /** Replaces several at once. */
  keepAll(subscriptions: readonly Subscription[]): Promise<void>;
  /** Writes of several that are there when they are due next and what they were told last, and nothing else. */
  advanceAll(subscriptions: readonly Subscription[]): Promise<void>;
  remove(id: SubscriptionId): Promise<void>;
  /** Active ones whose `nextAt` or `releaseAt` has come, and paused ones whose pause is over; earliest first. */
  due(now: Date, limit: number): Promise<readonly Subscription[]>;
  /** Who is to be briefed by an instant, the most first; those count as one who are told the same. */
  readersDue(until: Date): Promise<readonly ReadersDue[]>;
  /** Active ones of some talks in the order of their ids, after one of them. */
  following(
    talks: string,
    after: SubscriptionId | null,
    limit: number,
  ): Promise<readonly Subscription[]>;
  /** Ends all of an address, threads of its channel included when it names none; gives those that were active. */
  end(address: Address, at: Date, reason: string): Promise<readonly Subscription[]>;
  /** Gives those of a channel another channel. */
  move(from: Address, to: Address): Promise<void>;
  /** Erases all of an address, threads included when it names none, and its person as an owner elsewhere. */
  forget(address: Address): Promise<void>;
  /** How many there are, by platform and status. */
  counts(): Promise<readonly SubscriptionCount[]>;
};

/** Subscriptions that a briefing falls due for, which tells all of them the same. */
export type ReadersDue = Pick<Subscription, "talks" | "language" | "toldDigest"> & {
  readonly count: number;
};

export type SubscriptionCount = {
  readonly platform: string;
  readonly status: Subscription["status"]["kind"];
  readonly count: number;
};
