import { describe, expect, it } from "vitest";
import { personIn } from "../../../support/chat-person.ts";
import {
  deliveryId,
  sampleMessage,
  sampleOccasion,
  sampleOwed,
} from "../../../support/delivery-samples.ts";
import { sampleDigest } from "../../../support/store-samples.ts";

const HERE = { platform: "telegram", channel: "42", thread: null } as const;

describe("resting", () => {
  it("sends nothing until a pause is over, then goes on by the schedule", async () => {
    const reader = await personIn();
    await reader.says("/subscribe");
    await reader.says("/pause 1w");
    const [paused] = await reader.context.store.subscriptions.of(HERE);
    expect(paused?.status).toEqual({ kind: "paused", until: new Date("2026-02-12T18:02:00Z") });
    expect(paused?.nextAt).toEqual(new Date("2026-02-13T04:00:00Z"));
    const { subscriptions } = reader.context.store;
    expect(await subscriptions.due(new Date("2026-02-12T18:01:00Z"), 10)).toEqual([]);
    expect(await subscriptions.due(new Date("2026-02-13T04:00:00Z"), 10)).toHaveLength(1);
  });

  it("goes on when it is resumed, from the next briefing", async () => {
    const reader = await personIn();
    await reader.says("/subscribe");
    await reader.says("/pause open");
    expect(await reader.presses("Resume")).toContain("Resumed.");
    expect(await reader.context.store.subscriptions.of(HERE)).toMatchObject([
      { status: { kind: "active" }, nextAt: new Date("2026-02-06T04:00:00Z") },
    ]);
  });

  it.each([
    ["/pause whenever", "Say 1d, 1w, a date"],
    ["/pause 2020-01-01", "is over already"],
    ["/pause 2035-01-01", "more than a year off"],
  ])("%s is told what can be said", async (line, advice) => {
    const reader = await personIn();
    await reader.says("/subscribe");
    expect(await reader.says(line)).toContain(advice);
    expect(await reader.context.store.subscriptions.of(HERE)).toMatchObject([
      { status: { kind: "active" } },
    ]);
  });

  it("asks for how long, and says so where there is nothing to rest", async () => {
    const reader = await personIn();
    expect(await reader.says("/pause")).toContain("no subscription yet");
    await reader.says("/subscribe");
    expect(await reader.says("/pause")).toContain("for how long");
    expect(await reader.presses("Until I resume")).toContain("Paused until you resume it");
  });
});

describe("ending", () => {
  it("asks first", async () => {
    const reader = await personIn();
    await reader.says("/subscribe");
    await reader.says("/unsubscribe");
    expect(await reader.context.store.subscriptions.of(HERE)).toHaveLength(1);
    expect(await reader.presses("End it")).toContain("Nothing more will be sent here");
    expect(await reader.context.store.subscriptions.of(HERE)).toEqual([]);
    expect(await reader.says("/unsubscribe")).toContain("nothing to end");
  });

  it("ends one of several, or all", async () => {
    const reader = await personIn();
    await reader.says("/subscribe 9:00");
    await reader.gives("subscribe", { talks: "iran-us", at: "18:00", more: "yes" });
    await reader.gives("subscribe", { talks: "iran-us", at: "21:00", more: "yes" });
    await reader.says("/unsubscribe");
    await reader.presses("every day at 18:00");
    await reader.presses("End it");
    const left = await reader.context.store.subscriptions.of(HERE);
    expect(left.map(({ schedule }) => schedule)).toEqual([
      { kind: "daily", at: "09:00" },
      { kind: "daily", at: "21:00" },
    ]);
    await reader.says("/unsubscribe");
    await reader.presses("All of them");
    expect(await reader.presses("End it")).toContain("Ended 2 subscriptions");
  });
});

