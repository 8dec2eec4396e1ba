import { afterEach, describe, expect, it } from "vitest";
import { type Language, LANGUAGES } from "../../src/lib/language.ts";
import { EVE, typed, typedIn } from "../support/conversations.ts";
import { subscriptionOf } from "../support/planning-story.ts";
import { type ModelBot, type ModelBotOptions, openModelBot } from "../support/model-bot.ts";

const MINUTE_MS = 60_000;
const before = (minutes: number): Date => new Date(EVE.getTime() - minutes * MINUTE_MS);
const after = (minutes: number): Date => before(-minutes);

let open: ModelBot | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});

async function botWith(options: Partial<ModelBotOptions> = {}): Promise<ModelBot> {
  open = await openModelBot({ from: before(10), ...options });
  return open;
}

/** What stands in all that a model wrote, and in nothing else. */
const NOTE: Readonly<Record<Language, string>> = {
  en: "language model",
  ar: "نموذج لغوي",
  fa: "مدل زبانی",
};

const OPERATOR = { id: "telegram:1", languageHint: "en" };
const PRICES = { LLM_PRICE_INPUT: "1", LLM_PRICE_OUTPUT: "2" };

const ONE_CALL = 'parley_model_calls_total{purpose="digest",outcome="written"} 1';

/** The phase as a claim tells it, so that it is true tomorrow too. */
const LEAD: Readonly<Record<Language, string>> = {
  en: "The talks are scheduled, according to both parties",
  ar: "بأن موعد المحادثات محدد",
  fa: "گزارش شده است که زمان مذاکرات تعیین",
};

describe("a briefing", () => {
  it.each(LANGUAGES)("begins with a lead in %s, and says who wrote it", async (language) => {
    const bot = await botWith();
    await bot.subscribe("reader", language, EVE);
    await bot.minute(EVE);
    const [told = ""] = await bot.owedTo("reader");
    expect(told).toContain(LEAD[language]);
    expect(told).toContain(NOTE[language]);
  });

  it("costs one call for a thousand readers of a language, who all get the same", async () => {
    const bot = await botWith();
    for (let reader = 0; reader < 1_000; reader += 1)
      await bot.subscribe(`reader-${reader}`, "en", EVE);
    await bot.minute(EVE);
    expect(await bot.metrics()).toContain(ONE_CALL);
    expect(await bot.owedTo("reader-999")).toEqual(await bot.owedTo("reader-0"));
    expect((await bot.owedTo("reader-0"))[0]).toContain(NOTE.en);
  });

  it("costs a call for each language, whatever the platform, form, zone and picture of a hundred chats", async () => {
    const bot = await botWith({ env: PRICES });
    const chats = Array.from(
      { length: 100 },
      (_, n) =>
        ({
          id: `chat-${n}`,
          language: LANGUAGES[n % 3] ?? "en",
          address: {
            platform: n % 2 === 0 ? "telegram" : "discord",
            channel: `${n}`,
            thread: null,
          },
          form: n % 4 < 2 ? "brief" : "full",
          timeZone: n % 5 === 0 ? "Asia/Tehran" : "Europe/Vienna",
          picture: n % 7 === 0,
        }) as const,
    );
    for (const { id, language, ...more } of chats) await bot.subscribe(id, language, EVE, more);
    await bot.minute(EVE);
    for (const language of LANGUAGES) await bot.ask(typedIn(language, "/status"));
    expect(bot.double.calls).toHaveLength(LANGUAGES.length);
    for (const { address, id, language } of chats) {
      const [owed] = await bot.store.outbox.waitingFor(subscriptionOf(id, { address }));
      const outgoing = owed === undefined ? null : await bot.store.outbox.message(owed.messageId);
      expect(JSON.stringify(outgoing?.message)).toContain(NOTE[language]);
    }

    const { input, output } = bot.double.spent;
    const metrics = await bot.metrics();
    expect(metrics).toContain(`parley_model_tokens_total{direction="input"} ${input}\n`);
    expect(metrics).toContain(`parley_model_tokens_total{direction="output"} ${output}\n`);
    const cost = Number(/^parley_model_cost_total (\S+)$/mu.exec(metrics)?.[1]);
    expect(cost).toBeCloseTo((input + 2 * output) / 1_000_000, 12);
    const stats = plain(await bot.ask({ ...typed("/stats"), asker: OPERATOR }));
    expect(stats).toContain(`Tokens today: ${(input + output).toLocaleString("en")} of 1,000,000`);
    const told = Number(/Cost today: (\S+)/u.exec(stats)?.[1]);
    expect(told).toBeCloseTo(cost, 4);
  });

  it("is kept as told, with the model and the version of the prompts", async () => {
    const bot = await botWith();
    await bot.subscribe("reader", "fa", EVE);
    await bot.subscribe("other", "fa", EVE, { form: "brief", timeZone: "Asia/Tehran" });
    await bot.minute(EVE);
    const [reader, other] = await bot.store.subscriptions.all(null, 2);
    expect(reader?.toldDigest).toBe(other?.toldDigest);
    const kept = await bot.store.archive.find(reader?.toldDigest ?? "");
    expect(kept?.narration?.by).toEqual({
      model: "small",
      prompts: expect.stringMatching(/^\w+$/),
    });
  });

  it("is written of before it falls due, so that a slow model is in time", async () => {
    const bot = await botWith();
    await bot.subscribe("reader", "en", EVE);
    await bot.minute(before(3));
    await bot.written(1);
    bot.double.behave({ kind: "stalls", after: "nothing" });
    await bot.minute(EVE);
    expect(bot.time.clock.now()).toEqual(EVE);
    expect((await bot.owedTo("reader"))[0]).toContain(NOTE.en);
    expect(await bot.metrics()).toContain(ONE_CALL);
  });

  it("costs nothing more after a restart", async () => {
    const bot = await botWith();
    await bot.subscribe("reader", "ar", EVE);
    await bot.minute(before(1));
    await bot.written(1);
    const calls = bot.double.calls.length;
    open = await bot.restart();
    await open.minute(EVE);
    expect((await open.owedTo("reader"))[0]).toContain(NOTE.ar);
    expect(bot.double.calls).toHaveLength(calls);
  });
});

