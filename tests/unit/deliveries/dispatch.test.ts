import { describe, expect, it } from "vitest";
import type { MessageId, OutgoingMessage } from "../../../src/deliveries/delivery.ts";
import type { Pace } from "../../../src/platform/pace.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { Store } from "../../../src/store/store.ts";
import {
  chatAt,
  deliveryId,
  minutesPast,
  NINE,
  sampleOwed,
  sampleSubscription,
} from "../../support/delivery-samples.ts";
import { deliveryStory, FAST } from "../../support/delivery-story.ts";

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const ONE_A_SECOND: Pace = { ...FAST, within: () => [{ messages: 1, ms: SECOND }] };

/** A message whose paragraphs are parts. */
const messageOf = (id: string, ...paragraphs: [string, ...string[]]): OutgoingMessage => {
  const [first, ...more] = paragraphs.map((words) => ({
    kind: "paragraph" as const,
    spans: [{ kind: "text" as const, text: words }],
  }));
  if (first === undefined) throw new Error("no paragraph");
  return { id: id as MessageId, message: { language: "en", blocks: [first, ...more] } };
};

const TWO_PARTS = messageOf("two-parts", "first", "second");

describe("flood control", () => {
  it("is waited out, and the message goes once and spends no attempt", async () => {
    let asked = 0;
    const story = await deliveryStory({
      answer: () =>
        (asked += 1) === 1 ? { kind: "wait", ms: 30 * SECOND } : { kind: "sent", messageId: "m" },
    });
    await story.owe([sampleOwed(1)]);
    story.start();
    await story.time.pass(29 * SECOND);
    expect(story.requests).toHaveLength(1);
    await story.time.pass(5 * MINUTE);
    expect(story.requests).toHaveLength(2);
    expect(await story.find(deliveryId(1))).toMatchObject({ attempts: 0, sentIds: ["m"] });
    await story.stop();
  });

  it("holds back others of the same chat, and of no other", async () => {
    const story = await deliveryStory({
      answer: ({ atMs, to }) =>
        to === "telegram:slow" && atMs < 30 * SECOND
          ? { kind: "wait", ms: 30 * SECOND }
          : { kind: "sent", messageId: "m" },
    });
    const slow = [1, 2, 3].map((n) => sampleOwed(n, { to: chatAt("slow") }));
    await story.owe([...slow, ...[4, 5, 6].map((n) => sampleOwed(n))]);
    story.start();
    await story.time.pass(20 * SECOND);
    expect(story.requests.filter(({ to }) => to === "telegram:slow")).toHaveLength(1);
    expect(story.requests).toHaveLength(4);
    await story.time.pass(20 * SECOND);
    expect(story.requests).toHaveLength(7);
    await story.stop();
  });

  it("of two chats, with nothing getting through, rests the whole platform", async () => {
    const story = await deliveryStory({
      pace: { overall: { messages: 1, ms: SECOND }, within: () => [] },
      answer: ({ atMs }) =>
        atMs < 40 * SECOND
          ? { kind: "wait", ms: 40 * SECOND - atMs }
          : { kind: "sent", messageId: "m" },
    });
    await story.owe(Array.from({ length: 20 }, (_, n) => sampleOwed(n)));
    story.start();
    await story.time.pass(39 * SECOND);
    expect(story.requests).toHaveLength(2);
    expect(story.logged).toContainEqual(
      expect.objectContaining({ event: "the platform asks all chats to wait" }),
    );
    await story.time.pass(MINUTE);
    expect(story.requests).toHaveLength(22);
    await story.stop();
  });

  it.each([
    [
      "while others get through",
      (to: string) => to === "telegram:chat-0" || to === "telegram:chat-4",
    ],
    ["for a moment only", () => false],
  ])("of two chats %s rests those alone", async (_, isSlow) => {
    const story = await deliveryStory({
      pace: { overall: { messages: 1, ms: SECOND }, within: () => [] },
      answer: ({ to, atMs }) => {
        if (isSlow(to) && atMs < 40 * SECOND) return { kind: "wait", ms: 40 * SECOND };
        return atMs < 3 * SECOND
          ? { kind: "wait", ms: 2 * SECOND }
          : { kind: "sent", messageId: "m" };
      },
    });
    await story.owe(
      Array.from({ length: 10 }, (__, n) => sampleOwed(n, { dueAt: minutesPast(n - 60) })),
    );
    story.start();
    await story.time.pass(20 * SECOND);
    const reached = new Set(story.requests.map(({ to }) => to));
    expect(reached.size).toBe(10);
    await story.stop();
  });

  it("of hours is honoured and logged; what is worth nothing by then is dropped and counted", async () => {
    const story = await deliveryStory({ answer: () => ({ kind: "wait", ms: 8 * HOUR }) });
    await story.owe([sampleOwed(1)]);
    story.start();
    await story.time.pass(2 * HOUR);
    expect(story.requests).toHaveLength(1);
    expect(story.logged).toContainEqual(
      expect.objectContaining({ level: "warn", event: "the platform asks to wait long" }),
    );
    expect((await story.find(deliveryId(1))).status.kind).toBe("expired");
    expect(story.events).toContainEqual({ kind: "expired", count: 1 });
    await story.stop();
  });
});

