import { expect, it } from "vitest";
import type { Delivery, MessageId } from "../../src/deliveries/delivery.ts";
import type { OccasionId } from "../../src/deliveries/occasion.ts";
import type { Outbox } from "../../src/deliveries/outbox.ts";
import type { Store } from "../../src/store/store.ts";
import {
  chatAt,
  deliveryId,
  minutesPast,
  NINE,
  sampleMessage,
  sampleOwed,
  subscriptionId,
} from "../support/delivery-samples.ts";

type WithStore = (check: (store: Store) => Promise<void>) => () => Promise<void>;

const MESSAGE = sampleMessage("message-1");

const claimAt = (outbox: Outbox, now = NINE, limit = 10, leaseEnds = minutesPast(30)) =>
  outbox.claim({ platform: "telegram", now, leaseEnds, limit });

const idsOf = (deliveries: readonly Delivery[]): string[] => deliveries.map(({ id }) => id);

const sent = (delivery: Delivery, at = NINE): Delivery => ({
  ...delivery,
  sentIds: ["100"],
  status: { kind: "sent", at },
});

/** What every outbox promises to those who owe and to the dispatcher. */
export function outboxContract(withStore: WithStore): void {
  owing(withStore);
  claiming(withStore);
  settling(withStore);
  waiting(withStore);
  telling(withStore);
  moving(withStore);
  withdrawing(withStore);
  erasing(withStore);
}

function owing(withStore: WithStore): void {
  it(
    "gives a delivery back as it was owed, with its message",
    withStore(async ({ outbox }) => {
      const owed = sampleOwed(1, {
        occasion: "occasion-1" as OccasionId,
        to: chatAt(-100, "7"),
        edits: deliveryId(0),
      });
      expect(await outbox.add([MESSAGE], [owed])).toBe(1);
      const [claimed] = await claimAt(outbox);
      const rest = { attempts: 0, style: "rich", sentIds: [], status: { kind: "due" } };
      expect(claimed).toEqual({ ...owed, ...rest });
      expect(await outbox.find(owed.id)).toEqual(claimed);
      expect(await outbox.message(MESSAGE.id)).toEqual(MESSAGE);
      expect(await outbox.message("none" as MessageId)).toBeNull();
    }),
  );

  it(
    "adds nothing on replay, not even what was sent already",
    withStore(async ({ outbox }) => {
      await outbox.add([MESSAGE], [sampleOwed(1)]);
      await outbox.settle((await claimAt(outbox)).map((one) => sent(one)));
      expect(await outbox.add([MESSAGE], [sampleOwed(1), sampleOwed(2)])).toBe(1);
      expect(idsOf(await claimAt(outbox))).toEqual([deliveryId(2)]);
    }),
  );

  it(
    "takes ten thousand deliveries of one message at once",
    withStore(async ({ outbox }) => {
      const many = Array.from({ length: 10_000 }, (_, n) => sampleOwed(n));
      expect(await outbox.add([MESSAGE], many)).toBe(10_000);
      expect(await outbox.counts(minutesPast(2))).toEqual([
        { platform: "telegram", status: "due", count: 10_000, oldestMs: 120_000 },
      ]);
      expect(await outbox.waiting(minutesPast(2))).toEqual([
        { platform: "telegram", count: 10_000, oldestMs: 120_000 },
      ]);
    }),
  );

  it(
    "keeps the first rendering of a message in each style, and none of a message that is gone",
    withStore(async ({ outbox }) => {
      const rich = { messageId: MESSAGE.id, platform: "telegram", style: "rich" } as const;
      await outbox.keepParts(rich, [{ text: "too early" }]);
      expect(await outbox.parts(rich)).toBeNull();
      await outbox.add([MESSAGE], []);
      await outbox.keepParts(rich, [{ text: "\u0633\u0644\u0627\u0645" }, { text: "2" }]);
      await outbox.keepParts(rich, [{ text: "other" }]);
      expect(await outbox.parts(rich)).toEqual([
        { text: "\u0633\u0644\u0627\u0645" },
        { text: "2" },
      ]);
      expect(await outbox.parts({ ...rich, style: "simple" })).toBeNull();
    }),
  );
}

