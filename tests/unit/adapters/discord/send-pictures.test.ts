import { afterEach, describe, expect, it, vi } from "vitest";
import type { Message } from "../../../../src/messages/message.ts";
import type { DeliveryKey } from "../../../../src/platform/adapter.ts";
import type { PaintPicture } from "../../../../src/platform/paint-picture.ts";
import type { Fault } from "../../../doubles/discord/faults.ts";
import type { Permission } from "../../../doubles/discord/permissions.ts";
import { renderAsSeen } from "../../../doubles/discord/render-as-seen.ts";
import type { SeenMessage } from "../../../doubles/discord/seen-message.ts";
import type { Channel } from "../../../doubles/discord/world.ts";
import { answer, type BotOptions, FORMS, said, startBot } from "../../../support/discord-bot.ts";
import { pngOf } from "../../../support/small-png.ts";
import { PICTURE } from "../../../support/messages.ts";

const KEY = "briefing-1-1" as DeliveryKey;
const signal = new AbortController().signal;

const shown = (words: string, more: Partial<Message> = {}) =>
  said(words, { picture: PICTURE, ...more });

const draws = () => vi.fn<PaintPicture>().mockResolvedValue(pngOf(12));
const drawsTwo = () => draws().mockResolvedValueOnce(pngOf(12)).mockResolvedValueOnce(pngOf(24));
const never = () => new Promise<never>(() => {});
const fails = () => Promise.reject(new Error("no fonts"));

type Bot = Awaited<ReturnType<typeof startBot>>;
const bots: Bot[] = [];

afterEach(async () => {
  for (const bot of bots.splice(0)) {
    await bot.stop();
    await bot.double.close();
    if (bot.double.violations.length > 0) throw new Error(JSON.stringify(bot.double.violations));
  }
});

/** A bot in a server with a channel where it may do all but `botLacks`, and a reader. */
async function inServer(options: BotOptions, botLacks: readonly Permission[] = []) {
  const bot = await startBot(options);
  bots.push(bot);
  const { double } = bot;
  await double.gateway.ready();
  await vi.waitFor(() => expect(double.commands()).toHaveLength(FORMS.length));
  const guild = double.guild({});
  const channel = double.channel({ guild, botLacks });
  return { ...bot, guild, channel, reader: double.member({ guild }) };
}

const at = ({ id }: Channel) => ({ platform: "discord", channel: id, thread: null });

/** What a reader sees of each message: its words, and the widths of its pictures. */
const seen = ({ seen: messages }: Channel) =>
  messages.map((message) => ({ text: wordsOf(message), pictures: widthsOf(message) }));

const wordsOf = ({ text }: SeenMessage): string => text;
const widthsOf = ({ pictures }: SeenMessage): readonly number[] =>
  pictures.map(({ bytes }) => Buffer.from(bytes).readUInt32BE(16));

const operations = ({ double }: Pick<Bot, "double">): readonly string[] =>
  double.requests.map(({ operation }) => operation);

/** Waits until Discord was told `times` times what an interaction comes to, or that it will be told. */
const announced = (bot: Pick<Bot, "double">, times = 1) =>
  vi.waitFor(() =>
    expect(operations(bot).filter((each) => each === "create_interaction_response")).toHaveLength(
      times,
    ),
  );

const deliver = async (bot: Pick<Bot, "adapter"> & { readonly channel: Channel }) => {
  const [part] = bot.adapter.render(shown("Talks resume"), "rich");
  return bot.adapter.send(at(bot.channel), part, KEY, signal);
};

