import type { Address } from "../platform/address.ts";
import type { RenderStyle } from "../platform/adapter.ts";
import type { Delivery, DeliveryId, MessageId, OutgoingMessage, OwedDelivery } from "./delivery.ts";
import type { OccasionId } from "./occasion.ts";
import type { SubscriptionId } from "./subscription.ts";

/** Where deliveries wait until they are sent, dead or expired. */
export type Outbox = {
  /** Adds messages and deliveries of them; those already there by id are left alone. Gives how many are new. */
  add(messages: readonly OutgoingMessage[], owed: readonly OwedDelivery[]): Promise<number>;

  /**
   * Leases up to `limit` due deliveries of a platform until `leaseEnds`: by priority, then by when they
   * fell due, at most one of a channel while another of that channel is leased.
   */
  claim(claim: Claim): Promise<readonly Delivery[]>;

  /**
   * Writes back claimed deliveries and ends their leases, all in one. Where they go is not written, since
   * they may have moved meanwhile; those that were settled or erased meanwhile stay so. One that was not
   * sent, and for which `leases` names the end of its lease, stays as it is where that lease is not in force:
   * somebody else has it now.
   */
  settle(deliveries: readonly Delivery[], leases?: ReadonlyMap<DeliveryId, Date>): Promise<void>;

  /**
   * Writes back which parts of claimed deliveries were sent, and leases them on until `leaseEnds`, where
   * nobody has claimed them since; gives those. A lease that ran out is taken up again if nobody did.
   */
  renew(leased: readonly Leased[], leaseEnds: Date): Promise<ReadonlySet<DeliveryId>>;

  /** Ends every lease of a platform, whose holders are known to have ended; what they had may be claimed at once. */
  letGo(platform: string, now: Date): Promise<void>;

  /** Puts what may be claimed since its lease ran out where it was before, ahead of what fell due later. */
  hasten(platform: string, now: Date): Promise<void>;

  find(id: DeliveryId): Promise<Delivery | null>;
  /** The deliveries that told an occasion, alone or among others, in the order of their ids, after one of them. */
  telling(
    occasion: OccasionId,
    after: DeliveryId | null,
    limit: number,
  ): Promise<readonly Delivery[]>;
  /** Which of some occasions an address was told, or is still to be told. */
  toldAt(address: Address, occasions: readonly OccasionId[]): Promise<ReadonlySet<OccasionId>>;
  message(id: MessageId): Promise<OutgoingMessage | null>;
  /** The rendering of a message that was kept; null when there is none yet. */
  parts(rendering: Rendering): Promise<readonly unknown[] | null>;
  /** Keeps a rendering; one that is there stays. */
  keepParts(rendering: Rendering, parts: readonly unknown[]): Promise<void>;

  /** Marks what is past its worth as expired, unless it is leased; gives how many. */
  expire(now: Date): Promise<number>;
  /** The earliest instant after `after` at which something of a platform falls due, or its lease ends; null when nothing does. */
  nextDueAt(platform: string, after: Date): Promise<Date | null>;
  /** Lets what waits fall due sooner, after the clock was set back; broadcasts wait for an hour of the day. */
  turnBack(platform: string, now: Date, byMs: number): Promise<void>;
  /** Lets fall due now what waits until after `farthest`, as only a wrong clock can have set it. */
  bringForward(platform: string, now: Date, farthest: Date): Promise<void>;
  /** Deliveries of a channel go to another channel; what was sent to the old one can no longer be edited. */
  move(from: Address, to: Address): Promise<void>;
  /** Takes back what waits for an address, threads included when it names none; gives how many. */
  withdraw(address: Address, at: Date, reason: string): Promise<number>;
  /** Takes back those of some deliveries that still wait; gives which. */
  withdrawEach(
    ids: readonly DeliveryId[],
    withdrawal: Withdrawal,
  ): Promise<ReadonlySet<DeliveryId>>;
  /** What waits on behalf of a subscription. */
  waitingFor(subscription: Owner): Promise<readonly Delivery[]>;
  /** Lets a delivery that waits go on behalf of another subscription of its address. */
  handOver(id: DeliveryId, to: SubscriptionId): Promise<void>;
  /** Erases all that was or is owed to an address, threads included when it names none. */
  forget(address: Address): Promise<void>;
  /** Removes what was settled before an instant, and messages that nothing refers to. */
  prune(before: Date, limit: number): Promise<number>;
  counts(now: Date): Promise<readonly DeliveryCount[]>;
  /** What is still to be sent, by platform; cheap, however much was sent before. */
  waiting(now: Date): Promise<readonly WaitingCount[]>;
};

/**
 * A claimed delivery as it stands now, and when its lease ends, to the millisecond: each claim of a delivery
 * ends later than the one before, so its end tells one lease from every other.
 */
export type Leased = { readonly delivery: Delivery; readonly leaseEnds: Date };

/** A subscription on whose behalf something waits, and where it is read. */
export type Owner = { readonly id: SubscriptionId; readonly address: Address };

/** What taking back says of deliveries; `untouched` leaves those that are leased or begun. */
export type Withdrawal = {
  readonly at: Date;
  readonly reason: string;
  readonly untouched: boolean;
};

export type Claim = {
  readonly platform: string;
  readonly now: Date;
  readonly leaseEnds: Date;
  readonly limit: number;
  /** Leaves what is leased to its holder even where the lease has run out: he may be about to write it back. */
  readonly leavesLapsed?: boolean;
};

export type Rendering = {
  readonly messageId: MessageId;
  readonly platform: string;
  readonly style: RenderStyle;
};

export type DeliveryCount = {
  readonly platform: string;
  readonly status: Delivery["status"]["kind"];
  readonly count: number;
  /** How long the oldest that is due has waited, in milliseconds; null for other statuses. */
  readonly oldestMs: number | null;
};

export type WaitingCount = {
  readonly platform: string;
  readonly count: number;
  /** How long the oldest that may go has waited since it might, in milliseconds. */
  readonly oldestMs: number;
};
