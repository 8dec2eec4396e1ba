import { expect, it } from "vitest";
import { conversationOf, demoDesk, pressed } from "../../../support/conversations.ts";

const desk = demoDesk();
const HERE = { platform: "discord", channel: "9", thread: null } as const;

async function offered(name: string, option: string, typed: string, language = "en", given = {}) {
  const { conversation } = await conversationOf({ talks: [desk] });
  const asker = { id: "discord:1", languageHint: language };
  return conversation.complete({ name, option, typed, given, from: HERE, asker });
}

it.each([
  ["subscribe", "city", "mashh", "en", "Mashhad, Iran (GMT+3:30)", "Asia/Tehran"],
  ["subscribe", "city", "برل", "fa", "برلین، آلمان", "Europe/Berlin"],
  ["subscribe", "at", "7.15", "en", "07:15", "07:15"],
  ["subscribe", "at", "۷", "fa", "۰۷:۰۰", "07:00"],
  ["subscribe", "days", "", "ar", "كل يوم", "daily"],
  ["subscribe", "alerts", "", "en", "Phase of the talks", "phase"],
  ["settings", "to", "tok", "en", "Tokyo, Japan (GMT+9)", "Asia/Tokyo"],
  ["settings", "to", "mond", "en", "Monday", "monday"],
  ["pause", "until", "", "en", "1 day", "1d"],
])("/%s %s: %s in %s offers %s", async (name, option, typed, language, label, value) => {
  const [first] = await offered(name, option, typed, language);
  expect(first?.label).toContain(label);
  expect(first?.value).toBe(value);
});

it.each([
  ["language", "", ["English", "العربية", "فارسی"]],
  ["form", "br", ["Brief"]],
  ["quiet", "none", ["None: alerts come at any hour"]],
  ["city", "isfah", ["Isfahan, Iran (GMT+3:30)"]],
])("offers only what the setting that was chosen takes: %s %s", async (set, typed, labels) => {
  const found = await offered("settings", "to", typed, "en", { set });
  expect(found.map(({ label }) => label)).toEqual(labels);
});

it("offers the chat's own subscriptions, and no other's", async () => {
  const { conversation } = await conversationOf({ talks: [desk] });
  const asker = { id: "discord:1", languageHint: "en" };
  await conversation.answer(pressed("subscribe", {}, { from: HERE, place: "group", asker }));
  const call = { name: "pause", option: "id", typed: "", given: {}, asker };
  expect(await conversation.complete({ ...call, from: HERE })).toHaveLength(1);
  expect(await conversation.complete({ ...call, from: { ...HERE, channel: "10" } })).toEqual([]);
});

it("offers at most what Discord shows, with labels that fit", async () => {
  const found = await offered("subscribe", "city", "a");
  expect(found).toHaveLength(25);
  for (const { label, value } of found) {
    expect(label.length).toBeLessThanOrEqual(100);
    expect(value.length).toBeLessThanOrEqual(100);
  }
});