describe("a briefing goes out without a model's words", () => {
  it.each(["nothing", "half"] as const)("when the model stalls after %s", async (came) => {
    const bot = await botWith({ behaviour: { kind: "stalls", after: came } });
    await bot.subscribe("reader", "en", EVE);
    await bot.minute(EVE);
    const waitedMs = bot.time.clock.now().getTime() - EVE.getTime();
    expect(waitedMs).toBeGreaterThanOrEqual(8_000);
    expect(waitedMs).toBeLessThan(10_000);
    const [told = ""] = await bot.owedTo("reader");
    expect(told).toContain("Phase: Scheduled");
    expect(told).not.toContain(NOTE.en);
    expect(await bot.metrics()).toContain('parley_narrations_total{outcome="deadline"} 1');
  });

  it("and keeps no news waiting meanwhile", async () => {
    const bot = await botWith({ behaviour: { kind: "stalls", after: "nothing" } });
    await bot.subscribe("reader", "en", EVE);
    bot.time.pass(10 * MINUTE_MS);
    const minute = bot.bot.planner.minute();
    await bot.bot.planner.news();
    expect(await bot.owedTo("reader")).toEqual([]);
    await bot.letting(minute);
    expect(await bot.owedTo("reader")).toHaveLength(1);
  });

  it("when the model is gone since the one before", async () => {
    const bot = await botWith();
    await bot.subscribe("reader", "en", EVE);
    await bot.minute(EVE);
    await bot.double.close();
    const tomorrow = after(24 * 60);
    await bot.minute(tomorrow);
    const [first = "", second = ""] = await bot.owedTo("reader");
    expect(first).toContain(NOTE.en);
    expect(second).not.toContain(NOTE.en);
    const metrics = await bot.metrics();
    expect(metrics).toContain('parley_narrations_total{outcome="told"} 1');
    expect(metrics).toContain('parley_narrations_total{outcome="unreachable"} 1');
  });

  it("when the day's tokens are spent, and no call is made", async () => {
    const bot = await botWith({ env: { LLM_DAILY_TOKENS: "100" } });
    await bot.subscribe("reader", "en", EVE);
    await bot.minute(EVE);
    expect(bot.double.calls).toEqual([]);
    expect((await bot.owedTo("reader"))[0]).not.toContain(NOTE.en);
    const metrics = await bot.metrics();
    expect(metrics).toContain('parley_narrations_total{outcome="over-budget"} 1');
    expect(metrics).toContain("parley_model_budget_left_tokens 100");
  });
});