function claiming(withStore: WithStore): void {
  it(
    "holds a delivery until it is due, and one of another platform for ever",
    withStore(async ({ outbox }) => {
      const elsewhere = { ...chatAt(1), platform: "discord" };
      await outbox.add(
        [MESSAGE],
        [sampleOwed(1, { dueAt: minutesPast(5) }), sampleOwed(2, { to: elsewhere })],
      );
      expect(await claimAt(outbox, minutesPast(4))).toEqual([]);
      expect(idsOf(await claimAt(outbox, minutesPast(5)))).toEqual([deliveryId(1)]);
    }),
  );

  it(
    "gives corrections before alerts before rounds before briefings before broadcasts, each by when it fell due",
    withStore(async ({ outbox }) => {
      await outbox.add(
        [MESSAGE],
        [
          sampleOwed("broadcast", { kind: "broadcast", dueAt: minutesPast(-60) }),
          sampleOwed("later", { dueAt: minutesPast(-1) }),
          sampleOwed("earlier", { dueAt: minutesPast(-2) }),
          sampleOwed("round", { kind: "round" }),
          sampleOwed("alert", { kind: "alert" }),
          sampleOwed("correction", { kind: "correction" }),
        ],
      );
      const order = ["correction", "alert", "round", "earlier", "later", "broadcast"];
      expect(idsOf(await claimAt(outbox))).toEqual(order.map((id) => deliveryId(id)));
    }),
  );

  it(
    "leases one of a channel at a time, its threads counted as the same channel",
    withStore(async ({ outbox }) => {
      const owed = [null, "1", "2"].map((thread, n) =>
        sampleOwed(n, { to: chatAt(-5, thread), dueAt: minutesPast(n - 10) }),
      );
      await outbox.add([MESSAGE], [...owed, sampleOwed("other")]);
      const first = await claimAt(outbox);
      expect(idsOf(first)).toEqual([deliveryId(0), deliveryId("other")]);
      expect(await claimAt(outbox)).toEqual([]);
      await outbox.settle(first.map((one) => sent(one)));
      expect(idsOf(await claimAt(outbox))).toEqual([deliveryId(1)]);
    }),
  );

  it(
    "finds others behind a channel that has more waiting than is asked for",
    withStore(async ({ outbox }) => {
      const flood = Array.from({ length: 200 }, (_, n) =>
        sampleOwed(n, { to: chatAt(-5), dueAt: minutesPast(-10) }),
      );
      await outbox.add([MESSAGE], [...flood, sampleOwed("other")]);
      expect(idsOf(await claimAt(outbox, NINE, 2))).toContain(deliveryId("other"));
    }),
  );

  it(
    "leases again once a lease has run out, as after a kill",
    withStore(async ({ outbox }) => {
      await outbox.add([MESSAGE], [sampleOwed(1)]);
      await claimAt(outbox, NINE, 10, minutesPast(1));
      expect(await outbox.nextDueAt("telegram", NINE)).toEqual(minutesPast(1));
      expect(await claimAt(outbox, NINE)).toEqual([]);
      expect(idsOf(await claimAt(outbox, minutesPast(1)))).toEqual([deliveryId(1)]);
    }),
  );

  it(
    "leaves what ran out to its holder where the claim says so, and its chat with it",
    withStore(async ({ outbox }) => {
      await outbox.add([MESSAGE], [sampleOwed(1)]);
      await claimAt(outbox, NINE, 10, minutesPast(1));
      const behind = sampleOwed(2, { to: sampleOwed(1).to });
      await outbox.add([], [behind, sampleOwed(3)]);
      const now = minutesPast(2);
      const claim = { platform: "telegram", now, leaseEnds: minutesPast(30), limit: 10 };
      const free = await outbox.claim({ ...claim, leavesLapsed: true });
      expect(idsOf(free)).toEqual([deliveryId(3)]);
      const [taken] = await outbox.claim(claim);
      expect(taken?.to).toEqual(behind.to);
    }),
  );

  it(
    "puts what ran out ahead of what fell due later, and leaves it to its holder until then",
    withStore(async ({ outbox }) => {
      const many = [1, 2, 3].map((n) => sampleOwed(n, { dueAt: minutesPast(n - 60) }));
      await outbox.add([MESSAGE], many);
      const [first] = await claimAt(outbox, NINE, 1, minutesPast(1));
      if (first === undefined) throw new Error("none");
      await outbox.hasten("telegram", NINE);
      expect(idsOf(await claimAt(outbox, NINE, 1))).toEqual([deliveryId(2)]);
      await outbox.hasten("telegram", minutesPast(2));
      const leased = [{ delivery: first, leaseEnds: minutesPast(1) }];
      expect((await outbox.renew(leased, minutesPast(3))).size).toBe(1);
      await outbox.hasten("telegram", minutesPast(4));
      expect(idsOf(await claimAt(outbox, minutesPast(4), 1))).toEqual([first.id]);
    }),
  );

  it(
    "lets go of what ended holders had on a platform, as it stood, and of nothing that is settled",
    withStore(async ({ outbox }) => {
      const discord = { platform: "discord", channel: "9", thread: null };
      const owed = [1, 2, 3].map((n) => sampleOwed(n));
      await outbox.add([MESSAGE], [...owed, sampleOwed(4, { to: discord })]);
      const leaseEnds = minutesPast(30);
      const [one, two, three] = await claimAt(outbox);
      if (one === undefined || two === undefined || three === undefined) throw new Error("none");
      await outbox.claim({ platform: "discord", now: NINE, leaseEnds, limit: 1 });
      const begun = { ...one, sentIds: ["1"] };
      await outbox.renew([{ delivery: begun, leaseEnds }], minutesPast(40));
      await outbox.settle([sent(three)]);
      await outbox.letGo("telegram", NINE);
      const free = await claimAt(outbox, NINE, 10, minutesPast(50));
      expect(free.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([begun, two]);
      expect(await outbox.claim({ platform: "discord", now: NINE, leaseEnds, limit: 1 })).toEqual(
        [],
      );
      // Who turns out to live holds none of it.
      expect((await outbox.renew([{ delivery: two, leaseEnds }], minutesPast(60))).size).toBe(0);
    }),
  );

  it(
    "gives nothing twice however many claim at once",
    withStore(async ({ outbox }) => {
      const many = Array.from({ length: 500 }, (_, n) => sampleOwed(n));
      await outbox.add([MESSAGE], many);
      const claims = await Promise.all(Array.from({ length: 20 }, () => claimAt(outbox, NINE, 40)));
      const ids = claims.flatMap((claim) => idsOf(claim));
      expect(ids).toHaveLength(500);
      expect(new Set(ids).size).toBe(500);
    }),
  );
}

function settling(withStore: WithStore): void {
  it(
    "writes back what became of deliveries, all in one",
    withStore(async ({ outbox }) => {
      await outbox.add(
        [MESSAGE],
        [1, 2, 3].map((n) => sampleOwed(n)),
      );
      const [one, two, three] = await claimAt(outbox);
      if (one === undefined || two === undefined || three === undefined) throw new Error("none");
      const settled: Delivery[] = [
        { ...sent(one), attempts: 2, style: "simple", sentIds: ["1", "2"] },
        { ...two, status: { kind: "dead", at: NINE, reason: "refused: too long" } },
        { ...three, attempts: 1, dueAt: minutesPast(3) },
      ];
      await outbox.settle(settled);
      for (const delivery of settled) expect(await outbox.find(delivery.id)).toEqual(delivery);
      expect(await claimAt(outbox)).toEqual([]);
      expect(await outbox.nextDueAt("telegram", NINE)).toEqual(minutesPast(3));
      expect(idsOf(await claimAt(outbox, minutesPast(3)))).toEqual([three.id]);
    }),
  );

  it(
    "saves the parts that were sent while the lease goes on",
    withStore(async ({ outbox }) => {
      await outbox.add([MESSAGE], [sampleOwed(1)]);
      const [claimed] = await claimAt(outbox, NINE, 1, minutesPast(1));
      if (claimed === undefined) throw new Error("none");
      const delivery = { ...claimed, sentIds: ["1"] };
      const kept = await outbox.renew([{ delivery, leaseEnds: minutesPast(1) }], minutesPast(2));
      expect([...kept]).toEqual([claimed.id]);
      expect(await claimAt(outbox, minutesPast(1))).toEqual([]);
      const [again] = await claimAt(outbox, minutesPast(2));
      expect(again?.sentIds).toEqual(["1"]);
    }),
  );

  it(
    "extends no lease that ran out and that another has by now, nor writes anything of it",
    withStore(async ({ outbox }) => {
      await outbox.add([MESSAGE], [sampleOwed(1)]);
      const [frozen] = await claimAt(outbox, NINE, 1, minutesPast(1));
      const [other] = await claimAt(outbox, minutesPast(2), 1, minutesPast(3));
      if (frozen === undefined || other === undefined) throw new Error("none");
      const delivery = { ...frozen, sentIds: ["1"], attempts: 7 };
      const stale = minutesPast(1);
      const kept = await outbox.renew([{ delivery, leaseEnds: stale }], minutesPast(60));
      const late: readonly Delivery["status"][] = [
        { kind: "due" },
        { kind: "dead", at: NINE, reason: "tried too often" },
        { kind: "expired", at: NINE },
      ];
      for (const status of late)
        await outbox.settle([{ ...delivery, status }], new Map([[delivery.id, stale]]));
      expect(kept.size).toBe(0);
      expect(await outbox.find(other.id)).toEqual(other);
      expect(await claimAt(outbox, minutesPast(2))).toEqual([]);
      expect(idsOf(await claimAt(outbox, minutesPast(3)))).toEqual([other.id]);
    }),
  );

  it(
    "writes down all the same what the frozen one had sent, so that it is sent no more",
    withStore(async ({ outbox }) => {
      await outbox.add([MESSAGE], [sampleOwed(1)]);
      const [frozen] = await claimAt(outbox, NINE, 1, minutesPast(1));
      await claimAt(outbox, minutesPast(2), 1, minutesPast(3));
      if (frozen === undefined) throw new Error("none");
      await outbox.settle([sent(frozen)], new Map([[frozen.id, minutesPast(1)]]));
      expect(await claimAt(outbox, minutesPast(4))).toEqual([]);
    }),
  );

  it(
    "takes up a lease that ran out where nobody else has, and settles under it",
    withStore(async ({ outbox }) => {
      await outbox.add([MESSAGE], [sampleOwed(1)]);
      const [late] = await claimAt(outbox, NINE, 1, minutesPast(1));
      if (late === undefined) throw new Error("none");
      const leased = { delivery: late, leaseEnds: minutesPast(1) };
      expect((await outbox.renew([leased], minutesPast(9))).size).toBe(1);
      expect(await claimAt(outbox, minutesPast(2))).toEqual([]);
      await outbox.settle([{ ...late, attempts: 1 }], new Map([[late.id, minutesPast(9)]]));
      expect(await outbox.find(late.id)).toEqual({ ...late, attempts: 1 });
      expect(idsOf(await claimAt(outbox, minutesPast(2)))).toEqual([late.id]);
    }),
  );

  it(
    "brings nothing back to life that ended while it was being sent",
    withStore(async ({ outbox }) => {
      await outbox.add([MESSAGE], [sampleOwed(1), sampleOwed(2)]);
      const claimed = await claimAt(outbox);
      await outbox.withdraw(sampleOwed(1).to, NINE, "blocked");
      await outbox.forget(sampleOwed(2).to);
      await outbox.settle(claimed.map((one) => ({ ...one, dueAt: minutesPast(1) })));
      const leased = claimed.map((delivery) => ({ delivery, leaseEnds: minutesPast(30) }));
      expect((await outbox.renew(leased, minutesPast(1))).size).toBe(0);
      expect(await outbox.nextDueAt("telegram", NINE)).toBeNull();
      expect(await outbox.find(deliveryId(2))).toBeNull();
    }),
  );

  it(
    "undoes a settlement with the transaction that it is part of",
    withStore(async (store) => {
      await store.outbox.add([MESSAGE], [sampleOwed(1)]);
      const [claimed] = await claimAt(store.outbox);
      if (claimed === undefined) throw new Error("none");
      const failing = store.transaction(async ({ outbox }) => {
        await outbox.settle([sent(claimed)]);
        throw new Error("no such luck");
      });
      await expect(failing).rejects.toThrow("no such luck");
      expect((await store.outbox.find(claimed.id))?.status).toEqual({ kind: "due" });
    }),
  );
}

function waiting(withStore: WithStore): void {
  it(
    "drops what is past its worth, unless it is being sent",
    withStore(async ({ outbox }) => {
      const soon = { expiresAt: minutesPast(10) };
      await outbox.add([MESSAGE], [sampleOwed(1, soon), sampleOwed(2), sampleOwed(3, soon)]);
      await outbox.claim({
        platform: "telegram",
        now: NINE,
        leaseEnds: minutesPast(30),
        limit: 1,
      });
      expect(await outbox.expire(minutesPast(9))).toBe(0);
      expect(await outbox.expire(minutesPast(10))).toBe(1);
      expect((await outbox.find(deliveryId(3)))?.status).toEqual({
        kind: "expired",
        at: minutesPast(10),
      });
      expect(await outbox.expire(minutesPast(30))).toBe(1);
      expect((await outbox.find(deliveryId(1)))?.status.kind).toBe("expired");
    }),
  );

  it(
    "lets what waits fall due sooner once the clock was set back, but no broadcast before its hour",
    withStore(async ({ outbox }) => {
      const later = { dueAt: minutesPast(70), expiresAt: minutesPast(600) };
      await outbox.add(
        [MESSAGE],
        [sampleOwed(1), sampleOwed(2, later), sampleOwed(3, { ...later, kind: "broadcast" })],
      );
      await claimAt(outbox, NINE, 1, minutesPast(65));
      await outbox.turnBack("telegram", minutesPast(-60), 60 * 60_000);
      expect(await claimAt(outbox, minutesPast(4))).toEqual([]);
      expect(idsOf(await claimAt(outbox, minutesPast(5)))).toEqual([deliveryId(1)]);
      expect(idsOf(await claimAt(outbox, minutesPast(10)))).toEqual([deliveryId(2)]);
      expect(idsOf(await claimAt(outbox, minutesPast(70)))).toContain(deliveryId(3));
    }),
  );

  it(
    "lets fall due now what only a wrong clock can have put off so far",
    withStore(async ({ outbox }) => {
      const far = { dueAt: minutesPast(9_000), expiresAt: minutesPast(9_999) };
      await outbox.add([MESSAGE], [sampleOwed(1, far), sampleOwed(2, { dueAt: minutesPast(60) })]);
      await outbox.bringForward("telegram", NINE, minutesPast(1_500));
      expect(idsOf(await claimAt(outbox))).toEqual([deliveryId(1)]);
    }),
  );

  it(
    "tells when something falls due next",
    withStore(async ({ outbox }) => {
      expect(await outbox.nextDueAt("telegram", NINE)).toBeNull();
      await outbox.add(
        [MESSAGE],
        [
          sampleOwed(1, { dueAt: minutesPast(5) }),
          sampleOwed(2, { kind: "correction", dueAt: minutesPast(7) }),
        ],
      );
      expect(await outbox.nextDueAt("telegram", NINE)).toEqual(minutesPast(5));
      expect(await outbox.nextDueAt("telegram", minutesPast(5))).toEqual(minutesPast(7));
      expect(await outbox.nextDueAt("discord", NINE)).toBeNull();
    }),
  );

  it(
    "gives the deliveries that told an occasion, a page at a time",
    withStore(async ({ outbox }) => {
      const occasion = "occasion-1" as OccasionId;
      const told = [1, 2, 3].map((n) => sampleOwed(n, { occasion }));
      await outbox.add([MESSAGE], [...told, sampleOwed(4, { occasion: "other" as OccasionId })]);
      const first = await outbox.telling(occasion, null, 2);
      expect(idsOf(first)).toEqual([deliveryId(1), deliveryId(2)]);
      expect(idsOf(await outbox.telling(occasion, deliveryId(2), 2))).toEqual([deliveryId(3)]);
    }),
  );
}

function telling(withStore: WithStore): void {
  const [first, second, third] = ["a", "b", "c"].map((id) => id as OccasionId);
  if (first === undefined || second === undefined || third === undefined) throw new Error("three");

  it(
    "gives deliveries that tell an occasion among others, too, in the order of all",
    withStore(async ({ outbox }) => {
      await outbox.add(
        [MESSAGE],
        [
          sampleOwed(1, { occasion: first }),
          sampleOwed(2, { occasion: second, alsoTells: [first, third] }),
          sampleOwed(3, { occasion: first }),
        ],
      );
      expect(idsOf(await outbox.telling(first, null, 2))).toEqual([1, 2].map((n) => deliveryId(n)));
      expect(idsOf(await outbox.telling(first, deliveryId(1), 9))).toEqual(
        [2, 3].map((n) => deliveryId(n)),
      );
      expect(idsOf(await outbox.telling(third, null, 9))).toEqual([deliveryId(2)]);
    }),
  );

  it(
    "knows what an address was told or is to be told, alone or among others",
    withStore(async ({ outbox }) => {
      const to = chatAt(-5);
      const tells = { to, occasion: first, alsoTells: [second] };
      const asked = [first, second, third];
      await outbox.add([MESSAGE], [sampleOwed(1, tells), sampleOwed(2, { occasion: third })]);
      expect(await outbox.toldAt(to, asked)).toEqual(new Set([first, second]));
      expect(await outbox.toldAt(chatAt(-5, "7"), asked)).toEqual(new Set());
      await outbox.withdraw(to, NINE, "kicked");
      expect(await outbox.toldAt(to, asked)).toEqual(new Set());
    }),
  );
}

function moving(withStore: WithStore): void {
  it(
    "moves what waits for a channel with its threads, even while it is being sent",
    withStore(async ({ outbox }) => {
      await outbox.add(
        [MESSAGE],
        [sampleOwed(1, { to: chatAt(-5) }), sampleOwed(2, { to: chatAt(-5, "7") })],
      );
      const [flying] = await claimAt(outbox);
      await outbox.move(chatAt(-5), chatAt(-1005));
      await outbox.settle(flying === undefined ? [] : [{ ...flying, dueAt: minutesPast(1) }]);
      expect((await outbox.find(deliveryId(1)))?.to).toEqual(chatAt(-1005));
      expect((await outbox.find(deliveryId(2)))?.to).toEqual(chatAt(-1005, "7"));
    }),
  );

  it(
    "leaves nothing to edit of what was sent before a channel moved: ids there mean other messages",
    withStore(async ({ outbox }) => {
      await outbox.add([MESSAGE], [sampleOwed(1, { to: chatAt(-5) })]);
      await outbox.settle((await claimAt(outbox)).map((one) => sent(one)));
      await outbox.move(chatAt(-5), chatAt(-1005));
      expect(await outbox.find(deliveryId(1))).toMatchObject({
        to: chatAt(-1005),
        sentIds: [],
        status: { kind: "sent" },
      });
    }),
  );

  it(
    "takes back what waits for an address, threads included when it names none",
    withStore(async ({ outbox }) => {
      const to = [chatAt(-5), chatAt(-5, "7"), chatAt(-5, "8"), chatAt(-6)];
      await outbox.add(
        [MESSAGE],
        to.map((one, n) => sampleOwed(n, { to: one })),
      );
      expect(await outbox.withdraw(chatAt(-5, "7"), NINE, "topic closed")).toBe(1);
      expect(await outbox.withdraw(chatAt(-5), NINE, "kicked")).toBe(2);
      expect((await outbox.find(deliveryId(2)))?.status).toEqual({
        kind: "dead",
        at: NINE,
        reason: "kicked",
      });
      expect(idsOf(await claimAt(outbox))).toEqual([deliveryId(3)]);
    }),
  );
}

function withdrawing(withStore: WithStore): void {
  const [first, second] = [subscriptionId(1), subscriptionId(2)];
  const to = chatAt(-5);

  it(
    "knows what waits on behalf of each subscription of an address",
    withStore(async ({ outbox }) => {
      await outbox.add(
        [MESSAGE],
        [
          sampleOwed(1, { to, subscription: first }),
          sampleOwed(2, { to, subscription: second }),
          sampleOwed(3, { to, subscription: first, dueAt: minutesPast(5) }),
        ],
      );
      await outbox.settle((await claimAt(outbox)).map((one) => sent(one)));
      const waitingFor = async (id: typeof first) =>
        idsOf(await outbox.waitingFor({ id, address: to }));
      expect(await waitingFor(first)).toEqual([deliveryId(3)]);
      await outbox.handOver(deliveryId(3), second);
      expect(await waitingFor(first)).toEqual([]);
      expect(await waitingFor(second)).toEqual([deliveryId(2), deliveryId(3)]);
    }),
  );

  it(
    "takes back some deliveries, or those of them that nobody has touched",
    withStore(async ({ outbox }) => {
      const all = [1, 2, 3, 4];
      await outbox.add(
        [MESSAGE],
        all.map((n) => sampleOwed(n, { dueAt: minutesPast(n) })),
      );
      await claimAt(outbox, minutesPast(1), 1);
      const ids = [1, 2, 3].map((n) => deliveryId(n));
      const at = minutesPast(2);
      const withdrawal = { at, reason: "taken back", untouched: true };
      expect(await outbox.withdrawEach(ids, withdrawal)).toEqual(new Set(ids.slice(1)));
      const rest = await outbox.withdrawEach(ids, { ...withdrawal, untouched: false });
      expect(rest).toEqual(new Set(ids.slice(0, 1)));
      const status = { kind: "dead", at, reason: "taken back" };
      expect(await outbox.find(deliveryId(1))).toMatchObject({ status });
      expect(idsOf(await claimAt(outbox, minutesPast(9)))).toEqual([deliveryId(4)]);
    }),
  );
}

function erasing(withStore: WithStore): void {
  it(
    "erases all that was owed to an address, with the messages that nobody else was owed",
    withStore(async ({ outbox }) => {
      const personal = sampleMessage("message-2", "Only for you");
      await outbox.add(
        [MESSAGE, personal],
        [
          sampleOwed(1, { to: chatAt(5) }),
          sampleOwed(2, { to: chatAt(5, "7"), messageId: personal.id }),
          sampleOwed(3),
        ],
      );
      await outbox.forget(chatAt(5));
      expect(await outbox.find(deliveryId(1))).toBeNull();
      expect(await outbox.find(deliveryId(2))).toBeNull();
      expect(await outbox.message(personal.id)).toBeNull();
      expect(await outbox.message(MESSAGE.id)).not.toBeNull();
    }),
  );

  it(
    "forgets what was settled long ago, and messages that nothing refers to",
    withStore(async ({ outbox }) => {
      const old = sampleMessage("message-0");
      await outbox.add([MESSAGE, old], [sampleOwed(1, { messageId: old.id }), sampleOwed(2)]);
      const rendering = { messageId: old.id, platform: "telegram", style: "rich" } as const;
      await outbox.keepParts(rendering, [{}]);
      const [first] = await claimAt(outbox, NINE, 1);
      await outbox.settle(first === undefined ? [] : [sent(first)]);
      expect(await outbox.prune(NINE, 10)).toBe(0);
      expect(await outbox.prune(minutesPast(1), 10)).toBe(1);
      expect(await outbox.message(old.id)).toBeNull();
      expect(await outbox.parts(rendering)).toBeNull();
      expect(await outbox.find(deliveryId(2))).not.toBeNull();
    }),
  );
}
