import { assert, asyncProperty, integer } from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../bench/support/random.ts";
import type { SendOutcome } from "../../../src/platform/outcome.ts";
import {
  chatAt,
  deliveryId,
  minutesPast,
  sampleChat,
  sampleOwed,
  sampleSubscription,
  subscriptionId,
} from "../../support/delivery-samples.ts";
import { type Answering, deliveryStory, FAST } from "../../support/delivery-story.ts";

const SECOND = 1_000;
const SENT: SendOutcome = { kind: "sent", messageId: "m" };

/** Answers one chat in its own way and all others as usual. */
const answering =
  (to: string, outcome: SendOutcome): Answering =>
  (request) =>
    request.to === to ? outcome : SENT;

const privateChatOf = (owner: string) =>
  Promise.resolve(chatAt(owner.slice(owner.indexOf(":") + 1)));

describe("a group that became a supergroup", () => {
  it("takes its settings, subscriptions and deliveries with it", async () => {
    const to = chatAt(-1005);
    const story = await deliveryStory({ answer: answering("telegram:-5", { kind: "moved", to }) });
    await story.store.chats.keep(sampleChat(chatAt(-5)));
    await story.store.subscriptions.keep(sampleSubscription(1, { address: chatAt(-5, "7") }));
    await story.owe([sampleOwed(1, { to: chatAt(-5) }), sampleOwed(2, { to: chatAt(-5) })]);
    story.start();
    await story.time.pass(5 * SECOND);
    expect(story.requests.map((request) => request.to)).toEqual([
      "telegram:-5",
      "telegram:-1005",
      "telegram:-1005",
    ]);
    expect(await story.store.chats.find(to)).not.toBeNull();
    expect(await story.store.subscriptions.of(chatAt(-1005, "7"))).toHaveLength(1);
    await story.stop();
  });
});

describe("a chat where the bot was kicked", () => {
  it("loses its subscriptions and what waits, and the owner is told in private", async () => {
    const gone: SendOutcome = { kind: "gone", reason: "bot was kicked" };
    const story = await deliveryStory({ answer: answering("telegram:-5", gone), privateChatOf });
    await story.store.subscriptions.keepAll([
      sampleSubscription(1, { address: chatAt(-5), owner: "telegram:77", language: "en" }),
      sampleSubscription(2, { address: chatAt(-5), owner: "telegram:77", language: "en" }),
      sampleSubscription(3, { address: chatAt(-6) }),
    ]);
    await story.owe([
      sampleOwed(1, { to: chatAt(-5) }),
      sampleOwed(2, { to: chatAt(-5), dueAt: minutesPast(5) }),
      sampleOwed(3),
    ]);
    story.start();
    await story.time.pass(600 * SECOND);
    const asked = new Set(story.requests.map(({ to }) => to));
    expect(asked).toEqual(new Set(["telegram:-5", "telegram:chat-3", "telegram:77"]));
    expect(story.requests.find(({ to }) => to === "telegram:77")?.part).toContain("telegram:-5");
    const ended = await story.store.subscriptions.find(subscriptionId(2));
    expect(ended?.status).toMatchObject({ kind: "ended", reason: "bot was kicked" });
    expect((await story.store.subscriptions.find(subscriptionId(3)))?.status.kind).toBe("active");
    expect((await story.find(deliveryId(2))).status.kind).toBe("dead");
    await story.stop();
  });

  it("is told of to its owner, even if the process dies as it is written down", async () => {
    const gone: SendOutcome = { kind: "gone", reason: "bot was kicked" };
    const story = await deliveryStory({ answer: answering("telegram:-5", gone), privateChatOf });
    const { store } = story;
    const address = chatAt(-5);
    await store.subscriptions.keep(sampleSubscription(1, { address, owner: "telegram:77" }));
    await story.owe([sampleOwed(1, { to: address })]);
    const transaction = store.transaction.bind(store);
    const endings: { readonly ended: number; readonly notices: number }[] = [];
    Object.assign(store, {
      transaction: async (work: Parameters<typeof transaction>[0]) => {
        const done = await transaction(work);
        // As a process that dies here finds the store when it comes back.
        endings.push({
          ended: (await store.subscriptions.of(address)).filter(
            ({ status }) => status.kind === "ended",
          ).length,
          notices: (await store.outbox.counts(story.time.clock.now())).reduce(
            (count, each) => count + (each.status === "due" ? each.count : 0),
            0,
          ),
        });
        return done;
      },
    });
    story.start();
    await story.time.pass(60 * SECOND);
    expect(endings[0]).toEqual({ ended: 1, notices: 1 });
    await story.stop();
  });

  it("whose owner cannot be found loses its subscriptions all the same", async () => {
    const gone: SendOutcome = { kind: "gone", reason: "bot was kicked" };
    const story = await deliveryStory({
      answer: answering("telegram:-5", gone),
      privateChatOf: () => Promise.reject(new Error("no such user")),
    });
    const address = chatAt(-5);
    await story.store.subscriptions.keep(sampleSubscription(1, { address, owner: "telegram:77" }));
    await story.owe([sampleOwed(1, { to: address })]);
    story.start();
    await story.time.pass(60 * SECOND);
    const [ended] = await story.store.subscriptions.of(address);
    expect(ended?.status.kind).toBe("ended");
    expect(story.logged).toContainEqual(expect.objectContaining({ level: "warn" }));
    await story.stop();
  });

  it("that is the owner's own is told nothing", async () => {
    const gone: SendOutcome = { kind: "gone", reason: "blocked" };
    const story = await deliveryStory({ answer: answering("telegram:77", gone), privateChatOf });
    const address = chatAt(77);
    await story.store.subscriptions.keep(sampleSubscription(1, { address, owner: "telegram:77" }));
    await story.owe([sampleOwed(1, { to: address })]);
    story.start();
    await story.time.pass(60 * SECOND);
    expect(story.requests).toHaveLength(1);
    await story.stop();
  });
});

