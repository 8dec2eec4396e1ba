import type { Chat } from "../../src/deliveries/chat.ts";
import type {
  DeliveryId,
  MessageId,
  OutgoingMessage,
  OwedDelivery,
} from "../../src/deliveries/delivery.ts";
import type { Occasion, OccasionId } from "../../src/deliveries/occasion.ts";
import type { TimeOfDay } from "../../src/deliveries/schedule.ts";
import type { Subscription, SubscriptionId } from "../../src/deliveries/subscription.ts";
import type { Address } from "../../src/platform/address.ts";

/** When the samples are due. */
export const NINE = new Date("2026-02-05T09:00:00Z");

/** An instant some minutes past {@link NINE}. */
export const minutesPast = (minutes: number): Date => new Date(NINE.getTime() + minutes * 60_000);

export const chatAt = (channel: string | number, thread: string | null = null): Address => ({
  platform: "telegram",
  channel: String(channel),
  thread,
});

export const subscriptionId = (n: number): SubscriptionId =>
  `s${String(n).padStart(11, "0")}` as SubscriptionId;

export const deliveryId = (id: string | number): DeliveryId => `delivery-${id}` as DeliveryId;

/** A chat in which everything was chosen. */
export const sampleChat = (address: Address, changes: Partial<Chat> = {}): Chat => ({
  address,
  place: "group",
  language: "fa",
  timeZone: "Asia/Tehran",
  talks: "iran-us",
  ...changes,
});

/** A subscription in which everything was chosen. */
export const sampleSubscription = (
  n: number,
  changes: Partial<Subscription> = {},
): Subscription => ({
  id: subscriptionId(n),
  address: chatAt(1_000_000 + n),
  owner: "telegram:77",
  talks: "iran-us",
  language: "fa",
  timeZone: "Asia/Tehran",
  form: "brief",
  picture: true,
  schedule: { kind: "weekly", day: 6, at: "09:00" as TimeOfDay },
  roundMoments: ["day-before", "start"],
  alerts: ["phase", "event"],
  eventIntensity: -7.5,
  minimumConfidence: 0.6,
  quietHours: { from: "22:30" as TimeOfDay, until: "07:00" as TimeOfDay },
  status: { kind: "active" },
  nextAt: NINE,
  releaseAt: null,
  toldDigest: null,
  createdAt: new Date("2026-02-01T00:00:00Z"),
  ...changes,
});

export const sampleOccasion = (id: string, changes: Partial<Occasion> = {}): Occasion => ({
  id: id as OccasionId,
  talks: "iran-us",
  at: NINE,
  expiresAt: minutesPast(60),
  what: { kind: "alert", alerts: [{ kind: "phase", from: "scheduled", to: "underway" }] },
  digest: "digest-1",
  ...changes,
});

/** A message of one paragraph. */
export const sampleMessage = (id: string, words = "Talks open"): OutgoingMessage => ({
  id: id as MessageId,
  message: {
    language: "en",
    blocks: [{ kind: "paragraph", spans: [{ kind: "text", text: words }] }],
  },
});

/** A briefing that is due at {@link NINE}, to a chat of its own unless changed. */
export const sampleOwed = (
  id: string | number,
  changes: Partial<OwedDelivery> = {},
): OwedDelivery => ({
  id: deliveryId(id),
  kind: "briefing",
  messageId: "message-1" as MessageId,
  subscription: null,
  occasion: null,
  to: chatAt(`chat-${id}`),
  edits: null,
  dueAt: NINE,
  expiresAt: minutesPast(60),
  ...changes,
});