describe("order", () => {
  it("sends corrections and alerts before briefings before broadcasts", async () => {
    const pace: Pace = { overall: { messages: 1, ms: SECOND }, within: () => [] };
    const story = await deliveryStory({ pace });
    await story.owe([
      sampleOwed("broadcast", { kind: "broadcast" }),
      sampleOwed("briefing"),
      sampleOwed("alert", { kind: "alert" }),
      sampleOwed("correction", { kind: "correction" }),
    ]);
    story.start();
    await story.time.pass(10 * SECOND);
    expect(story.requests.map(({ to }) => to)).toEqual(
      ["correction", "alert", "briefing", "broadcast"].map((id) => `telegram:chat-${id}`),
    );
    await story.stop();
  });

  it("lets an alert pass briefings that wait", async () => {
    const pace: Pace = { overall: { messages: 1, ms: SECOND }, within: () => [] };
    const story = await deliveryStory({ pace });
    await story.owe(Array.from({ length: 50 }, (_, n) => sampleOwed(n)));
    story.start();
    await story.time.pass(5 * SECOND);
    await story.owe([sampleOwed("alert", { kind: "alert" })]);
    await story.time.pass(2 * SECOND);
    expect(story.requests.map(({ to }) => to)).toContain("telegram:chat-alert");
    await story.stop();
  });

  it("keeps the order within a chat, one at a time, however slow it is", async () => {
    const story = await deliveryStory({
      answer: async ({ part }, signal) => {
        await story.time.sleep(part === "slow" ? 10 * SECOND : 1, signal);
        return { kind: "sent", messageId: "m" };
      },
    });
    const messages = ["slow", "b", "c"].map((words) => messageOf(words, words));
    await story.owe(
      messages.map(({ id }, n) =>
        sampleOwed(n, { messageId: id, to: chatAt(5), dueAt: minutesPast(n - 5) }),
      ),
      messages,
    );
    story.start();
    await story.time.pass(5 * SECOND);
    expect(story.requests).toHaveLength(1);
    await story.time.pass(10 * SECOND);
    expect(story.requests.map(({ part }) => part)).toEqual(["slow", "b", "c"]);
    await story.stop();
  });

  it("keeps the parts of a message together though the chat takes one a second", async () => {
    const story = await deliveryStory({ pace: ONE_A_SECOND });
    const three = messageOf("three", "1", "2", "3");
    const other = messageOf("other", "other");
    await story.owe(
      [
        sampleOwed(1, { messageId: three.id, to: chatAt(5) }),
        sampleOwed(2, { messageId: other.id, to: chatAt(5) }),
      ],
      [three, other],
    );
    story.start();
    await story.time.pass(500);
    await story.owe(
      [sampleOwed(3, { kind: "alert", messageId: other.id, to: chatAt(5) })],
      [other],
    );
    await story.time.pass(10 * SECOND);
    expect(story.requests.map(({ part }) => part)).toEqual(["1", "2", "3", "other", "other"]);
    await story.stop();
  });
});