describe("a message that is refused", () => {
  it("goes once more, simpler", async () => {
    const story = await deliveryStory({
      answer: ({ part }) =>
        part.endsWith("(simple)") ? SENT : { kind: "refused", reason: "bad markup" },
    });
    await story.owe([sampleOwed(1)]);
    story.start();
    await story.time.pass(60 * SECOND);
    expect(story.requests.map(({ part }) => part)).toEqual(["Talks open", "Talks open (simple)"]);
    expect(story.requests[0]?.key).not.toBe(story.requests[1]?.key);
    expect((await story.find(deliveryId(1))).status.kind).toBe("sent");
    await story.stop();
  });

  it("simpler too is buried, and the operator hears of it", async () => {
    const story = await deliveryStory({ answer: () => ({ kind: "refused", reason: "too long" }) });
    await story.owe([sampleOwed(1)]);
    story.start();
    await story.time.pass(600 * SECOND);
    expect(story.requests).toHaveLength(2);
    expect((await story.find(deliveryId(1))).status).toMatchObject({ reason: "refused: too long" });
    expect(story.logged.filter(({ level }) => level === "error")).toHaveLength(1);
    await story.stop();
  });
});

describe("wrong credentials", () => {
  it("stop the platform with a clear line, and everything stays owed", async () => {
    const story = await deliveryStory({ answer: () => ({ kind: "unauthorized", reason: "401" }) });
    await story.owe(Array.from({ length: 1_000 }, (_, n) => sampleOwed(n)));
    story.start();
    await story.time.pass(600 * SECOND);
    const asked = story.requests.length;
    expect(asked).toBeLessThan(1_000);
    expect(story.logged.filter(({ level }) => level === "error")).toHaveLength(1);
    expect(await story.store.outbox.counts(story.time.clock.now())).toMatchObject([
      { status: "due", count: 1_000 },
    ]);
    expect(await story.stop()).toEqual({ kind: "unauthorized", reason: "401" });
  });
});

describe("a bug in an adapter", () => {
  it("costs its own delivery attempts, and no other anything", async () => {
    const story = await deliveryStory({
      answer: ({ to }) =>
        to === "telegram:chat-1" ? Promise.reject(new TypeError("no such field")) : SENT,
    });
    await story.owe([1, 2, 3].map((n) => sampleOwed(n)));
    story.start();
    await story.time.pass(SECOND);
    expect((await story.find(deliveryId(2))).status.kind).toBe("sent");
    expect((await story.find(deliveryId(3))).status.kind).toBe("sent");
    expect((await story.find(deliveryId(1))).attempts).toBe(1);
    await story.time.pass(3_600 * SECOND);
    expect((await story.find(deliveryId(1))).status).toMatchObject({ kind: "dead" });
    expect(story.requests.filter(({ to }) => to === "telegram:chat-1")).toHaveLength(10);
    await story.stop();
  });
});

