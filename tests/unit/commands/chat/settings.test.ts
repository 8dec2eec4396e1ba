import { describe, expect, it } from "vitest";
import type { Subscription } from "../../../../src/deliveries/subscription.ts";
import { personIn, type Person } from "../../../support/chat-person.ts";

const HERE = { platform: "telegram", channel: "42", thread: null } as const;

async function subscribed(language = "en"): Promise<Person> {
  const reader = await personIn({ language });
  await reader.says("/subscribe");
  return reader;
}

const current = async ({ context }: Person): Promise<Subscription | undefined> =>
  (await context.store.subscriptions.of(HERE))[0];

describe("changing a setting", () => {
  it.each([
    ["/settings at 20:15", { schedule: { kind: "daily", at: "20:15" } }],
    ["/settings days workdays", { schedule: { kind: "workdays", at: "08:00" } }],
    ["/settings days none", { schedule: null, nextAt: null }],
    ['/settings days "0 6,18 * * *"', { schedule: { kind: "cron", expression: "0 6,18 * * *" } }],
    ["/settings language fa", { language: "fa" }],
    ["/settings city São Paulo", { timeZone: "America/Sao_Paulo" }],
    ["/settings form full", { form: "full" }],
    ["/settings picture off", { picture: false }],
    ["/settings picture without", { picture: false }],
    ["/settings picture معطّلة", { picture: false }],
    ["/settings الصورة إيقاف", { picture: false }],
    ["/settings تصویر خاموش", { picture: false }],
    ["/settings picture روشن", { picture: true }],
    ["/settings alerts none", { alerts: [] }],
    ["/settings alerts delegation", { alerts: ["delegation"] }],
    ["/settings events -9", { eventIntensity: -9 }],
    ["/settings events −5.5", { eventIntensity: -5.5 }],
    ["/settings quiet 22:30-06:30", { quietHours: { from: "22:30", until: "06:30" } }],
    ["/settings quiet none", { quietHours: null }],
    ["/settings confidence high", { minimumConfidence: 0.8 }],
    ["/settings confidence 65%", { minimumConfidence: 0.65 }],
    ["/settings confidence ۰٫۷", { minimumConfidence: 0.7 }],
    ["/settings moments all", { roundMoments: ["day-before", "hour-before", "start", "end"] }],
  ])("%s", async (line, expected) => {
    const reader = await subscribed();
    await reader.says(line);
    expect(await current(reader)).toMatchObject(expected);
  });

  it.each([
    ["/settings at 8:75", "not a time of day"],
    ["/settings days someday", "cannot read someday as days"],
    ["/settings city Nowhereville", "no city or time zone Nowhereville"],
    ["/settings language Klingon", "You can say: English"],
    ["/settings picture perhaps", "You can say: On"],
    ["/settings quiet 8:00-8:00", "as quiet hours"],
    ["/settings events 3", "You can say"],
    ["/settings confidence 2", "You can say"],
    ["/settings moments never-ever", "24 hours before"],
  ])("%s says what can be said, and changes nothing", async (line, advice) => {
    const reader = await subscribed();
    const before = await current(reader);
    expect(await reader.says(line)).toContain(advice);
    expect(await current(reader)).toEqual(before);
  });

  it("moves the next briefing with time and zone", async () => {
    const reader = await subscribed();
    await reader.says("/settings city tokyo");
    expect(await current(reader)).toMatchObject({ nextAt: new Date("2026-02-05T23:00:00Z") });
    await reader.says("/settings at 22:00");
    expect(await current(reader)).toMatchObject({ nextAt: new Date("2026-02-06T13:00:00Z") });
  });

  it("turns alerts on and off, the same however often one presses", async () => {
    const reader = await subscribed();
    const { id } = (await current(reader)) ?? {};
    for (const _ of [1, 2])
      await reader.gives("settings", { id: id ?? "", set: "alerts", to: "+event" });
    expect(await current(reader)).toMatchObject({ alerts: ["phase", "round", "event"] });
    for (const _ of [1, 2])
      await reader.gives("settings", { id: id ?? "", set: "alerts", to: "-phase" });
    expect(await current(reader)).toMatchObject({ alerts: ["round", "event"] });
  });

  it("speaks the new language at once in private", async () => {
    const reader = await subscribed();
    expect(await reader.says("/settings language fa")).toContain("تغییر کرد");
    expect(await reader.says("/settings")).toContain("تنظیمات");
  });

  it("answers a press in place, and only to who pressed", async () => {
    const reader = await subscribed();
    await reader.says("/settings");
    expect(reader.answer()).toMatchObject({ audience: "asker", placement: "new" });
    await reader.presses("Days");
    expect(reader.answer()).toMatchObject({ audience: "asker", placement: "here" });
  });

  it("offers every value with the one in force marked", async () => {
    const reader = await subscribed();
    await reader.says("/settings at");
    const [select] = reader.answer()?.message.controls?.flat() ?? [];
    const chosen = select?.kind === "select" ? select.choices.filter((each) => each.chosen) : [];
    expect(chosen.map(({ value }) => value)).toEqual(["08:00"]);
  });

  it("asks which of several, and carries what was asked for", async () => {
    const reader = await subscribed();
    await reader.gives("subscribe", { talks: "iran-us", at: "18:00", more: "yes" });
    expect(await reader.says("/settings form full")).toContain("Which subscription?");
    await reader.presses("every day at 18:00");
    const own = await reader.context.store.subscriptions.of(HERE);
    expect(own.map(({ form }) => form)).toEqual(["brief", "full"]);
  });
});

describe("another chat's subscription", () => {
  const stranger = { platform: "telegram", channel: "666", thread: null } as const;

  it.each([
    ["settings", {}],
    ["settings", { set: "language", to: "fa" }],
    ["settings", { set: "at" }],
    ["pause", { until: "1d" }],
    ["pause", { until: "resume" }],
    ["unsubscribe", { sure: "yes" }],
  ])("cannot be read or changed by its id: %s %o", async (command, options) => {
    const owner = await subscribed();
    const before = await current(owner);
    const forger = await personIn({
      store: owner.context.store,
      from: stranger,
      id: "telegram:666",
    });
    const said = await forger.gives(command, { id: before?.id ?? "", ...options });
    expect(said).not.toContain("08:00 (Muscat time), in brief");
    expect(forger.sees()).not.toContain(before?.id ?? "none");

    await forger.says("/subscribe 12:00");
    await forger.gives(command, { id: before?.id ?? "", ...options });
    expect(await current(owner)).toEqual(before);
    expect(await owner.context.store.subscriptions.of(stranger)).toMatchObject([
      { schedule: { at: "12:00" }, language: "en", status: { kind: "active" } },
    ]);
  });

  it.each(["__proto__", "' OR 1=1 --", "", "a".repeat(4_000)])("nor by %s", async (id) => {
    const reader = await subscribed();
    const said = await reader.gives("settings", { id, set: "form", to: "full" });
    expect(said).toContain("no longer exists");
    expect(await current(reader)).toMatchObject({ form: "brief" });
  });
});
