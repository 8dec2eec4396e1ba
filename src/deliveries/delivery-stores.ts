import type { ChatStore } from "./chat.ts";
import type { DigestArchive, OccasionStore } from "./occasion.ts";
import type { Outbox } from "./outbox.ts";
import type { SubscriptionStore } from "./subscription-store.ts";

/** All that is kept of who is told what. */
export type DeliveryStores = {
  readonly chats: ChatStore;
  readonly subscriptions: SubscriptionStore;
  readonly occasions: OccasionStore;
  readonly archive: DigestArchive;
  readonly outbox: Outbox;
};

/** The same, with changes that are made all together or not at all. */
export type DeliveryStore = DeliveryStores & {
  /** Does all of `work` or none of it; inside, only the stores handed in may be used. */
  transaction<T>(work: (stores: DeliveryStores) => Promise<T>): Promise<T>;
};
