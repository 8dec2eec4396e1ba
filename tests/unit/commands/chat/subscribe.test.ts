import { describe, expect, it } from "vitest";
import { FIELD_NAMES } from "../../../../src/commands/chat/fields/field.ts";
import { FORMS } from "../../../../src/commands/chat/forms.ts";
import { type Person, personIn } from "../../../support/chat-person.ts";

const HERE = { platform: "telegram", channel: "42", thread: null } as const;

const only = async ({ context }: Person) => {
  const own = await context.store.subscriptions.of(HERE);
  expect(own).toHaveLength(1);
  return own[0];
};

describe("subscribing in one line", () => {
  it.each([
    ["/subscribe 18:45", { schedule: { kind: "daily", at: "18:45" } }],
    ["/subscribe ١٨:٤٥", { schedule: { kind: "daily", at: "18:45" } }],
    ["/subscribe ۱۸:۴۵ روزهای کاری", { schedule: { kind: "workdays", at: "18:45" } }],
    ["/subscribe workdays 7:30", { schedule: { kind: "workdays", at: "07:30" } }],
    ["/subscribe monday 9:00", { schedule: { kind: "weekly", day: 1, at: "09:00" } }],
    ["/subscribe weekly friday", { schedule: { kind: "weekly", day: 5, at: "08:00" } }],
    ["/subscribe days=الاثنين at=٩", { schedule: { kind: "weekly", day: 1, at: "09:00" } }],
    ["/subscribe هر هفته سه‌شنبه", { schedule: { kind: "weekly", day: 2, at: "08:00" } }],
    ['/subscribe days="30 7 * * 1-5"', { schedule: { kind: "cron", expression: "30 7 * * 1-5" } }],
    ["/subscribe none", { schedule: null, nextAt: null }],
    ["/subscribe full fa", { form: "full", language: "fa" }],
    ["/subscribe 9:00", { picture: true }],
    ["/subscribe picture=off", { picture: false }],
    ["/subscribe 9:00 picture=بدون", { picture: false }],
    ["/subscribe picture=إيقاف ٩:٠٠", { picture: false }],
    ["/subscribe picture=خاموش", { picture: false }],
    ["/subscribe picture=روشن", { picture: true }],
    ["/subscribe new york 9:00", { timeZone: "America/New_York" }],
    ["/subscribe city=utc+3:30", { timeZone: "Asia/Tehran" }],
    ["/subscribe برلین ۹:۰۰", { timeZone: "Europe/Berlin" }],
    ["/subscribe alerts=none moments=none", { alerts: [], roundMoments: [] }],
    [
      '/subscribe alerts="event, phase" moments=all',
      {
        alerts: ["phase", "event"],
        roundMoments: ["day-before", "hour-before", "start", "end"],
      },
    ],
  ])("%s", async (line, expected) => {
    const reader = await personIn();
    expect(await reader.says(line)).toContain("Subscribed");
    expect(await only(reader)).toMatchObject(expected);
  });

  it("tells the next briefing on the clock of a city with summer time", async () => {
    const reader = await personIn();
    reader.turn(new Date("2026-03-28T12:00:00Z"));
    const said = await reader.says("/subscribe berlin 8:00");
    expect(said).toContain("Sunday 29 March 2026, 08:00, Berlin time");
    expect(await only(reader)).toMatchObject({ nextAt: new Date("2026-03-29T06:00:00Z") });
  });
});

describe("a cron expression on the line", () => {
  it.each(["0 8 * * *", "0 0 * * *", "0 9 * * 1", "30 7 * * 1-5"])("reads %s", async (cron) => {
    const reader = await personIn();
    await reader.says(`/subscribe ${cron}`);
    expect(await only(reader)).toMatchObject({ schedule: { kind: "cron", expression: cron } });
  });
});

describe("what cannot be", () => {
  it.each([
    ["en", "/subscribe 25:00", "25:00 is not a time of day"],
    ["ar", "/subscribe ٢٥:٠٠", "25:00 ليست ساعة صحيحة"],
    ["fa", "/subscribe ۲۵:۰۰", "ساعت درستی نیست"],
    ["en", "/subscribe city=Atlantis", "I know no city or time zone Atlantis"],
    ["fa", "/subscribe city=آتلانتیس", "نمی‌شناسم"],
    ["en", '/subscribe days="* * * * *"', "it comes twice within half an hour"],
    ["en", '/subscribe days="61 7 * * *"', "one of its fields cannot be read"],
    ["en", '/subscribe days="0 8 29 2 *"', "there are years in which it never comes"],
    ["en", '/subscribe days="0 8 * *"', "it does not have five fields"],
    ["en", "/subscribe alerts=everyday", "You can say: Phase of the talks, Next round"],
    ["ar", "/subscribe alerts=كذا", "يمكنك أن تقول"],
  ])("in %s, %s", async (language, line, advice) => {
    const reader = await personIn({ language });
    expect(await reader.says(line)).toContain(advice);
    expect(await reader.context.store.subscriptions.of(HERE)).toEqual([]);
    expect(await reader.context.store.chats.find(HERE)).toBeNull();
  });
});

