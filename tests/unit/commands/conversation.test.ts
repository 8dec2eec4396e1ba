import { describe, expect, it } from "vitest";
import { z } from "zod";
import { commandTable } from "../../../src/commands/command-table.ts";
import { type Command, defineCommand } from "../../../src/commands/command.ts";
import type { CommandCall } from "../../../src/platform/conversation.ts";
import { StoreError } from "../../../src/store/store-error.ts";
import {
  conversationOf,
  demoDesk,
  EVE,
  pressed,
  showMessage,
  shown,
  typed,
  typedIn,
} from "../../support/conversations.ts";
import { seaTalks } from "../../support/other-desk.ts";

const desk = demoDesk();
const other = seaTalks();
const later = (seconds: number) => new Date(EVE.getTime() + seconds * 1_000);
const CHANNEL = { platform: "telegram", channel: "-100", thread: null };

const breaking = (error: Error): Command =>
  defineCommand({
    form: {
      name: "break",
      description: { en: "Breaks", ar: "يتعطل", fa: "می‌شکند" },
      audience: "everyone",
      options: [],
    },
    options: z.object({}),
    answer: async () => {
      throw error;
    },
  });

describe("what people give that is no command", () => {
  it.each([
    ["en", "/statsu", "There is no command", "Did you mean ⁦/status⁩?".replaceAll(/[⁦⁩]/g, "")],
    ["ar", "/statsu", "لا يوجد أمر باسم", "هل تقصد"],
    ["fa", "/statsu", "وجود ندارد", "آیا منظورتان"],
  ])("is answered in %s with the nearest there is, and help", async (language, line, no, near) => {
    const { conversation } = await conversationOf({ talks: [desk] });

    const said = shown(await conversation.answer(typedIn(language, line)));

    expect(said).toContain(no);
    expect(said).toContain(near);
    expect(said).toContain("/quotes");
  });

  it("finds commands whatever their case", async () => {
    const { conversation } = await conversationOf({ talks: [desk] });

    expect(shown(await conversation.answer(typed("/STATUS")))).toContain("Phase: Scheduled");
  });

  it("tells operators alone of what only they may do", async () => {
    const { conversation } = await conversationOf({
      talks: [desk],
      operators: new Set(["telegram:7"]),
    });
    const operator = { id: "telegram:7", languageHint: "en" };

    expect(shown(await conversation.answer(typed("/help")))).not.toContain("/broadcast");
    expect(shown(await conversation.answer(typed("/help", { asker: operator })))).toContain(
      "/broadcast",
    );
    expect(shown(await conversation.answer(typed("/stats")))).toContain("Only the operators");
  });

  it.each([
    ["en", "/digest brief tomorrowish", "cannot be read"],
    ["ar", "/timeline page=900000", "عدد صحيح"],
    ["fa", "/quotes speaker=ناکس", "خوانده نشد"],
    ["en", `/quotes ${"x".repeat(4_097)}`, "too long"],
    ["fa", `/quotes ${"ش".repeat(4_096)}`, "خوانده نشد"],
    ["en", "/status at noon", "means nothing to this command"],
  ])("is told apart in %s: %.40s", async (language, line, says) => {
    const { conversation } = await conversationOf({ talks: [desk] });

    const answer = await conversation.answer(typedIn(language, line));

    expect(answer?.message.language).toBe(language);
    expect(answer?.audience).toBe("asker");
    expect(shown(answer)).toContain(says);
    expect(shown(answer).length).toBeLessThan(900);
  });
});

describe("buttons", () => {
  it.each([
    ["of a command that is gone", pressed("gone")],
    ["with an option nothing reads", pressed("timeline", { period: "forever" })],
    ["with a page that is none", pressed("timeline", { page: "-1" })],
    ["about talks that are not followed", pressed("status", { talks: "atlantis" })],
    ["with an end that is no time", pressed("timeline", { until: "__proto__" })],
  ])("%s are out of date, and offer a fresh one", async (_, call) => {
    const { conversation } = await conversationOf({ talks: [desk] });

    const answer = await conversation.answer(call);

    expect(shown(answer)).toContain("This button is out of date.");
    expect(answer?.message.controls?.[0]?.[0]).toMatchObject({ call: { command: "status" } });
  });

  it("lead through all pages and back, the same however much is read meanwhile", async () => {
    const { conversation, turn } = await conversationOf({ talks: [desk] });
    const first = await conversation.answer(typed("/timeline 45d"));
    const next = first?.message.controls?.[0]?.[0];
    if (next?.kind !== "button") throw new Error("no button");
    turn(later(3_600));

    const second = await conversation.answer(pressed(next.call.command, next.call.options));
    const back = second?.message.controls?.[0]?.[0];
    if (back?.kind !== "button") throw new Error("no button");
    const again = await conversation.answer(pressed(back.call.command, back.call.options));

    expect(second?.placement).toBe("here");
    expect(shown(second)).toContain("Page 2 of");
    expect(shown(again)).toBe(shown(first));
  });
});

