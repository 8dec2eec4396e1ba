import { briefDue } from "../../src/deliveries/brief-due.ts";
import type { Delivery, MessageId } from "../../src/deliveries/delivery.ts";
import { nextOccurrence } from "../../src/deliveries/next-occurrence.ts";
import { noticeChanges } from "../../src/deliveries/notice-changes.ts";
import { planRounds } from "../../src/deliveries/plan-rounds.ts";
import type { Planned, PlanningDeps, PlanningStore } from "../../src/deliveries/planning.ts";
import type { TimeOfDay } from "../../src/deliveries/schedule.ts";
import type { Subscription, SubscriptionId } from "../../src/deliveries/subscription.ts";
import { tellOccasions } from "../../src/deliveries/tell-occasions.ts";
import type { Digest } from "../../src/digest/digest.ts";
import { createLog } from "../../src/lib/log.ts";
import type { Message, Picture } from "../../src/messages/message.ts";
import { renderText } from "../../src/messages/render-text.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import { iranUsNames, RICH_DIGEST } from "./digests.ts";

/** One message as it reached a chat. */
export type Received = {
  readonly to: string;
  readonly at: string;
  readonly kind: Delivery["kind"];
  readonly text: string;
  readonly picture: Picture | null;
  /** The message that this one took the place of. */
  readonly edits: string | null;
};

/** A time of day. */
export const clock = (shown: string): TimeOfDay => shown as TimeOfDay;

/** What a subscription is made with, where it is not the usual. */
export type Choices = Partial<Omit<Subscription, "id">>;

/** A subscription to the Iran–US talks, to every alert and at once. */
export const subscriptionOf = (id: string, choices: Choices = {}): Subscription => ({
  id: id as SubscriptionId,
  address: { platform: "test", channel: id, thread: null },
  owner: null,
  talks: "iran-us",
  language: "en",
  timeZone: "Asia/Muscat",
  form: "brief",
  picture: false,
  schedule: null,
  roundMoments: [],
  alerts: ["phase", "round", "delegation", "event"],
  eventIntensity: 0,
  minimumConfidence: 0,
  quietHours: null,
  status: { kind: "active" },
  nextAt: null,
  releaseAt: null,
  toldDigest: null,
  createdAt: new Date("2026-01-01T00:00:00Z"),
  ...choices,
});

const STEPS = [noticeChanges, planRounds, briefDue, tellOccasions];

/** A bot over a real store in memory, on a clock that the test turns, in talks that the test tells. */
export async function openStory(digestOf?: (at: Date) => Digest) {
  const store = await openStore("file::memory:", () => undefined);
  const inbox: Received[] = [];
  const planned: Planned[] = [];
  let standing: Digest = RICH_DIGEST;
  const tell = digestOf ?? ((now: Date) => ({ ...standing, at: now.toISOString(), changes: [] }));
  const deps = (within: PlanningStore = store): PlanningDeps => ({
    store: within,
    digests: store.digests,
    followed: [iranUsNames],
    digestOf: (_, now) => Promise.resolve(tell(now)),
    log: createLog({ level: "silent", secrets: [], write: () => undefined }),
    observe: (one) => planned.push(one),
  });
  /** Turns the clock while nothing can be sent. */
  const plan = async (iso: string): Promise<void> => {
    for (const step of STEPS) await step(deps(), new Date(iso));
  };
  return {
    store,
    inbox,
    planned,
    deps,
    /** Says where the talks stand from now on. */
    stand: (digest: Digest) => {
      standing = digest;
    },
    /** Subscribes somebody; `since` is when, for those with a schedule. */
    subscribe: async (id: string, { since, ...choices }: Choices & { since?: string } = {}) => {
      const made = subscriptionOf(id, choices);
      const { schedule, timeZone } = made;
      const nextAt =
        schedule === null || since === undefined
          ? made.nextAt
          : nextOccurrence(schedule, timeZone, new Date(since));
      await store.subscriptions.keep({ ...made, nextAt });
    },
    plan,
    /** Turns the clock: everything that is due is planned, and sent. */
    turn: async (iso: string) => {
      const now = new Date(iso);
      await plan(iso);
      await send(store, now, inbox);
    },
    /** What was received since it was asked last. */
    received: () => inbox.splice(0),
  };
}

/** Sends all that is due, as a platform that takes everything. */
async function send(store: Store, now: Date, inbox: Received[]): Promise<void> {
  await store.outbox.expire(now);
  const leaseEnds = new Date(now.getTime() + 60_000);
  const messages = new Map<string, Message>();
  for (;;) {
    const claimed = await store.outbox.claim({ platform: "test", now, leaseEnds, limit: 100 });
    if (claimed.length === 0) return;
    for (const { messageId, to, kind, edits } of claimed) {
      const message = messages.get(messageId) ?? (await messageOf(store, messageId));
      messages.set(messageId, message);
      const shown = { text: renderText(message), picture: message.picture ?? null };
      inbox.push({ to: to.channel, at: now.toISOString(), kind, ...shown, edits });
    }
    await store.outbox.settle(
      claimed.map((one) => ({ ...one, sentIds: ["1"], status: { kind: "sent", at: now } })),
    );
  }
}

async function messageOf(store: Store, id: MessageId): Promise<Message> {
  const outgoing = await store.outbox.message(id);
  if (outgoing === null) throw new Error("A delivery without its message.");
  return outgoing.message;
}
