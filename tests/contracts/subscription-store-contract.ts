import { expect, it } from "vitest";
import type { Subscription } from "../../src/deliveries/subscription.ts";
import type { Store } from "../../src/store/store.ts";
import {
  chatAt,
  minutesPast,
  NINE,
  sampleChat,
  sampleSubscription,
  subscriptionId,
} from "../support/delivery-samples.ts";

type WithStore = (check: (store: Store) => Promise<void>) => () => Promise<void>;

const idsOf = (subscriptions: readonly Subscription[]): string[] =>
  subscriptions.map(({ id }) => id);

const paused = (until: Date | null) => ({ kind: "paused", until }) as const;

const ids = (...numbers: number[]): string[] => numbers.map((n) => subscriptionId(n));

/** What every store must do with chats. */
export function chatStoreContract(withStore: WithStore): void {
  it(
    "remembers what was chosen in a chat and in each of its threads",
    withStore(async ({ chats }) => {
      const group = sampleChat(chatAt(-5));
      const topic = sampleChat(chatAt(-5, "7"), { language: null, timeZone: null, talks: null });
      await chats.keep(sampleChat(chatAt(-5), { language: "ar" }));
      await chats.keep(group);
      await chats.keep(topic);
      expect(await chats.find(chatAt(-5))).toEqual(group);
      expect(await chats.find(chatAt(-5, "7"))).toEqual(topic);
      expect(await chats.find(chatAt(-5, "8"))).toBeNull();
      expect(await chats.count()).toBe(2);
    }),
  );

  it(
    "moves a chat with its threads; what was chosen at the new place already stays",
    withStore(async ({ chats }) => {
      await chats.keep(sampleChat(chatAt(-5)));
      await chats.keep(sampleChat(chatAt(-5, "7")));
      await chats.keep(sampleChat(chatAt(-1005), { language: "ar" }));
      await chats.move(chatAt(-5), chatAt(-1005));
      await chats.move(chatAt(-5), chatAt(-1005));
      expect((await chats.find(chatAt(-1005)))?.language).toBe("ar");
      expect((await chats.find(chatAt(-1005, "7")))?.language).toBe("fa");
      expect(await chats.find(chatAt(-5))).toBeNull();
    }),
  );

  it(
    "erases a chat with its threads, or one thread of it",
    withStore(async ({ chats }) => {
      for (const thread of [null, "7", "8"]) await chats.keep(sampleChat(chatAt(-5, thread)));
      await chats.forget(chatAt(-5, "7"));
      expect(await chats.count()).toBe(2);
      await chats.forget(chatAt(-5));
      expect(await chats.count()).toBe(0);
    }),
  );
}

/** What every store must do with subscriptions. */
export function subscriptionStoreContract(withStore: WithStore): void {
  it(
    "moves several on: when they are due next and what they were told, and nothing else",
    withStore(async ({ subscriptions }) => {
      const all = Array.from({ length: 120 }, (_, n) => sampleSubscription(n));
      await subscriptions.keepAll(all);
      await subscriptions.advanceAll(
        all.map((one) => ({
          ...one,
          talks: "other",
          nextAt: minutesPast(60),
          releaseAt: minutesPast(30),
          toldDigest: "digest-2",
        })),
      );
      await subscriptions.advanceAll([sampleSubscription(500)]);
      const moved = { nextAt: minutesPast(60), releaseAt: minutesPast(30), toldDigest: "digest-2" };
      expect(await subscriptions.find(subscriptionId(7))).toEqual({
        ...sampleSubscription(7),
        ...moved,
      });
      expect(await subscriptions.due(minutesPast(29), 200)).toEqual([]);
      expect(await subscriptions.due(minutesPast(30), 200)).toHaveLength(120);
      expect(await subscriptions.find(subscriptionId(500))).toBeNull();
    }),
  );

  it(
    "knows those of an address and its threads that did not end",
    withStore(async ({ subscriptions }) => {
      const ended = { kind: "ended", at: NINE, reason: "kicked" } as const;
      await subscriptions.keepAll([
        sampleSubscription(1, { address: chatAt(-5) }),
        sampleSubscription(2, { address: chatAt(-5, "7"), status: paused(null) }),
        sampleSubscription(3, { address: chatAt(-5), status: ended }),
        sampleSubscription(4, { address: chatAt(-6) }),
      ]);
      expect(idsOf(await subscriptions.within(chatAt(-5))).toSorted()).toEqual(ids(1, 2));
      expect(idsOf(await subscriptions.within(chatAt(-5, "7")))).toEqual(ids(2));
    }),
  );

  keeping(withStore);
  asking(withStore);
  ending(withStore);
}