describe("an answer that was lost", () => {
  it("is written down: the message may have arrived twice", async () => {
    let asked = 0;
    const story = await deliveryStory({
      answer: () =>
        (asked += 1) === 1 ? { kind: "retry", reason: "timeout", maybeSent: true } : SENT,
    });
    await story.owe([sampleOwed(1)]);
    story.start();
    await story.time.pass(60 * SECOND);
    expect(story.events.filter(({ kind }) => kind === "maybe-repeated")).toHaveLength(1);
    await story.stop();
  });
});

describe("a stop", () => {
  it("lets what is under way end, and gives back what has not begun", async () => {
    const story = await deliveryStory({
      pace: { ...FAST, within: () => [{ messages: 1, ms: 2_000 }] },
      answer: async (_, signal) => {
        await story.time.sleep(3 * SECOND, signal);
        return signal.aborted ? { kind: "retry", reason: "cut", maybeSent: true } : SENT;
      },
    });
    await story.owe([sampleOwed(1)]);
    story.start();
    await story.time.pass(SECOND);
    expect(await story.stop(5 * SECOND)).toEqual({ kind: "stopped" });
    expect((await story.find(deliveryId(1))).status.kind).toBe("sent");
    expect(story.time.monotonicMs()).toBeLessThan(10 * SECOND);
  });

  it("cuts what takes longer than eight seconds", async () => {
    const story = await deliveryStory({
      answer: async (_, signal) => {
        await story.time.sleep(600 * SECOND, signal);
        return { kind: "retry", reason: "cut", maybeSent: true };
      },
    });
    await story.owe([sampleOwed(1)]);
    story.start();
    await story.time.pass(SECOND);
    expect(await story.stop(10 * SECOND)).toEqual({ kind: "stopped" });
    expect(await story.find(deliveryId(1))).toMatchObject({
      attempts: 1,
      status: { kind: "due" },
    });
  });
});

describe("a store that fails for a while", () => {
  it("loses nothing and sends nothing twice", async () => {
    const story = await deliveryStory();
    const transaction = story.store.transaction.bind(story.store);
    let failing = true;
    Object.assign(story.store, {
      transaction: (work: Parameters<typeof transaction>[0]) =>
        failing ? Promise.reject(new Error("locked")) : transaction(work),
    });
    await story.owe([1, 2, 3].map((n) => sampleOwed(n)));
    story.start();
    await story.time.pass(20 * SECOND);
    failing = false;
    await story.time.pass(20 * SECOND);
    expect(story.requests).toHaveLength(3);
    for (const n of [1, 2, 3]) expect((await story.find(deliveryId(n))).status.kind).toBe("sent");
    await story.stop();
  });
});

/** Answers by chance, but each chat takes the message in the end. */
function chance(random: () => number, arrived: Map<string, number>): Answering {
  return ({ to }) => {
    const draw = random();
    if (draw < 0.1) return { kind: "wait", ms: Math.floor(random() * 20_000) };
    if (draw < 0.2) return { kind: "retry", reason: "502", maybeSent: false };
    if (draw < 0.21) throw new Error("bug");
    if (draw < 0.22) return { kind: "gone", reason: "blocked" };
    if (draw < 0.23) return { kind: "refused", reason: "markup" };
    arrived.set(to, (arrived.get(to) ?? 0) + 1);
    return SENT;
  };
}

it("loses and doubles nothing of 10,000 deliveries in random outcomes", async () => {
  await assert(
    asyncProperty(integer(), async (seed) => {
      const random = seededRandom(seed);
      const arrived = new Map<string, number>();
      const story = await deliveryStory({ answer: chance(random, arrived), random });
      const owed = Array.from({ length: 10_000 }, (_, n) => sampleOwed(n));
      await story.owe(owed);
      story.start();
      await story.time.pass(1_800 * SECOND);
      const counts = await story.store.outbox.counts(story.time.clock.now());
      const byStatus = new Map(counts.map(({ status, count }) => [status, count]));
      expect([...arrived.values()].every((times) => times === 1)).toBe(true);
      expect(byStatus.get("sent")).toBe(arrived.size);
      expect((byStatus.get("sent") ?? 0) + (byStatus.get("dead") ?? 0)).toBe(10_000);
      expect(byStatus.get("sent")).toBeGreaterThan(9_500);
      await story.stop();
      await story.store.close();
    }),
    { seed: 20260206, numRuns: 1 },
  );
}, 120_000);