describe("subscribing again", () => {
  it("shows what is there and changes nothing", async () => {
    const reader = await personIn();
    await reader.says("/subscribe 9:00");
    const before = await only(reader);
    expect(await reader.says("/subscribe 10:00")).toContain("already gets");
    expect(await only(reader)).toEqual(before);
  });

  it("makes one of two presses at once", async () => {
    const reader = await personIn();
    await Promise.all([reader.says("/subscribe"), reader.says("/subscribe")]);
    expect(await only(reader)).toMatchObject({ schedule: { kind: "daily", at: "08:00" } });
  });

  it("adds another on request, with what was asked for", async () => {
    const reader = await personIn();
    await reader.says("/subscribe 9:00");
    await reader.says("/subscribe 18:00 full");
    expect(await reader.presses("Add another")).toContain("every day at 18:00");
    expect(await reader.context.store.subscriptions.of(HERE)).toHaveLength(2);
  });

  it("goes on after the platform ended it", async () => {
    const reader = await personIn();
    await reader.says("/subscribe 9:00");
    await reader.context.store.subscriptions.end(HERE, new Date("2026-02-05T18:05:00Z"), "blocked");
    expect(await reader.says("/start")).toContain("Parley");
    expect(await reader.says("/subscribe")).toContain("active again");
    expect(await only(reader)).toMatchObject({
      status: { kind: "active" },
      schedule: { kind: "daily", at: "09:00" },
      nextAt: new Date("2026-02-06T05:00:00Z"),
    });
  });

  it("stops at ten", async () => {
    const reader = await personIn();
    await reader.says("/subscribe");
    for (let n = 1; n < 10; n += 1)
      await reader.gives("subscribe", { talks: "iran-us", at: `${n + 9}:00`, more: "yes" });
    expect(await reader.context.store.subscriptions.of(HERE)).toHaveLength(10);
    const said = await reader.gives("subscribe", { talks: "iran-us", more: "yes" });
    expect(said).toContain("A chat can have 10 subscriptions");
    expect(await reader.context.store.subscriptions.of(HERE)).toHaveLength(10);
  });
});

describe("in groups", () => {
  const group = { platform: "telegram", channel: "-100", thread: "7" } as const;

  it.each(["/subscribe", "/settings", "/unsubscribe", "/pause 1d", "/export", "/forget"])(
    "only administrators may say %s",
    async (line) => {
      const member = await personIn({ place: "group", from: group, isAdministrator: false });
      await member.says(line);
      expect(member.answer()?.audience).toBe("asker");
      expect(await member.context.store.subscriptions.of(group)).toEqual([]);
      expect(member.sees()).not.toContain("Subscribed");
    },
  );

  it("subscribes the topic in which an administrator asks", async () => {
    const administrator = await personIn({ place: "group", from: group });
    await administrator.says("/subscribe");
    expect(await administrator.context.store.subscriptions.of(group)).toHaveLength(1);
    expect(await administrator.context.store.subscriptions.of({ ...group, thread: null })).toEqual(
      [],
    );
  });

  it("lets anybody greet, but not change the language or subscribe by a link", async () => {
    const member = await personIn({ place: "group", from: group, isAdministrator: false });
    await member.says("/start sub_iran-us");
    await member.gives("start", { language: "fa" });
    expect(await member.context.store.subscriptions.of(group)).toEqual([]);
    expect(await member.context.store.chats.find(group)).toBeNull();
  });
});

describe("how commands are offered", () => {
  it("fits what platforms show", () => {
    for (const { name, description, options } of Object.values(FORMS)) {
      expect(name).toMatch(/^[a-z]{1,32}$/);
      const shown = [description, ...options.map((option) => option.description)];
      for (const words of shown.flatMap((each) => Object.values(each)))
        expect(words.length).toBeLessThanOrEqual(100);
    }
  });

  it("names every setting", () => {
    const input = FORMS.settings.options[0]?.input;
    const values = input?.kind === "choice" ? input.choices.map(({ value }) => value) : [];
    expect(values).toEqual([...FIELD_NAMES]);
  });
});
