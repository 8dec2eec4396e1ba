import { afterEach, expect, it, vi } from "vitest";
import { createLlmDouble, type LlmDouble } from "../doubles/llm/double.ts";
import { openTalksDays, type TalksDays } from "../support/talks-days.ts";
import { subscribeReaders, toldTo } from "../support/talks-readers.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const KEY = "sk-nobody-may-read-this";
const NOTE = { en: "language model", ar: "نموذج لغوي", fa: "مدل زبانی" } as const;

const folder = temporaryFolder();
let double: LlmDouble | null = null;
let days: TalksDays | null = null;
afterEach(async () => {
  await days?.close();
  await double?.close();
});

it("speaks in a model's words in every kind of chat, and answers questions in both", async () => {
  double = await createLlmDouble({ key: KEY, model: "small" });
  days = await openTalksDays({
    from: "2026-02-04T20:00:00Z",
    folder: folder(),
    name: "model",
    env: { LLM_BASE_URL: double.baseUrl, LLM_MODEL: "small", LLM_API_KEY: KEY },
  });
  const readers = await subscribeReaders(days);
  await days.until("2026-02-05T13:00:00Z");
  for (const reader of Object.values(readers)) {
    const briefings = toldTo(reader, "2026-02-04T20:00:00Z").filter(
      ({ kind }) => kind === "briefing",
    );
    expect(briefings.map(({ text }) => text.includes(NOTE[reader.language]))).toEqual([true]);
  }

  const person = days.telegram.person({ name: "Nour", language: "ar" });
  const inTelegram = await days.lets(person.asks("/ask أين تُعقد المحادثات؟"));
  expect(inTelegram.text).toContain(NOTE.ar);
  expect(inTelegram.text).toContain("[1]");
  const guild = days.discord.guild({});
  const channel = days.discord.channel({ guild, name: "desk" });
  const member = days.discord.member({ guild, locale: "en-GB" });
  const outcome = await days.lets(
    member.gives("/ask", { question: "Where do they meet?" }, channel),
  );
  expect(outcome.kind === "message" ? outcome.message.text : "").toContain(NOTE.en);

  expect(days.complaints).toEqual([]);
  expect([...days.telegram.violations, ...days.discord.violations]).toEqual([]);
  expect(days.logged.join("\n")).not.toContain(KEY);
}, 60_000);

it("answers what is asked while a model is silent on a question, in the same chat", async () => {
  double = await createLlmDouble({ key: KEY, model: "small" });
  days = await openTalksDays({
    from: "2026-02-05T13:00:00Z",
    folder: folder(),
    name: "silent",
    env: { LLM_BASE_URL: double.baseUrl, LLM_MODEL: "small", LLM_API_KEY: KEY },
  });
  double.behave({ kind: "stalls", after: "nothing" });
  const curious = days.telegram.person({ name: "Nour", language: "en" });
  const other = days.telegram.person({ name: "Omid", language: "en" });
  const group = days.telegram.group("supergroup", { title: "Talks", owner: curious });
  group.admits(curious);
  group.joins(other);
  await days.lets(group.until((seen) => seen.length > 0));
  curious.says("/ask Where do they meet?", { in: group });
  await vi.waitFor(() => expect(double?.held()).toBe(1), 40_000);
  for (const person of [other, curious]) {
    const overtaking = await days.lets(person.asks("/help", { in: group }));
    expect(overtaking.text).toContain("/status");
  }

  const guild = days.discord.guild({});
  const channel = days.discord.channel({ guild, name: "desk" });
  const member = days.discord.member({ guild, locale: "en-GB" });
  void member.gives("/ask", { question: "Where do they meet then?" }, channel);
  await vi.waitFor(() => expect(double?.held()).toBe(2), 40_000);
  const overtaking = await days.lets(member.gives("/help", {}, channel));
  expect(double.held()).toBe(2);
  expect(overtaking.kind === "message" ? overtaking.message.text : "").toContain("/status");

  const before = group.heard.length;
  await double.close();
  double = null;
  await days.lets(group.until(() => group.heard.length > before));
}, 60_000);
