import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../../src/lib/language.ts";
import { personIn } from "../../../support/chat-person.ts";

const HERE = { platform: "telegram", channel: "42", thread: null } as const;

describe("a newcomer", () => {
  it("reads where the talks stand and subscribes with one press", async () => {
    const reader = await personIn();

    expect(await reader.says("/start")).toContain("Phase: Scheduled");
    expect(await reader.presses("Every day at 08:00 (Muscat time)")).toContain("Subscribed");

    const [subscription] = await reader.context.store.subscriptions.of(HERE);
    expect(subscription).toMatchObject({
      talks: "iran-us",
      language: "en",
      timeZone: "Asia/Muscat",
      form: "brief",
      schedule: { kind: "daily", at: "08:00" },
      alerts: ["phase", "round"],
      roundMoments: ["day-before", "hour-before"],
      quietHours: { from: "23:00", until: "07:00" },
      owner: "telegram:42",
      nextAt: new Date("2026-02-06T04:00:00Z"),
    });
  });

  it.each([
    ["en", "Asia/Muscat", "2026-02-06T04:00:00Z"],
    ["ar", "Asia/Muscat", "2026-02-06T04:00:00Z"],
    ["fa", "Asia/Tehran", "2026-02-06T04:30:00Z"],
  ])("who reads %s gets it in the morning of %s", async (language, zone, next) => {
    const reader = await personIn({ language });
    await reader.says("/start");
    await reader.presses("08:00".replace(/\d/g, (digit) => digitOf(language, digit)));

    const [subscription] = await reader.context.store.subscriptions.of(HERE);
    expect(subscription).toMatchObject({ language, timeZone: zone, nextAt: new Date(next) });
  });

  it("goes from the greeting to nothing left behind", async () => {
    const reader = await personIn();
    const { store } = reader.context;
    await reader.says("/start");
    expect(await reader.presses("فارسی")).toContain("مذاکرات");
    expect(await reader.presses("هر روز ساعت ۰۸:۰۰ (به وقت تهران)")).toContain("اشتراک برقرار شد");
    await reader.presses("تغییر");
    await reader.presses("ساعت");
    expect(await reader.picks("ساعت", "20:00")).toContain("۲۰:۰۰");
    await reader.presses("توقف موقت");
    expect(await reader.presses("۱ هفته")).toContain("متوقف تا");
    const [paused] = await store.subscriptions.of(HERE);
    expect(paused?.status.kind).toBe("paused");

    await reader.says("/forget");
    expect(await reader.presses("پاک کردن همه چیز")).toContain("پاک شد");

    expect(await store.chats.find(HERE)).toBeNull();
    expect(await store.subscriptions.of(HERE)).toEqual([]);
    expect(await store.outbox.counts(new Date())).toEqual([]);
    expect(await reader.says("/forget")).toContain("Nothing is stored");
  });

  it("leaves nothing behind by only looking", async () => {
    const reader = await personIn();
    await reader.says("/start");
    await reader.says("/settings");
    await reader.says("/start nonsense_from-an=old;link");
    expect(await reader.context.store.chats.find(HERE)).toBeNull();
  });

  it("chooses talks and subscribes by links", async () => {
    const reader = await personIn();
    await reader.says("/start iran-us");
    expect(await reader.context.store.chats.find(HERE)).toMatchObject({ talks: "iran-us" });
    expect(await reader.says("/start sub_iran-us")).toContain("Subscribed");
    expect(await reader.says("/start sub_no-such-talks")).toContain("You get: Iran–US talks");
  });

  it("says that they live elsewhere, and gets that city's morning", async () => {
    const reader = await personIn();
    await reader.says("/start");
    expect(await reader.picks("another city", "los angeles")).toContain("Los Angeles time");
    expect(await reader.context.store.chats.find(HERE)).toMatchObject({
      timeZone: "America/Los_Angeles",
    });
  });

  it("undoes it with one press", async () => {
    const reader = await personIn();
    await reader.says("/subscribe");
    expect(await reader.presses("Undo")).toContain("Ended");
    expect(await reader.context.store.subscriptions.of(HERE)).toEqual([]);
  });
});

describe.each(LANGUAGES)("in %s", (language) => {
  const golden = (name: string) => `../../../golden/settings/${name}.${language}.txt`;

  it("reads as approved", async () => {
    const reader = await personIn({ language });
    await reader.says("/start");
    await expect(`${reader.sees()}\n`).toMatchFileSnapshot(golden("start"));
    await reader.says("/subscribe");
    await expect(`${reader.sees()}\n`).toMatchFileSnapshot(golden("subscribe"));
    await reader.says("/settings");
    await expect(`${reader.sees()}\n`).toMatchFileSnapshot(golden("settings"));
    await reader.says("/settings alerts");
    await expect(`${reader.sees()}\n`).toMatchFileSnapshot(golden("settings-alerts"));
    await reader.says("/unsubscribe");
    await expect(`${reader.sees()}\n`).toMatchFileSnapshot(golden("unsubscribe"));
    await reader.says("/pause 1w");
    await expect(`${reader.sees()}\n`).toMatchFileSnapshot(golden("pause"));
    await reader.says("/forget");
    await expect(`${reader.sees()}\n`).toMatchFileSnapshot(golden("forget"));
  });

  it("greets a group as approved", async () => {
    const from = { platform: "telegram", channel: "-100", thread: null };
    const reader = await personIn({ language, place: "group", from });
    await reader.says("/start");
    await expect(`${reader.sees()}\n`).toMatchFileSnapshot(golden("start-group"));
  });
});

const digitOf = (language: string, digit: string): string =>
  language === "fa" ? String.fromCharCode(0x06f0 + Number(digit)) : digit;