it("leaves tokens to briefings that readers may not spend", async () => {
  const bot = await botWith({ env: { LLM_DAILY_TOKENS: "10000", LLM_BRIEFINGS_PERCENT: "90" } });
  await bot.subscribe("reader", "en", EVE);
  for (const line of ["/status", "/digest", "/ask where do they meet?"])
    expect(await bot.ask(typed(line))).not.toContain(NOTE.en);
  expect(bot.double.calls).toEqual([]);
  await bot.minute(EVE);
  expect((await bot.owedTo("reader"))[0]).toContain(NOTE.en);
  const stats = plain(await bot.ask({ ...typed("/stats"), asker: OPERATOR }));
  expect(stats).toContain("Of these, kept for scheduled briefings: 9,000");
  expect(await bot.metrics()).toContain("parley_model_readers_left_tokens 0");
});

describe("a model that lies", () => {
  it.each(LANGUAGES.flatMap((language) => [1, 2, 3].map((seed) => ({ language, seed }))))(
    "is heard in no message in $language (seed $seed)",
    async ({ language, seed }) => {
      const bot = await botWith({ behaviour: { kind: "lies", share: 0.5 }, seed });
      await bot.subscribe("reader", language, EVE);
      await bot.minute(EVE);
      const told = [
        ...(await bot.owedTo("reader")),
        await bot.ask(typedIn(language, "/status")),
        await bot.ask(typedIn(language, "/ask enrichment")),
      ].join("\n");
      expect(bot.double.planted.length).toBeGreaterThan(0);
      // What is true of another claim is told elsewhere in the same message.
      const lies = bot.double.planted.filter(({ kind }) => kind !== "claim");
      const heard = lies.filter(({ text }) => told.includes(plain(text)));
      expect(heard).toEqual([]);
    },
  );
});

/** As messages show it, line breaks aside. */
const plain = (text: string): string => text.replace(/\s+/gu, " ");

describe("/ask", () => {
  it.each(LANGUAGES)("is answered in %s, with the sources of each sentence", async (language) => {
    const bot = await botWith();
    const answer = await bot.ask(typedIn(language, "/ask where do they meet?"));
    expect(answer).toMatch(/\[[1۱]\]/u);
    expect(answer).toContain(NOTE[language]);
  });

  it("says so where the sources do not tell", async () => {
    const bot = await botWith({
      behaviour: { kind: "says", content: '{"sentences":[],"translations":[]}' },
    });
    expect(await bot.ask(typed("/ask who wins the cup?"))).toContain("I find no answer");
    expect(await bot.metrics()).toContain('parley_answers_total{outcome="silent"} 1');
  });

  it("answers a person twenty questions an hour", async () => {
    const bot = await botWith();
    for (let asked = 0; asked < 20; asked += 1) {
      bot.time.pass(MINUTE_MS);
      expect(await bot.ask(typed(`/ask question ${asked}`))).not.toContain("20 questions an hour");
    }
    const calls = bot.double.calls.length;
    expect(await bot.ask(typed("/ask one more"))).toContain("20 questions an hour");
    const { asker, ...other } = typed("/ask and I?");
    await bot.ask({ ...other, asker: { ...asker, id: "telegram:43" } });
    expect(bot.double.calls).toHaveLength(calls + 1);
    bot.time.pass(60 * MINUTE_MS);
    expect(await bot.ask(typed("/ask again"))).not.toContain("20 questions an hour");
  });
});

it("tells operators what it spent, and what came of it", async () => {
  const bot = await botWith({ env: PRICES });
  await bot.subscribe("reader", "en", EVE);
  await bot.minute(EVE);
  const stats = plain(await bot.ask({ ...typed("/stats"), asker: OPERATOR }));
  expect(stats).toMatch(/Language model .* small .* Tokens today: [\d,]+ of 1,000,000/u);
  expect(stats).toMatch(/Cost today: 0\.0\d+ .* 1 in its words, 0 without/u);
  const metrics = await bot.metrics();
  expect(metrics).toContain('parley_model_calls_total{purpose="digest",outcome="written"} 1');
  expect(metrics).toMatch(/parley_model_tokens_total\{direction="input"\} [1-9]/u);
  expect(metrics).toMatch(/parley_model_cost_total 0\.0/u);
  expect(metrics).toMatch(/parley_model_sentences_total\{fate="kept"\} [1-9]/u);
  expect(metrics).toContain("parley_model_resting 0");
});