describe("a briefing with a picture", () => {
  it("arrives with it, and with the card in words for those who cannot see it", async () => {
    const bot = await inServer({ paint: draws() });

    expect(await deliver(bot)).toMatchObject({ kind: "sent" });

    expect(seen(bot.channel)).toEqual([{ text: "Talks resume", pictures: [12] }]);
    expect(bot.channel.seen[0]?.pictures).toEqual([
      { name: "card.png", description: PICTURE.alt, bytes: pngOf(12) },
    ]);
    expect(bot.channel.seen[0]?.files).toEqual([]);
    const viewer = { timeZone: "Asia/Tehran", locale: "en-GB", now: new Date() };
    expect(renderAsSeen(bot.channel, viewer)).toContain(`[picture: ${PICTURE.alt.slice(0, 20)}`);
  });

  it("arrives with it from the outbox, where it was kept as JSON", async () => {
    const paint = draws();
    const { adapter, channel } = await inServer({ paint });
    const parts = JSON.stringify(adapter.render(shown("Talks resume"), "rich"));

    await adapter.send(at(channel), JSON.parse(parts)[0], KEY, signal);

    expect(paint).toHaveBeenCalledExactlyOnceWith(PICTURE);
    expect(seen(channel)).toEqual([{ text: "Talks resume", pictures: [12] }]);
  });

  it("brings its other files too", async () => {
    const { adapter, channel } = await inServer({ paint: draws() });
    const files = [{ name: "round.ics", mediaType: "text/calendar", content: "BEGIN:VCALENDAR" }];
    const [part] = adapter.render(shown("Talks resume", { files }), "rich");

    await adapter.send(at(channel), part, KEY, signal);

    expect(seen(channel)).toEqual([{ text: "Talks resume", pictures: [12] }]);
    expect(channel.seen[0]?.files).toMatchObject([{ name: "round.ics", text: "BEGIN:VCALENDAR" }]);
  });

  it("arrives once, though Discord's answer was lost", async () => {
    const bot = await inServer({ paint: draws() });
    bot.double.failNext("create_message", { kind: "drop-after" });

    expect(await deliver(bot)).toMatchObject({ kind: "retry", maybeSent: true });
    expect(await deliver(bot)).toMatchObject({ kind: "sent" });

    expect(seen(bot.channel)).toEqual([{ text: "Talks resume", pictures: [12] }]);
  });

  it("reaches those who follow an announcement channel", async () => {
    const { adapter, double, guild } = await inServer({ paint: draws() });
    const channel = double.channel({ guild, kind: "announcement" });
    const [part] = adapter.render(shown("Talks resume"), "rich");

    await adapter.send(at(channel), part, KEY, signal);

    expect(Number(channel.seen[0]?.body["flags"]) & 1).toBe(1);
  });

  it.each([
    ["cannot be drawn", { paint: fails }],
    ["is not drawn in time", { paint: never, impatient: true }],
  ])("arrives in words, and rich, where it %s", async (_, options) => {
    const bot = await inServer(options);

    expect(await deliver(bot)).toMatchObject({ kind: "sent" });

    expect(seen(bot.channel)).toEqual([{ text: "Talks resume", pictures: [] }]);
    expect(bot.channel.seen[0]?.body["embeds"]).toEqual([]);
    expect(bot.lines.join("\n")).toContain("goes without its picture");
    expect(bot.double.counters.invalidRequests).toBe(0);
  });

  it.each<[string, readonly Permission[]]>([
    ["no files", ["ATTACH_FILES"]],
    ["neither files nor embeds", ["ATTACH_FILES", "EMBED_LINKS"]],
  ])("arrives in words where a channel takes %s", async (_, botLacks) => {
    const bot = await inServer({ paint: draws() }, botLacks);

    expect(await deliver(bot)).toMatchObject({ kind: "sent" });

    expect(seen(bot.channel)).toEqual([{ text: "Talks resume", pictures: [] }]);
  });

  it.each<[string, Fault]>([
    ["for its form", { kind: "answer", status: 400, body: { code: 50_035, message: "Invalid" } }],
    ["for its size", { kind: "answer", status: 413, body: { code: 40_005, message: "Too large" } }],
  ])("arrives in words where Discord refuses the picture %s", async (_, fault) => {
    const bot = await inServer({ paint: draws() });
    bot.double.failNext("create_message", fault);

    expect(await deliver(bot)).toMatchObject({ kind: "sent" });

    expect(seen(bot.channel)).toEqual([{ text: "Talks resume", pictures: [] }]);
  });

  it("is gone where nothing may be said at all, and refused where the words are", async () => {
    const bot = await inServer({ paint: draws() });
    const mute = bot.double.channel({ guild: bot.guild, botLacks: ["SEND_MESSAGES"] });
    const invalid = { kind: "answer", status: 400, body: { code: 50_035, message: "x" } } as const;

    expect(await deliver({ ...bot, channel: mute })).toMatchObject({ kind: "gone" });
    bot.double.failNext("create_message", invalid, 2);
    expect(await deliver(bot)).toMatchObject({ kind: "refused" });
  });

  it("is not sent a second time for trouble that has nothing to do with it", async () => {
    const bot = await inServer({ paint: draws() });
    bot.double.failNext("create_message", { kind: "answer", status: 503 });

    expect(await deliver(bot)).toMatchObject({ kind: "retry" });

    expect(bot.double.counters.messagesCreated).toBe(0);
  });
});

describe("a message that is edited", () => {
  it.each([
    ["loses its picture with words that have none", said("after"), []],
    ["gets the new picture and loses the old one", shown("after"), [24]],
  ])("%s", async (_, after, pictures) => {
    const { adapter, channel } = await inServer({ paint: drawsTwo() });
    const [before] = adapter.render(shown("before"), "rich");
    const [part] = adapter.render(after, "rich");
    const sent = await adapter.send(at(channel), before, KEY, signal);

    await adapter.edit(at(channel), sent.kind === "sent" ? sent.messageId : "", part, signal);

    expect(seen(channel)).toEqual([{ text: "after", pictures }]);
    expect(channel.seen[0]?.body["attachments"]).toHaveLength(pictures.length);
  });
});