describe("parts", () => {
  it("are rendered once however many get them", async () => {
    const story = await deliveryStory();
    await story.owe(
      [1, 2, 3].map((n) => sampleOwed(n, { messageId: TWO_PARTS.id })),
      [TWO_PARTS],
    );
    story.start();
    await story.time.pass(SECOND);
    expect(story.requests).toHaveLength(6);
    expect(new Set(story.requests.map(({ key }) => key)).size).toBe(6);
    for (const { key } of story.requests) expect(key).toMatch(/^[\w-]{1,25}$/);
    await story.stop();
  });

  it("that were sent are not sent again when the process ends between two", async () => {
    const first = await deliveryStory({
      answer: ({ part }) =>
        part === "first" ? { kind: "sent", messageId: "m1" } : new Promise(() => undefined),
    });
    await first.owe([sampleOwed(1, { messageId: TWO_PARTS.id })], [TWO_PARTS]);
    first.start();
    await first.time.pass(SECOND);
    expect(first.requests.map(({ part }) => part)).toEqual(["first", "second"]);

    const next = await deliveryStory({ store: first.store });
    next.start();
    await next.time.pass(3 * MINUTE);
    expect(next.requests.map(({ part }) => part)).toEqual(["second"]);
    expect(next.requests[0]?.key).toBe(first.requests[1]?.key);
    expect((await next.find(deliveryId(1))).sentIds).toEqual(["m1", "m1"]);
    await next.stop();
  });

  it("that failed are tried again by themselves", async () => {
    let failures = 0;
    const story = await deliveryStory({
      answer: ({ part }) =>
        part === "second" && (failures += 1) <= 2
          ? { kind: "retry", reason: "502", maybeSent: false }
          : { kind: "sent", messageId: part },
    });
    await story.owe([sampleOwed(1, { messageId: TWO_PARTS.id })], [TWO_PARTS]);
    story.start();
    await story.time.pass(MINUTE);
    expect(story.requests.map(({ part }) => part)).toEqual(["first", "second", "second", "second"]);
    expect(await story.find(deliveryId(1))).toMatchObject({
      attempts: 2,
      sentIds: ["first", "second"],
      status: { kind: "sent" },
    });
    await story.stop();
  });
});

describe("edits", () => {
  const ORIGINAL = messageOf("original", "It begins at 10:00");
  const CORRECTED = messageOf("corrected", "It begins at 11:00");
  const original = sampleOwed("original", { kind: "alert", messageId: ORIGINAL.id, to: chatAt(5) });
  const edit = sampleOwed("edit", {
    kind: "correction",
    messageId: CORRECTED.id,
    to: chatAt(5),
    edits: original.id,
  });

  it("take the place of what was sent", async () => {
    const story = await deliveryStory();
    await story.owe([original], [ORIGINAL]);
    story.start();
    await story.time.pass(SECOND);
    await story.owe([edit], [CORRECTED]);
    await story.time.pass(SECOND);
    expect(story.requests[1]).toMatchObject({
      what: "edit",
      messageId: "m1",
      part: "It begins at 11:00",
    });
    await story.stop();
  });

  it("of what was not sent yet take it back, and leave nothing to send", async () => {
    const story = await deliveryStory();
    await story.owe([original, edit], [ORIGINAL, CORRECTED]);
    story.start();
    await story.time.pass(MINUTE);
    expect(story.requests).toEqual([]);
    expect((await story.find(edit.id)).status).toMatchObject({ reason: "nothing to edit" });
    expect((await story.find(original.id)).status.kind).toBe("dead");
    await story.stop();
  });

  const follow = sampleOwed("follow", {
    kind: "correction",
    messageId: "follow" as MessageId,
    to: chatAt(5),
    dueAt: minutesPast(1),
  });
  const FOLLOW = messageOf("follow", "Corrected");

  it("keep the style in which the message was sent", async () => {
    const story = await deliveryStory({
      answer: ({ what, part }) =>
        what === "send" && !part.endsWith("(simple)")
          ? { kind: "refused", reason: "bad markup" }
          : { kind: "sent", messageId: "m1" },
    });
    await story.owe([original], [ORIGINAL]);
    story.start();
    await story.time.pass(SECOND);
    await story.owe([edit], [CORRECTED]);
    await story.time.pass(SECOND);
    expect(story.requests.at(-1)).toMatchObject({
      what: "edit",
      part: "It begins at 11:00 (simple)",
    });
    await story.stop();
  });

  it("that are refused are not tried in another style, and the correction still goes out", async () => {
    const story = await deliveryStory({
      answer: ({ what }) =>
        what === "edit"
          ? { kind: "refused", reason: "components cannot become an embed" }
          : { kind: "sent", messageId: "m1" },
    });
    await story.owe([original], [ORIGINAL]);
    story.start();
    await story.time.pass(SECOND);
    await story.owe([edit, follow], [CORRECTED, FOLLOW]);
    await story.time.pass(2 * MINUTE);
    expect(story.requests.map(({ what, part }) => [what, part])).toEqual([
      ["send", "It begins at 10:00"],
      ["edit", "It begins at 11:00"],
      ["send", "Corrected"],
    ]);
    expect((await story.find(edit.id)).status.kind).toBe("dead");
    await story.stop();
  });

  it("of a message that somebody deleted end no subscription", async () => {
    const story = await deliveryStory({
      answer: ({ what }) =>
        what === "edit"
          ? { kind: "gone", reason: "message to edit not found" }
          : { kind: "sent", messageId: "m" },
    });
    await story.store.subscriptions.keep(sampleSubscription(1, { address: chatAt(5) }));
    await story.owe([original], [ORIGINAL]);
    story.start();
    await story.time.pass(SECOND);
    await story.owe([edit], [CORRECTED]);
    await story.time.pass(SECOND);
    expect((await story.find(edit.id)).status.kind).toBe("dead");
    const [subscription] = await story.store.subscriptions.of(chatAt(5));
    expect(subscription?.status).toEqual({ kind: "active" });
    await story.stop();
  });
});