function keeping(withStore: WithStore): void {
  it.each<Partial<Subscription>>([
    {},
    { schedule: null, nextAt: null, quietHours: null, owner: null, roundMoments: [], alerts: [] },
    { schedule: { kind: "cron", expression: "0 9 * * 1-5" }, toldDigest: "digest" },
    { status: { kind: "paused", until: null }, releaseAt: minutesPast(1) },
    { status: { kind: "paused", until: minutesPast(10) } },
    { status: { kind: "ended", at: NINE, reason: "blocked" }, address: chatAt(-5, "7") },
  ])("gives a subscription back as it was kept last: %j", (changes) =>
    withStore(async ({ subscriptions }) => {
      const one = sampleSubscription(1, changes);
      await subscriptions.keep(sampleSubscription(1, { form: "full" }));
      await subscriptions.keep(one);
      expect(await subscriptions.find(one.id)).toEqual(one);
      expect(await subscriptions.of(one.address)).toEqual([one]);
    })(),
  );

  it(
    "goes through all there are, whatever their status, in pages",
    withStore(async ({ subscriptions }) => {
      await subscriptions.keepAll([
        sampleSubscription(3),
        sampleSubscription(1, { status: paused(null) }),
        sampleSubscription(2),
      ]);
      expect(idsOf(await subscriptions.all(null, 2))).toEqual(ids(1, 2));
      expect(idsOf(await subscriptions.all(subscriptionId(2), 2))).toEqual(ids(3));
    }),
  );

  it(
    "replaces more than one statement can take, and removes one",
    withStore(async ({ subscriptions }) => {
      const many = Array.from({ length: 1_201 }, (_, n) => sampleSubscription(n));
      await subscriptions.keepAll(many);
      await subscriptions.keepAll(many.map((one) => ({ ...one, nextAt: minutesPast(1) })));
      expect(await subscriptions.due(NINE, 2_000)).toEqual([]);
      expect(await subscriptions.due(minutesPast(1), 2_000)).toHaveLength(1_201);
      await subscriptions.remove(subscriptionId(7));
      expect(await subscriptions.counts()).toEqual([
        { platform: "telegram", status: "active", count: 1_200 },
      ]);
    }),
  );
}

function asking(withStore: WithStore): void {
  it(
    "gives those of an address, oldest first",
    withStore(async ({ subscriptions }) => {
      const address = chatAt(5);
      await subscriptions.keep(sampleSubscription(1, { address, createdAt: minutesPast(2) }));
      await subscriptions.keep(sampleSubscription(2, { address, createdAt: minutesPast(1) }));
      await subscriptions.keep(sampleSubscription(3, { address: chatAt(5, "7") }));
      expect(idsOf(await subscriptions.of(address))).toEqual(ids(2, 1));
    }),
  );

  it(
    "wakes those whose moment has come, earliest first, and those whose pause is over",
    withStore(async ({ subscriptions }) => {
      await subscriptions.keepAll([
        sampleSubscription(1, { nextAt: minutesPast(1) }),
        sampleSubscription(2, { nextAt: minutesPast(60), releaseAt: minutesPast(-1) }),
        sampleSubscription(3, { nextAt: null, releaseAt: null }),
        sampleSubscription(4, { status: paused(null) }),
        sampleSubscription(5, { nextAt: null, status: paused(minutesPast(-2)) }),
        sampleSubscription(6, { status: paused(minutesPast(5)) }),
        sampleSubscription(7, { status: { kind: "ended", at: NINE, reason: "blocked" } }),
        sampleSubscription(8),
      ]);
      expect(idsOf(await subscriptions.due(NINE, 10))).toEqual(ids(5, 2, 8));
      expect(idsOf(await subscriptions.due(NINE, 2))).toEqual(ids(5, 2));
      expect(idsOf(await subscriptions.due(minutesPast(5), 10))).toEqual(ids(5, 2, 8, 1, 6));
    }),
  );

  it(
    "gives the active ones of some talks a page at a time",
    withStore(async ({ subscriptions }) => {
      await subscriptions.keepAll([
        ...[3, 1, 2].map((n) => sampleSubscription(n)),
        sampleSubscription(4, { talks: "russia-ukraine" }),
        sampleSubscription(5, { status: { kind: "paused", until: null } }),
      ]);
      expect(idsOf(await subscriptions.following("iran-us", null, 2))).toEqual(ids(1, 2));
      expect(idsOf(await subscriptions.following("iran-us", subscriptionId(2), 2))).toEqual(ids(3));
    }),
  );
}

function ending(withStore: WithStore): void {
  it(
    "ends all of an address with its threads, and gives those that were active",
    withStore(async ({ subscriptions }) => {
      await subscriptions.keepAll([
        sampleSubscription(1, { address: chatAt(5) }),
        sampleSubscription(2, { address: chatAt(5, "7") }),
        sampleSubscription(3, { address: chatAt(5), status: { kind: "paused", until: null } }),
        sampleSubscription(4),
      ]);
      expect(idsOf(await subscriptions.end(chatAt(5), NINE, "kicked"))).toEqual(ids(1, 2));
      expect(await subscriptions.end(chatAt(5), minutesPast(1), "again")).toEqual([]);
      expect((await subscriptions.find(subscriptionId(3)))?.status).toEqual({
        kind: "ended",
        at: NINE,
        reason: "kicked",
      });
      expect(idsOf(await subscriptions.due(NINE, 10))).toEqual(ids(4));
    }),
  );

  it(
    "moves those of a channel, threads and all",
    withStore(async ({ subscriptions }) => {
      await subscriptions.keep(sampleSubscription(1, { address: chatAt(-5, "7") }));
      await subscriptions.move(chatAt(-5), chatAt(-1005));
      expect(idsOf(await subscriptions.of(chatAt(-1005, "7")))).toEqual(ids(1));
    }),
  );

  it(
    "erases all of an address, and its person as an owner elsewhere",
    withStore(async ({ subscriptions }) => {
      await subscriptions.keepAll([
        sampleSubscription(1, { address: chatAt(77) }),
        sampleSubscription(2, { address: chatAt(-5), owner: "telegram:77" }),
      ]);
      await subscriptions.forget(chatAt(77));
      expect(await subscriptions.find(subscriptionId(1))).toBeNull();
      expect((await subscriptions.find(subscriptionId(2)))?.owner).toBeNull();
    }),
  );
}