describe("what waits to be sent", () => {
  const NOW = new Date("2026-02-05T18:00:00Z");

  /** A reader with two subscriptions, for each of which a briefing waits, and an alert for the first. */
  const withTwo = async () => {
    const reader = await personIn();
    await reader.says("/subscribe 9:00");
    await reader.gives("subscribe", { talks: "iran-us", at: "18:00", more: "yes" });
    const { store } = reader.context;
    const [first, second] = await store.subscriptions.of(HERE);
    if (first === undefined || second === undefined) throw new Error("two are expected");
    const digest = await store.archive.keep(sampleDigest("iran-us", NOW.toISOString()));
    const occasion = sampleOccasion("alert", {
      digest,
      expiresAt: new Date("2026-02-06T18:00:00Z"),
    });
    await store.occasions.add(occasion);
    const owed = { to: HERE, dueAt: NOW, expiresAt: new Date("2026-02-06T00:00:00Z") };
    await store.outbox.add(
      [sampleMessage("message-1")],
      [
        sampleOwed("first", { ...owed, subscription: first.id }),
        sampleOwed("alert", { ...owed, subscription: first.id, occasion: occasion.id }),
        sampleOwed("second", { ...owed, subscription: second.id }),
      ],
    );
    const waiting = async () => {
      const ids = [];
      for (const { id } of [first, second])
        for (const each of await store.outbox.waitingFor({ id, address: HERE })) ids.push(each.id);
      return ids;
    };
    return { reader, store, first, second, waiting };
  };

  it("for a subscription that ends is not sent, for another it is", async () => {
    const { reader, store, second, waiting } = await withTwo();
    await store.subscriptions.keep({ ...second, alerts: [] });
    await reader.says("/unsubscribe");
    await reader.presses("every day at 09:00");
    await reader.presses("End it");
    expect(await waiting()).toEqual([deliveryId("second")]);
  });

  it("of an alert goes out still where another subscription of the chat wants it", async () => {
    const { reader, store, second, waiting } = await withTwo();
    const alerts = ["phase"] as const;
    await store.subscriptions.keep({ ...second, alerts, minimumConfidence: 0, quietHours: null });
    await reader.says("/unsubscribe");
    await reader.presses("every day at 09:00");
    await reader.presses("End it");
    expect(await waiting()).toEqual([deliveryId("alert"), deliveryId("second")]);
  });

  it("is not sent into a pause", async () => {
    const { reader, store, first, waiting } = await withTwo();
    await store.outbox.add(
      [],
      [
        sampleOwed("correction", {
          kind: "correction",
          to: HERE,
          subscription: first.id,
          expiresAt: new Date("2026-02-06T00:00:00Z"),
        }),
      ],
    );
    await reader.says("/pause 1d");
    expect(await waiting()).toEqual([deliveryId("correction")]);
  });
});

describe("exporting", () => {
  it("gives all that is stored, as it is stored", async () => {
    const reader = await personIn({ language: "fa" });
    await reader.says("/subscribe ۹:۰۰ برلین");
    await reader.says("/settings language en");
    await reader.says("/export");
    const [file] = reader.answer()?.message.files ?? [];
    expect(file).toMatchObject({ name: "parley-chat.json", mediaType: "application/json" });

    const stored: unknown = JSON.parse(file?.content ?? "");
    const { store } = reader.context;
    expect(stored).toEqual(
      JSON.parse(
        JSON.stringify({
          format: "parley-chat/1",
          exportedAt: "2026-02-05T18:03:00.000Z",
          chat: await store.chats.find(HERE),
          subscriptions: await store.subscriptions.of(HERE),
        }),
      ),
    );
    expect(stored).toMatchObject({
      chat: { language: "en", timeZone: "Europe/Berlin" },
      subscriptions: [{ language: "en", schedule: { kind: "daily", at: "09:00" } }],
    });
  });

  it("gives nothing of other chats", async () => {
    const reader = await personIn();
    await reader.says("/subscribe");
    const other = await personIn({
      store: reader.context.store,
      from: { ...HERE, channel: "666" },
    });
    await other.says("/export");
    expect(JSON.parse(other.answer()?.message.files?.[0]?.content ?? "")).toMatchObject({
      chat: null,
      subscriptions: [],
    });
  });
});

describe("forgetting", () => {
  it("erases nothing before it is confirmed, and only this chat", async () => {
    const reader = await personIn();
    await reader.says("/subscribe");
    const elsewhere = { ...HERE, channel: "666" };
    const other = await personIn({ store: reader.context.store, from: elsewhere });
    await other.says("/subscribe");

    await reader.says("/forget");
    expect(await reader.context.store.subscriptions.of(HERE)).toHaveLength(1);
    await reader.presses("Erase everything");
    expect(await reader.context.store.subscriptions.of(HERE)).toEqual([]);
    expect(await reader.context.store.subscriptions.of(elsewhere)).toHaveLength(1);
  });
});