describe("an answer with a picture", () => {
  const INVALID = { kind: "answer", status: 400, body: { code: 50_035, message: "x" } } as const;

  it("is one message with the picture over the words", async () => {
    const bot = await inServer({ paint: draws() });
    bot.heard.answers = () => Promise.resolve(answer(shown("Scheduled")));

    await bot.reader.gives("status", {}, bot.channel);

    expect(seen(bot.channel)).toEqual([{ text: "Scheduled", pictures: [12] }]);
    expect(operations(bot)).not.toContain("execute_webhook");
  });

  it.each(["everyone", "asker"] as const)(
    "for %s that is late is announced, and comes with it",
    async (audience) => {
      const bot = await inServer({ paint: draws(), impatient: true });
      bot.heard.answers = async () => {
        await announced(bot);
        return answer(shown("Scheduled"), { audience });
      };

      void bot.reader.gives("status", {}, bot.channel);

      await vi.waitFor(() =>
        expect(seen(bot.channel)).toEqual([{ text: "Scheduled", pictures: [12] }]),
      );
      expect(bot.channel.seen[0]?.ephemeral).toBe(audience === "asker");
    },
  );

  it("comes in words where the picture cannot be drawn", async () => {
    const bot = await inServer({ paint: fails });
    bot.heard.answers = () => Promise.resolve(answer(shown("Scheduled")));

    await bot.reader.gives("status", {}, bot.channel);

    expect(seen(bot.channel)).toEqual([{ text: "Scheduled", pictures: [] }]);
  });

  it.each(["everyone", "asker"] as const)(
    "for %s is announced to them while its picture is drawn, and comes in words where it never is",
    async (audience) => {
      const bot = await inServer({ paint: never, impatient: true });
      bot.heard.answers = () => Promise.resolve(answer(shown("Scheduled"), { audience }));

      const outcome = await bot.reader.gives("status", {}, bot.channel);

      expect(outcome).toMatchObject({ kind: "message", ephemeral: audience === "asker" });
      expect(operations(bot)).toContain("update_original_webhook_message");
      expect(operations(bot)).not.toContain("delete_original_webhook_message");
      expect(seen(bot.channel)).toEqual([{ text: "Scheduled", pictures: [] }]);
    },
  );

  it("comes with its picture where the channel takes no files: answers always may", async () => {
    const bot = await inServer({ paint: draws() }, ["ATTACH_FILES"]);
    bot.heard.answers = () => Promise.resolve(answer(shown("Scheduled")));

    await bot.reader.gives("status", {}, bot.channel);

    expect(seen(bot.channel)).toEqual([{ text: "Scheduled", pictures: [12] }]);
  });

  it.each([
    ["in rich words where Discord refuses the picture", 1, 0],
    ["in a simpler form where it refuses those too", 2, 1],
  ])("comes %s", async (_, refusals, embeds) => {
    const bot = await inServer({ paint: draws() });
    bot.heard.answers = () => Promise.resolve(answer(shown("Scheduled")));
    bot.double.failNext("create_interaction_response", INVALID, refusals);

    await bot.reader.gives("status", {}, bot.channel);

    expect(seen(bot.channel)).toEqual([{ text: "Scheduled", pictures: [] }]);
    expect(bot.channel.seen[0]?.body["embeds"]).toHaveLength(embeds);
  });

  it("of several messages has it over the first", async () => {
    const bot = await inServer({ paint: draws() });
    bot.heard.answers = () => Promise.resolve(answer(shown("word ".repeat(1_500))));

    await bot.reader.gives("status", {}, bot.channel);

    await vi.waitFor(() => expect(bot.channel.seen.length).toBeGreaterThan(1));
    expect(seen(bot.channel).map(({ pictures }) => pictures)).toEqual([[12], []]);
  });
});

describe("a press that puts an answer in the message's place", () => {
  const NEXT = [
    [
      {
        kind: "button",
        label: "Next",
        call: { command: "status", options: { page: "2" } },
        weight: "plain",
      },
    ],
  ] as const;

  it.each([
    ["takes the picture away with words that have none", "at once", said("page 2"), []],
    ["puts the new picture in the old one's place", "at once", shown("page 2"), [24]],
    ["takes the picture away with words that have none", "late", said("page 2"), []],
    ["puts the new picture in the old one's place", "late", shown("page 2"), [24]],
  ])("%s, %s", async (_, when, second, pictures) => {
    const bot = await inServer({ paint: drawsTwo(), impatient: when === "late" });
    bot.heard.answers = async ({ pressed }) => {
      if (!pressed) return answer(shown("page 1", { controls: NEXT }), { audience: "asker" });
      if (when === "late") await announced(bot, 2);
      return answer(second, { placement: "here" });
    };
    await bot.reader.gives("status", {}, bot.channel);
    expect(seen(bot.channel)).toEqual([{ text: "page 1", pictures: [12] }]);

    const outcome = bot.reader.presses("Next", bot.channel);

    expect(await outcome).toMatchObject({ kind: "updated" });
    expect(seen(bot.channel)).toEqual([{ text: "page 2", pictures }]);
    expect(bot.channel.seen[0]?.body["attachments"]).toHaveLength(pictures.length);
  });
});