describe("the language of an answer", () => {
  it.each([
    ["fa-IR", "fa"],
    ["ar_EG", "ar"],
    ["en-US", "en"],
    ["de", "ar"],
    [null, "ar"],
  ])("follows the client's %s to %s, where ours is Arabic", async (languageHint, language) => {
    const { conversation } = await conversationOf({ talks: [desk], language: "ar" });

    const answer = await conversation.answer(
      typed("/status", { asker: { id: "telegram:42", languageHint } }),
    );

    expect(answer?.message.language).toBe(language);
  });

  it("is the chat's where it has chosen one, and its threads follow", async () => {
    const { conversation, context } = await conversationOf({ talks: [desk] });
    await context.store.chats.keep({
      address: CHANNEL,
      place: "group",
      language: "fa",
      timeZone: "America/New_York",
      talks: null,
    });

    const answer = await conversation.answer(
      typed("/status", { from: { ...CHANNEL, thread: "7" }, place: "group" }),
    );

    expect(answer?.message.language).toBe("fa");
    expect(shown(answer)).toContain("۱۳:۰۰");
  });
});

describe("the talks of an answer", () => {
  it("are the first that are followed, those named, or the chat's", async () => {
    const { conversation } = await conversationOf({ talks: [desk, other] });
    const title = async (line: string) =>
      shown(await conversation.answer(typed(line))).split("\n")[0];

    expect(await title("/status")).toBe("Iran–US talks");
    expect(await title("/status sea-talks")).toBe("Sea talks");
    expect(await title("/status talks=sea-talks")).toBe("Sea talks");
    expect(await title("/talks sea-talks")).toContain(
      "From now on commands here are about: Sea talks.",
    );
    expect(await title("/status")).toBe("Sea talks");
    expect(await title("/status iran-us")).toBe("Iran–US talks");
  });

  it("are chosen for a group by its administrators alone", async () => {
    const { conversation, context } = await conversationOf({ talks: [desk, other] });
    const inGroup = (may: boolean): Partial<CommandCall> => ({
      from: CHANNEL,
      place: "group",
      mayAdminister: () => Promise.resolve(may),
    });

    const refused = await conversation.answer(typed("/talks sea-talks", inGroup(false)));
    expect(shown(refused)).toContain("Only administrators");
    expect(await context.store.chats.find(CHANNEL)).toBeNull();

    await conversation.answer(typed("/talks sea-talks", inGroup(true)));
    expect((await context.store.chats.find(CHANNEL))?.talks).toBe("sea-talks");
  });

  it("are read without asking the platform who may administer", async () => {
    const { conversation } = await conversationOf({ talks: [desk] });
    let asked = 0;
    const mayAdminister = () => Promise.resolve((asked += 1) > 0);

    await conversation.answer(typed("/status", { place: "group", mayAdminister }));

    expect(asked).toBe(0);
  });
});

describe("a flood", () => {
  it("gets one polite answer in the person's language, then silence, then answers again", async () => {
    const { conversation, turn } = await conversationOf({ talks: [desk] });
    const ask = () => conversation.answer(typedIn("fa", "/help"));
    for (let count = 0; count < 10; count += 1) await ask();

    expect(shown(await ask())).toContain("لطفاً ۳۰ ثانیه صبر کنید");
    expect(await ask()).toBeNull();
    turn(later(30));
    expect(await ask()).not.toBeNull();
  });

  it("is counted for a channel as one, whoever posts in it", async () => {
    const { conversation } = await conversationOf({ talks: [desk] });
    const post = (n: number) =>
      conversation.answer(
        typed("/help", {
          from: CHANNEL,
          place: "channel",
          asker: { id: `telegram:${n}`, languageHint: null },
        }),
      );
    for (let n = 0; n < 11; n += 1) await post(n);

    expect(await post(99)).toBeNull();
  });

  it("of one reader's presses in a channel silences nobody else there", async () => {
    const { conversation } = await conversationOf({ talks: [desk] });
    const press = (id: string) =>
      conversation.answer({
        ...pressed("why", {}),
        from: CHANNEL,
        place: "channel",
        asker: { id, languageHint: null },
      });
    for (let n = 0; n < 12; n += 1) await press("telegram:7");

    expect(await press("telegram:7")).toBeNull();
    expect(await press("telegram:8")).not.toBeNull();
  });
});

describe("trouble on our side", () => {
  it.each([
    ["en", "Something went wrong on our side"],
    ["ar", "حدث خطأ من جانبنا"],
    ["fa", "مشکلی از سوی ما پیش آمد"],
  ])("is owned up to in %s, with a number that the log has", async (language, says) => {
    const { conversation, logged } = await conversationOf({
      talks: [desk],
      commands: () => [breaking(new Error("no such thing"))],
    });

    const said = shown(await conversation.answer(typedIn(language, "/break")));

    expect(said).toContain(says);
    expect(said).toContain(String(logged[0]?.fields["id"]));
    expect(logged[0]).toMatchObject({ event: "command failed", fields: { command: "break" } });
    expect(said).not.toContain("no such thing");
  });

  it("asks to try again when another process holds the store", async () => {
    const { conversation } = await conversationOf({
      talks: [desk],
      commands: () => [breaking(new StoreError("locked", "wait"))],
    });

    expect(shown(await conversation.answer(typedIn("ar", "/break")))).toContain("نحن مشغولون");
  });

  it("is answered though the chat itself cannot be read", async () => {
    const { context } = await conversationOf({ talks: [desk] });
    const chats = {
      ...context.store.chats,
      find: () => Promise.reject(new StoreError("locked", "wait")),
    };
    const { conversation, logged } = await conversationOf({
      talks: [desk],
      store: { ...context.store, chats },
    });

    expect(shown(await conversation.answer(typedIn("fa", "/status")))).toContain("مشغول");
    expect(logged).toHaveLength(1);
  });
});