describe("time", () => {
  it("past its worth drops a delivery unsent, and counts it", async () => {
    const story = await deliveryStory();
    await story.owe([sampleOwed(1, { dueAt: minutesPast(-90), expiresAt: minutesPast(-30) })]);
    story.start();
    await story.time.pass(SECOND);
    expect(story.requests).toEqual([]);
    expect(story.events).toEqual([{ kind: "expired", count: 1 }]);
    await story.stop();
  });

  it("set back an hour stalls nothing that is due by it, and nothing is sent twice", async () => {
    const story = await deliveryStory({ pace: ONE_A_SECOND });
    story.time.setClock(minutesPast(60));
    await story.owe(
      Array.from({ length: 20 }, (_, n) =>
        sampleOwed(n, { to: chatAt(5), dueAt: minutesPast(-10), expiresAt: minutesPast(600) }),
      ),
    );
    story.start();
    await story.time.pass(5 * SECOND);
    story.time.setClock(NINE);
    await story.time.pass(30 * SECOND);
    expect(story.requests).toHaveLength(20);
    await story.stop();
  });

  it("set back an hour makes no retry wait it out, nor what a slow chat put off", async () => {
    let asked = 0;
    const story = await deliveryStory({
      pace: { ...FAST, within: () => [{ messages: 1, ms: 30 * SECOND }] },
      answer: () =>
        (asked += 1) === 1
          ? { kind: "retry", reason: "502", maybeSent: false }
          : { kind: "sent", messageId: "m" },
    });
    const lasting = { to: chatAt(5), expiresAt: minutesPast(600) };
    await story.owe([sampleOwed(1, lasting), sampleOwed(2, lasting)]);
    story.start();
    await story.time.pass(SECOND);
    story.time.setClock(minutesPast(-60));
    await story.time.pass(3 * MINUTE);
    expect(story.requests).toHaveLength(3);
    await story.stop();
  });

  it("set back by parts of a millisecond, too, is told to the store in whole ones", async () => {
    const store = await openStore("file::memory:", () => undefined);
    const told: number[] = [];
    const outbox: Store["outbox"] = {
      ...store.outbox,
      turnBack: async (platform, now, byMs) => {
        told.push(byMs);
        await store.outbox.turnBack(platform, now, byMs);
      },
    };
    const story = await deliveryStory({ store: { ...store, outbox } });
    story.start();
    await story.time.pass(SECOND);
    story.time.setClock(minutesPast(-60));
    await story.time.pass(2 * MINUTE);
    expect(told.map((ms) => [Number.isInteger(ms), Math.round(ms / MINUTE)])).toEqual([[true, 60]]);
    await story.stop();
  });

  it("that stood still for us while another node took over leaves him the rest", async () => {
    const story = await deliveryStory({ pace: ONE_A_SECOND });
    const lasting = { messageId: TWO_PARTS.id, expiresAt: minutesPast(600) };
    await story.owe([sampleOwed(1, lasting)], [TWO_PARTS]);
    story.start();
    await story.time.pass(SECOND / 2);
    story.time.setClock(minutesPast(3));
    const [taken] = await story.store.outbox.claim({
      platform: "telegram",
      now: minutesPast(3),
      leaseEnds: minutesPast(5),
      limit: 1,
    });
    await story.time.pass(30 * SECOND);
    expect(story.requests.map(({ part }) => part)).toEqual(["first"]);
    expect(await story.find(deliveryId(1))).toEqual(taken);
    await story.stop();
  });

  it("that stood still for us alone lets us go on where we were", async () => {
    const story = await deliveryStory({ pace: ONE_A_SECOND });
    const lasting = { messageId: TWO_PARTS.id, expiresAt: minutesPast(600) };
    await story.owe([sampleOwed(1, lasting)], [TWO_PARTS]);
    story.start();
    await story.time.pass(SECOND / 2);
    story.time.setClock(minutesPast(3));
    await story.time.pass(30 * SECOND);
    expect(story.requests.map(({ part }) => part)).toEqual(["first", "second"]);
    expect((await story.find(deliveryId(1))).status.kind).toBe("sent");
    await story.stop();
  });

  it("set back an hour lets nothing that is being sent be sent again", async () => {
    const story = await deliveryStory({
      answer: async (_, signal) => {
        await story.time.sleep(30 * SECOND, signal);
        return { kind: "sent", messageId: "m" };
      },
    });
    await story.owe([sampleOwed(1, { expiresAt: minutesPast(600) })]);
    story.start();
    await story.time.pass(SECOND);
    story.time.setClock(minutesPast(-60));
    await story.owe([sampleOwed(2, { dueAt: minutesPast(-90), expiresAt: minutesPast(600) })]);
    await story.time.pass(5 * MINUTE);
    expect(story.requests).toHaveLength(2);
    expect((await story.find(deliveryId(1))).status.kind).toBe("sent");
    await story.stop();
  });

  it("set ahead an hour lets nothing that is being sent be sent again", async () => {
    const story = await deliveryStory({
      answer: async (_, signal) => {
        await story.time.sleep(30 * SECOND, signal);
        return { kind: "sent", messageId: "m" };
      },
    });
    await story.owe([sampleOwed(1, { expiresAt: minutesPast(600) })]);
    story.start();
    await story.time.pass(SECOND);
    story.time.setClock(minutesPast(60));
    await story.owe([sampleOwed(2, { expiresAt: minutesPast(600) })]);
    await story.time.pass(2 * MINUTE);
    expect(story.requests).toHaveLength(2);
    await story.stop();
  });

  it("that was a year ahead when something was owed leaves it waiting no longer", async () => {
    const story = await deliveryStory();
    const far = { dueAt: minutesPast(525_600), expiresAt: minutesPast(526_000) };
    await story.owe([sampleOwed(1, far), sampleOwed(2, { dueAt: minutesPast(10) })]);
    story.start();
    await story.time.pass(MINUTE);
    expect(story.requests.map(({ to }) => to)).toEqual(["telegram:chat-1"]);
    await story.stop();
  });

  it("wakes for what falls due later, and looks at the store seldom meanwhile", async () => {
    const story = await deliveryStory();
    await story.owe([sampleOwed(1, { dueAt: minutesPast(10) })]);
    story.start();
    await story.time.pass(10 * MINUTE - 1);
    expect(story.requests).toEqual([]);
    await story.time.pass(1);
    expect(story.requests).toHaveLength(1);
    await story.stop();
  });
});