describe("words typed in a form", () => {
  it.each([
    ["quotes", "speaker", "ara", "en", "Abbas Araghchi"],
    ["quotes", "speaker", "عراق", "fa", "عباس عراقچی"],
    ["quotes", "speaker", "روبيو", "ar", "ماركو روبيو"],
    ["positions", "party", "", "ar", "إيران"],
    ["positions", "topic", "miss", "fa", "موشک‌ها"],
    ["digest", "since", "2", "en", "2d"],
  ])("complete /%s %s=%s", async (name, option, wanted, languageHint, label) => {
    const { conversation } = await conversationOf({ talks: [desk] });

    const found = await conversation.complete({
      name,
      option,
      typed: wanted,
      given: {},
      from: CHANNEL,
      asker: { id: "discord:1", languageHint },
    });

    expect(found.map((each) => each.label)).toContain(label);
    expect(found.length).toBeLessThanOrEqual(25);
  });

  it("complete nothing where there is no such command", async () => {
    const { conversation } = await conversationOf({ talks: [desk] });
    const asker = { id: "discord:1", languageHint: "en" };

    expect(
      await conversation.complete({
        name: "x",
        option: "y",
        typed: "z",
        given: {},
        from: CHANNEL,
        asker,
      }),
    ).toEqual([]);
  });
});

describe("our name typed in another chat", () => {
  const asker = { id: "telegram:42", languageHint: "ar" };

  it("offers where all talks stand, in the asker's language", async () => {
    const { conversation } = await conversationOf({ talks: [desk, other] });

    const results = await conversation.inline({ typed: "", asker });

    expect(results.map(({ title }) => title)).toEqual([
      "المحادثات الإيرانية الأمريكية",
      "محادثات البحر",
    ]);
    expect(results[0]?.description).toContain("محددة الموعد");
    const content = results[0]?.content;
    expect(content?.kind === "message" ? showMessage(content.message) : "").toContain("مسقط");
  });

  it("finds talks by words of any language", async () => {
    const { conversation } = await conversationOf({ talks: [desk, other] });

    expect(await conversation.inline({ typed: "دریا", asker })).toHaveLength(1);
    expect(await conversation.inline({ typed: "iran", asker })).toHaveLength(1);
    expect(await conversation.inline({ typed: "nowhere", asker })).toEqual([]);
  });

  it("finds a city for its time zone", async () => {
    const { conversation } = await conversationOf({ talks: [desk] });

    const [first] = await conversation.inline({ typed: "zone تهر", asker });

    expect(first?.content).toEqual({
      kind: "words",
      words: "/settings set=city to=Asia/Tehran",
    });
  });
});

describe("a chat that", () => {
  const asker = { id: "telegram:42", languageHint: "fa" };

  it("we join is greeted with what to do", async () => {
    const { conversation } = await conversationOf({ talks: [desk] });

    const message = await conversation.changed({
      kind: "joined",
      at: CHANNEL,
      place: "group",
      asker,
    });

    expect(message?.language).toBe("fa");
    const commands = message?.controls
      ?.flat()
      .flatMap((control) => (control.kind === "button" ? [control.call.command] : []));
    expect(commands).toEqual(["status", "subscribe", "help"]);
  });

  it("moves keeps what was chosen in it", async () => {
    const { conversation, context } = await conversationOf({ talks: [desk] });
    const to = { ...CHANNEL, channel: "-1001" };
    await context.store.chats.keep({
      address: CHANNEL,
      place: "group",
      language: "fa",
      timeZone: null,
      talks: null,
    });

    expect(await conversation.changed({ kind: "moved", from: CHANNEL, to })).toBeNull();

    expect((await context.store.chats.find(to))?.language).toBe("fa");
    expect(await context.store.chats.find(CHANNEL)).toBeNull();
  });

  it("throws us out gets nothing more", async () => {
    const { conversation, context } = await conversationOf({
      talks: [desk],
      commands: commandTable,
    });
    await conversation.answer(typed("/subscribe", { from: CHANNEL, place: "group" }));
    const before = await context.store.subscriptions.of(CHANNEL);

    await conversation.changed({ kind: "left", at: CHANNEL });

    const after = await context.store.subscriptions.of(CHANNEL);
    expect(before.map(({ status }) => status.kind)).toEqual(["active"]);
    expect(after.map(({ status }) => status.kind)).toEqual(["ended"]);
  });
});
