import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ConfigError } from "../../src/config/env.ts";
import type { DeliveryKey } from "../../src/platform/adapter.ts";
import type { SendOutcome } from "../../src/platform/outcome.ts";
import type { Address } from "../../src/platform/address.ts";
import type { Gateway } from "../doubles/discord/gateway.ts";
import { HOSTILE_MESSAGES, SAMPLE_MESSAGES } from "../support/messages.ts";
import {
  answer,
  type BotOptions,
  DISCORD_TOKEN,
  FORMS,
  said,
  startBot,
} from "../support/discord-bot.ts";

const MANAGER = ["MANAGE_GUILD"] as const;
const KEY = "delivery-1-1" as DeliveryKey;
const signal = new AbortController().signal;

type Bot = Awaited<ReturnType<typeof startBot>>;
const bots: Bot[] = [];

/** A bot in a server with a channel, a manager and a reader. */
async function inServer(options: BotOptions = {}) {
  const bot = await startBot(options);
  bots.push(bot);
  const { double } = bot;
  await double.gateway.ready();
  await listening(bot);
  await registered(bot);
  const guild = double.guild({});
  const channel = double.channel({ guild });
  const manager = double.member({ guild, permissions: MANAGER, locale: "ar" });
  const reader = double.member({ guild });
  return { ...bot, guild, channel, manager, reader };
}

const listening = ({ lines }: Bot) =>
  vi.waitFor(() => expect(lines.join("\n")).toContain("listening to Discord"));

const registered = ({ double }: Bot) =>
  vi.waitFor(() => expect(double.commands()).toHaveLength(FORMS.length));

const at = (channel: { id: string }, thread: { id: string } | null = null): Address => ({
  platform: "discord",
  channel: channel.id,
  thread: thread?.id ?? null,
});

/** What a strict Discord found wrong, whom we would have called, and whether the token got out. */
const troubleOf = ({ double, lines }: Bot): readonly unknown[] => [
  ...double.violations,
  ...double.pings,
  ...lines.filter((line) => line.includes(DISCORD_TOKEN)),
];

afterEach(async () => {
  for (const bot of bots.splice(0)) {
    await bot.stop();
    await bot.double.close();
    const trouble = troubleOf(bot);
    if (trouble.length > 0) throw new Error(JSON.stringify(trouble));
  }
});

describe("commands", () => {
  it("are registered once, and left alone when nothing changed", async () => {
    const { double, stop } = await inServer();
    await stop();
    const again = await startBot({ double });
    await vi.waitFor(() => expect(double.gateway.counts.identified).toBe(2));
    await double.gateway.ready();
    await again.stop();

    const operations = double.requests.map((request) => JSON.stringify(request));
    expect(
      operations.filter((each) => each.includes("bulk_set_application_commands")),
    ).toHaveLength(1);
  });

  it("carry Arabic, types, limits and who may see them", async () => {
    const { double } = await inServer();

    const subscribe = double.commands().find(({ name }) => name === "subscribe");

    expect(subscribe).toMatchObject({
      description_localizations: { ar: "Subscribe (ar)" },
      options: [
        { name: "city", required: true, autocomplete: true },
        { name: "page", type: 4, min_value: 1, max_value: 9 },
        { name: "note", type: 3 },
        { name: "form", choices: [{ name: "Brief", value: "brief" }] },
      ],
    });
    expect(subscribe?.["default_member_permissions"]).toBe("32");
  });

  it("go only to the servers of the configuration", async () => {
    const first = await startBot();
    const guild = first.double.guild({});
    await first.stop();
    const bot = await startBot({ double: first.double, guilds: [guild.id] });
    bots.push(bot);

    await vi.waitFor(() => expect(bot.double.commands(guild)).toHaveLength(FORMS.length));
    expect(bot.double.commands()).toHaveLength(0);
  });
});

const INVALID_FORM = {
  kind: "answer",
  status: 400,
  body: { code: 50_035, message: "Invalid Form Body" },
} as const;

it("offers commands in English where Discord refuses a translation", async () => {
  const { double, stop } = await inServer();
  await stop();
  double.failNext("bulk_set_application_commands", INVALID_FORM);
  const [, ...fewer] = FORMS;
  const bot = await startBot({ double, commands: fewer });

  await vi.waitFor(() => expect(double.commands()).toHaveLength(fewer.length));

  await bot.stop();
  expect(bot.lines.join("\n")).toContain("trying without translations");
  expect(JSON.stringify(double.commands())).not.toContain("(ar)");
});

it("spreads over as many shards as Discord asks for", async () => {
  const { double, reader, channel } = await inServer({ shards: 2 });
  const guild = double.guild({});
  const elsewhere = double.channel({ guild });

  await reader.gives("status", {}, channel);
  await double.member({ guild }).gives("status", {}, elsewhere);

  expect(double.gateway.connected()).toBe(2);
  expect([channel.seen.length, elsewhere.seen.length]).toEqual([1, 1]);
});

describe("someone in a server", () => {
  it("gets a simpler answer where Discord refuses the rich one", async () => {
    const { double, reader, channel } = await inServer();
    double.failNext("create_interaction_response", INVALID_FORM);

    const outcome = await reader.gives("status", {}, channel);

    expect(outcome.kind).toBe("message");
    expect(channel.seen[0]?.body["embeds"]).toMatchObject([{ description: "answer to status" }]);
  });

  it("gives a command and everyone sees the answer", async () => {
    const { heard, reader, channel } = await inServer();

    const outcome = await reader.gives("status", {}, channel);

    expect(outcome).toMatchObject({ kind: "message", ephemeral: false });
    expect(channel.seen.map(({ text }) => text)).toEqual(["answer to status"]);
    expect(heard.calls).toMatchObject([
      {
        name: "status",
        place: "group",
        pressed: false,
        from: at(channel),
        asker: { id: `discord:${reader.id}`, languageHint: "en-US" },
      },
    ]);
    expect(await heard.calls[0]?.mayAdminister()).toBe(false);
    await vi.waitFor(() => expect(heard.spokenTo).toEqual([channel.id]));
  });

  it("gives options of every kind", async () => {
    const { heard, manager, channel } = await inServer();

    await manager.gives("subscribe", { city: "IR-Tehran", page: 3, form: "brief" }, channel);

    expect(heard.calls[0]?.input).toEqual({
      kind: "options",
      options: { city: "IR-Tehran", page: "3", form: "brief" },
    });
    expect(heard.calls[0]?.asker.languageHint).toBe("ar");
    expect(await heard.calls[0]?.mayAdminister()).toBe(true);
  });

  it("types and sees suggestions that Discord takes", async () => {
    const { heard, manager, channel } = await inServer();
    heard.completes = () =>
      Promise.resolve([
        { label: "Tehran", value: "Asia/Tehran" },
        { label: "x".repeat(300), value: "long label" },
        { label: "too long", value: "x".repeat(101) },
        ...Array.from({ length: 40 }, (_, n) => ({ label: `city ${n}`, value: `c${n}` })),
      ]);

    const choices = await manager.types("subscribe", "city", "teh", channel);

    expect(choices).toHaveLength(25);
    expect(choices[0]).toEqual({ name: "Tehran", value: "Asia/Tehran" });
    expect(heard.completions).toMatchObject([{ name: "subscribe", option: "city", typed: "teh" }]);
  });

  it("alone sees an answer that is for the asker", async () => {
    const { heard, reader, channel } = await inServer();
    heard.answers = () => Promise.resolve(answer(said("yours"), { audience: "asker" }));

    const outcome = await reader.gives("status", {}, channel);

    expect(outcome).toMatchObject({ kind: "message", ephemeral: true });
    expect(heard.spokenTo).toEqual([]);
  });

  it("gets a long answer as several messages, all for the asker", async () => {
    const { heard, reader, channel } = await inServer();
    const long = said("word ".repeat(3_000));
    heard.answers = () => Promise.resolve(answer(long, { audience: "asker" }));

    await reader.gives("status", {}, channel);

    await vi.waitFor(() => expect(channel.seen.length).toBeGreaterThan(3));
    expect(channel.seen.every(({ ephemeral }) => ephemeral)).toBe(true);
  });

  it("presses a button that puts the answer in the message's place", async () => {
    const { heard, reader, channel } = await inServer();
    heard.answers = (call) =>
      Promise.resolve(
        call.pressed
          ? answer(said("page 2"), { placement: "here" })
          : answer(
              said("page 1", {
                controls: [
                  [
                    {
                      kind: "button",
                      label: "Next",
                      call: { command: "status", options: { page: "2" } },
                      weight: "plain",
                    },
                  ],
                ],
              }),
            ),
      );
    await reader.gives("status", {}, channel);

    const outcome = await reader.presses("Next", channel);

    expect(outcome.kind).toBe("updated");
    expect(channel.seen.map(({ text }) => text)).toEqual(["page 2"]);
    expect(heard.calls[1]).toMatchObject({
      name: "status",
      pressed: true,
      input: { options: { page: "2" } },
    });
  });

  it("presses a button under a plain embed and gets components in its place", async () => {
    const { adapter, heard, reader, channel } = await inServer();
    const message = said("plain", {
      controls: [
        [
          {
            kind: "button",
            label: "More",
            call: { command: "status", options: {} },
            weight: "primary",
          },
        ],
      ],
    });
    const [part] = adapter.render(message, "simple");
    await adapter.send(at(channel), part, KEY, signal);
    heard.answers = () => Promise.resolve(answer(said("rich"), { placement: "here" }));

    const outcome = await reader.presses("More", channel);

    expect(outcome.kind).toBe("updated");
    expect(channel.seen.map(({ text }) => text)).toEqual(["rich"]);
  });

  it("chooses from a select", async () => {
    const { adapter, heard, reader, channel } = await inServer();
    const [part] = adapter.render(
      said("settings", {
        controls: [
          [
            {
              kind: "select",
              label: "Language",
              call: { command: "settings", options: { talks: "iran-us" } },
              fills: "language",
              choices: [
                { label: "English", value: "en", chosen: true },
                { label: "فارسی", value: "fa", chosen: false },
              ],
            },
          ],
        ],
      }),
      "rich",
    );
    await adapter.send(at(channel), part, KEY, signal);

    await reader.chooses("Language", "fa", channel);

    expect(heard.calls).toMatchObject([
      { name: "settings", pressed: true, input: { options: { talks: "iran-us", language: "fa" } } },
    ]);
  });

  it("searches through a modal", async () => {
    const { adapter, heard, reader, channel } = await inServer();
    const [part] = adapter.render(
      said("settings", {
        controls: [
          [
            {
              kind: "search",
              label: "Time zone",
              call: { command: "settings", options: { talks: "iran-us" } },
              fills: "city",
              question: "Which city?",
            },
          ],
        ],
      }),
      "rich",
    );
    await adapter.send(at(channel), part, KEY, signal);

    const modal = await reader.presses("Time zone", channel);
    expect(modal).toMatchObject({ kind: "modal", modal: { title: "Time zone" } });
    await reader.submits(modal, "تهران");

    expect(heard.calls).toMatchObject([
      { name: "settings", pressed: true, input: { options: { talks: "iran-us", city: "تهران" } } },
    ]);
  });

  it("gets a clear answer to a control of another version", async () => {
    const { adapter, heard, reader, channel } = await inServer();
    const part = {
      body: {
        flags: 1 << 15,
        components: [
          {
            type: 1 as const,
            components: [
              { type: 2 as const, style: 2 as const, label: "Old", custom_id: "0|gone%zz" },
            ],
          },
        ],
      },
      files: [],
    };
    await adapter.send(at(channel), part, KEY, signal);

    await reader.presses("Old", channel);

    expect(heard.calls).toMatchObject([{ name: "", pressed: true, input: { options: {} } }]);
  });

  it("reads and asks in a thread", async () => {
    const { adapter, double, heard, reader, channel } = await inServer();
    const thread = double.thread({ parent: channel });
    const [part] = adapter.render(said("in the thread"), "rich");

    expect((await adapter.send(at(channel, thread), part, KEY, signal)).kind).toBe("sent");
    await reader.gives("status", {}, thread);

    expect(thread.seen.map(({ text }) => text)).toEqual(["in the thread", "answer to status"]);
    expect(heard.calls[0]?.from).toEqual(at(channel, thread));
  });
});

describe("someone in a direct message", () => {
  it("may settle everything and gets deliveries", async () => {
    const { adapter, heard, manager } = await inServer();
    const direct = manager.direct();

    await manager.gives("status", {}, direct);
    const [part] = adapter.render(said("a briefing"), "rich");
    const outcome = await adapter.send(at(direct), part, KEY, signal);

    expect(heard.calls).toMatchObject([{ place: "private", from: at(direct) }]);
    expect(await heard.calls[0]?.mayAdminister()).toBe(true);
    expect(outcome.kind).toBe("sent");
  });

  it("who closed them is gone", async () => {
    const { adapter, reader } = await inServer();
    reader.takesDirectMessages(false);
    const [part] = adapter.render(said("a briefing"), "rich");

    expect(await adapter.send(at(reader.direct()), part, KEY, signal)).toMatchObject({
      kind: "gone",
    });
  });
});

/** Waits until Discord was told that an answer will come. */
const acknowledged = (double: Bot["double"]) =>
  vi.waitFor(() =>
    expect(double.requests.map(({ operation }) => operation)).toContain(
      "create_interaction_response",
    ),
  );

describe("an answer that is late", () => {
  it("is announced to the asker and stays with the asker", async () => {
    const { double, heard, reader, channel } = await inServer({ impatient: true });
    heard.answers = async () => {
      await acknowledged(double);
      return answer(said("private words"), { audience: "asker" });
    };

    const outcome = await reader.gives("status", {}, channel);

    expect(outcome).toMatchObject({ kind: "message", ephemeral: true });
    expect(channel.seen.map(({ text }) => text)).toEqual(["private words"]);
  });

  it("follows in public when it is for everyone", async () => {
    const { double, heard, reader, channel } = await inServer({ impatient: true });
    heard.answers = async () => {
      await acknowledged(double);
      return answer(said("public words"));
    };

    void reader.gives("status", {}, channel);

    await vi.waitFor(
      () => expect(channel.seen.map(({ text }) => text)).toEqual(["public words"]),
      3_000,
    );
    expect(channel.seen[0]?.ephemeral).toBe(false);
  });

  it("to a press comes in the message's place", async () => {
    const { double, adapter, heard, reader, channel } = await inServer({ impatient: true });
    const controls = [
      [{ kind: "button", label: "Go", call: { command: "status", options: {} }, weight: "plain" }],
    ] as const;
    const [part] = adapter.render(said("before", { controls }), "rich");
    await adapter.send(at(channel), part, KEY, signal);
    heard.answers = async () => {
      await acknowledged(double);
      return answer(said("after"), { placement: "here" });
    };

    expect((await reader.presses("Go", channel)).kind).toBe("updated");
    expect(channel.seen.map(({ text }) => text)).toEqual(["after"]);
  });

  it("that never comes leaves nothing to look at", async () => {
    const { heard, reader, channel } = await inServer();
    heard.answers = () => Promise.resolve(null);

    void reader.gives("status", {}, channel);

    await vi.waitFor(() => expect(heard.calls).toHaveLength(1));
    await vi.waitFor(() => expect(channel.seen).toEqual([]));
  });

  it("that fails is logged and harms nobody", async () => {
    const { heard, lines, reader, channel } = await inServer();
    heard.answers = () => Promise.reject(new TypeError("a bug"));
    void reader.gives("status", {}, channel);
    await vi.waitFor(() => expect(lines.join("\n")).toContain("a bug"));
    heard.answers = () => Promise.resolve(answer(said("still here")));

    await reader.gives("status", {}, channel);

    expect(channel.seen.map(({ text }) => text)).toEqual(["still here"]);
  });
});

describe("a delivery", () => {
  it.each(["rich", "simple"] as const)("of any kind is taken in the %s style", async (style) => {
    const { adapter, channel } = await inServer();
    const parts = [...SAMPLE_MESSAGES, ...HOSTILE_MESSAGES]
      .flatMap(([, message]) => adapter.render(message, style))
      .map((part, place) => [part, `key-${place}` as DeliveryKey] as const);
    const send = async (
      part: (typeof parts)[number][0],
      key: DeliveryKey,
    ): Promise<SendOutcome> => {
      const outcome = await adapter.send(at(channel), part, key, signal);
      if (outcome.kind !== "wait") return outcome;
      await pause(outcome.ms);
      return send(part, key);
    };

    const outcomes = await Array.fromAsync(parts, ([part, key]) => send(part, key));

    expect(outcomes.filter(({ kind }) => kind !== "sent")).toEqual([]);
    expect(channel.seen).toHaveLength(parts.length);
  });

  it("under the same key is sent once", async () => {
    const { adapter, channel } = await inServer();
    const [part] = adapter.render(said("once"), "rich");

    const first = await adapter.send(at(channel), part, KEY, signal);
    const second = await adapter.send(at(channel), part, KEY, signal);

    expect(second).toEqual(first);
    expect(channel.seen).toHaveLength(1);
  });

  it("whose answer was lost is sent once all the same", async () => {
    const { adapter, double, channel } = await inServer();
    const [part] = adapter.render(said("once"), "rich");
    double.failNext("create_message", { kind: "drop-after" });

    expect(await adapter.send(at(channel), part, KEY, signal)).toMatchObject({
      kind: "retry",
      maybeSent: true,
    });
    expect(await adapter.send(at(channel), part, KEY, signal)).toMatchObject({ kind: "sent" });
    expect(channel.seen).toHaveLength(1);
  });

  it.each(["rich", "simple"] as const)("brings its file in the %s style", async (style) => {
    const { adapter, channel } = await inServer();
    const file = { name: "round.ics", mediaType: "text/calendar", content: "BEGIN:VCALENDAR" };
    const [part] = adapter.render(said("with a file", { files: [file] }), style);

    expect((await adapter.send(at(channel), part, KEY, signal)).kind).toBe("sent");
    expect(channel.seen[0]?.files).toMatchObject([{ name: "round.ics", text: "BEGIN:VCALENDAR" }]);
  });

  it("is edited where it was sent, and gone once deleted", async () => {
    const { adapter, channel, double } = await inServer();
    const [before] = adapter.render(said("before"), "rich");
    const [after] = adapter.render(said("after"), "rich");
    const sent = await adapter.send(at(channel), before, KEY, signal);
    const id = sent.kind === "sent" ? sent.messageId : "";

    expect((await adapter.edit(at(channel), id, after, signal)).kind).toBe("sent");
    expect(channel.seen.map(({ text }) => text)).toEqual(["after"]);
    channel.messages.clear();
    expect(await adapter.edit(at(channel), id, after, signal)).toMatchObject({ kind: "gone" });
    expect(double.counters.messagesEdited).toBe(1);
  });

  it("to an announcement channel reaches its followers, and failing that is still sent", async () => {
    const { adapter, double, guild } = await inServer();
    const channel = double.channel({ guild, kind: "announcement" });
    const [part] = adapter.render(said("news"), "rich");

    await adapter.send(at(channel), part, "news-1" as DeliveryKey, signal);
    double.failNext("crosspost_message", { kind: "answer", status: 500 });
    const second = await adapter.send(at(channel), part, "news-2" as DeliveryKey, signal);

    expect(Number(channel.seen[0]?.body["flags"]) & 1).toBe(1);
    expect(second.kind).toBe("sent");
  });

  it("that comes too fast waits without a refusal", async () => {
    const { adapter, double, channel } = await inServer();
    double.limit({ scale: 1 });
    const [part] = adapter.render(said("fast"), "rich");

    const outcomes = await Array.fromAsync(
      Array.from({ length: 7 }, (_, n) => `fast-${n}`),
      (key) => adapter.send(at(channel), part, key as DeliveryKey, signal),
    );

    expect(outcomes.map(({ kind }) => kind)).toEqual([
      "sent",
      "sent",
      "sent",
      "sent",
      "sent",
      "wait",
      "wait",
    ]);
    expect(double.counters.tooManyRequests).toBe(0);
  });

  it.each([
    [
      "a refusal to wait out",
      {
        kind: "answer",
        status: 429,
        body: { message: "slow", retry_after: 2.5, global: false },
        headers: { "retry-after": "2.5" },
      },
      { kind: "wait" },
    ],
    ["an outage", { kind: "answer", status: 503 }, { kind: "retry", maybeSent: false }],
    ["garbage of a gateway", { kind: "garbage" }, { kind: "retry", maybeSent: true }],
    ["a connection cut before", { kind: "drop-before" }, { kind: "retry", maybeSent: true }],
  ] as const)("meets %s", async (_, fault, expected) => {
    const { adapter, double, channel } = await inServer();
    const [part] = adapter.render(said("hello"), "rich");
    double.failNext("create_message", fault);

    expect(await adapter.send(at(channel), part, KEY, signal)).toMatchObject(expected);
  });

  it("where nobody is there is not sent", async () => {
    const { adapter, double, channel } = await inServer();
    const [part] = adapter.render(said("hello"), "rich");
    const send = () => adapter.send(at(channel), part, KEY, signal);
    await double.stop();

    expect(await send()).toMatchObject({ kind: "retry" });
    expect(await send()).toMatchObject({ kind: "retry", maybeSent: false });
    await double.start();
  });

  it("to a channel that lost its permissions, was deleted, or a locked thread is gone", async () => {
    const { adapter, double, guild, channel } = await inServer();
    const closed = double.channel({ guild, botLacks: ["SEND_MESSAGES"] });
    const thread = double.thread({ parent: channel, archived: true, locked: true });
    const [part] = adapter.render(said("hello"), "rich");
    const send = (to: Address) => adapter.send(to, part, KEY, signal);

    expect(await send(at(closed))).toMatchObject({ kind: "gone" });
    expect(await send(at(channel, thread))).toMatchObject({ kind: "gone" });
    double.deletes(channel);
    expect(await send(at(channel))).toMatchObject({ kind: "gone" });
  });
});

describe("a server", () => {
  it("that sends us away takes its channels with it", async () => {
    const { double, heard, guild, channel } = await inServer();
    const other = double.channel({ guild, name: "other" });

    double.kicks(guild);

    await vi.waitFor(() => expect(heard.changes).toHaveLength(2));
    expect(heard.changes).toEqual(
      expect.arrayContaining([
        { kind: "left", at: at(channel) },
        { kind: "left", at: at(other) },
      ]),
    );
  });

  it("that invites us is greeted; those that we were in are not", async () => {
    const { double, heard, guild, channel } = await inServer();
    expect(heard.changes.filter(({ kind }) => kind === "joined")).toHaveLength(0);
    double.kicks(guild);
    await vi.waitFor(() => expect(heard.changes).toHaveLength(1));
    heard.greeting = said("hello everyone");

    double.invites(guild);

    await vi.waitFor(() =>
      expect(channel.seen.map(({ text }) => text)).toEqual(["hello everyone"]),
    );
    expect(heard.changes.at(-1)).toMatchObject({ kind: "joined", at: at(channel), place: "group" });
  });

  it("tells of channels and threads that are deleted", async () => {
    const { double, heard, channel } = await inServer();
    const thread = double.thread({ parent: channel });

    double.deletes(thread);
    double.deletes(channel);

    await vi.waitFor(() => expect(heard.changes).toHaveLength(2));
    expect(heard.changes).toEqual([
      { kind: "left", at: at(channel, thread) },
      { kind: "left", at: at(channel) },
    ]);
  });
});

describe("the gateway", () => {
  it("may drop us: we come back and resume", async () => {
    const { double, heard, reader, channel } = await inServer();

    double.gateway.reconnect();

    await vi.waitFor(() => expect(double.gateway.counts.resumed).toBe(1), 5_000);
    await reader.gives("status", {}, channel);
    expect(heard.calls).toHaveLength(1);
  });

  it("may break every connection", async () => {
    const { double, reader, channel } = await inServer();

    double.gateway.drop();

    await vi.waitFor(
      () => expect(double.gateway.counts.resumed + double.gateway.counts.identified).toBe(2),
      5_000,
    );
    await double.gateway.ready();
    await reader.gives("status", {}, channel);
    expect(channel.seen).toHaveLength(1);
  });

  it("refuses a wrong token: said once, then over", async () => {
    const bot = await startBot({ token: "wrong.token" });
    bots.push(bot);

    await expect(bot.listening).rejects.toThrow(ConfigError);
    await expect(bot.listening).rejects.toThrow("DISCORD_TOKEN");
    const [part] = bot.adapter.render(said("hello"), "rich");
    const outcome = await bot.adapter.send(
      { platform: "discord", channel: "1".repeat(18), thread: null },
      part,
      KEY,
      signal,
    );
    expect(outcome).toMatchObject({ kind: "unauthorized" });
    expect(bot.lines.join("\n")).not.toContain("wrong.token");
  });

  it("ends the session for a token that was reset", async () => {
    const bot = await inServer();

    bot.double.gateway.drop(4004);

    await expect(bot.listening).rejects.toThrow(ConfigError);
  });

  it("is left within two seconds", async () => {
    const { stop, double } = await inServer();
    const started = performance.now();

    await stop();

    expect(performance.now() - started).toBeLessThan(2_000);
    expect(double.gateway.connected()).toBe(0);
  });

  it("is left for good even while we are coming back to it", async () => {
    const { stop, double } = await inServer();
    double.gateway.reconnect();
    await vi.waitFor(() => expect(double.gateway.connected()).toBe(0));

    await stop();

    await pause(1_000);
    expect(double.gateway.connected()).toBe(0);
    expect(double.gateway.counts).toEqual({ identified: 1, resumed: 0 });
  });

  it("that is away at the start is waited for", async () => {
    const first = await startBot();
    await first.stop();
    await first.double.stop();
    const bot = await startBot({ double: first.double, impatient: true });
    bots.push(bot);
    await vi.waitFor(() => expect(bot.lines.join("\n")).toContain("not listening to Discord"));

    await bot.double.start();

    await bot.double.gateway.ready();
    await registered(bot);
  });
});

describe("something that we do not know", () => {
  it.each([
    ["an interaction of a new kind", { id: "1", token: "t", type: 77, data: {} }],
    ["a command of a new kind", { id: "1", token: "t", type: 2, data: { type: 9, id: "1" } }],
    ["an interaction without data", { id: "1", token: "t", type: 2 }],
    ["a guild without anything", { id: "1" }],
  ])("is skipped: %s", async (title, data) => {
    const { double, heard, reader, channel } = await inServer();
    const name = title.includes("guild") ? "GUILD_DELETE" : "INTERACTION_CREATE";

    (double.gateway as Gateway).emit({ name, data, guildId: null, intent: null });

    await reader.gives("status", {}, channel);
    expect(heard.calls).toHaveLength(1);
  });
});

describe("the probe", () => {
  it("tells who we are, and a clock that is off", async () => {
    const { adapter, double } = await inServer();
    double.skew(60_000);

    expect(await adapter.probe(signal)).toMatchObject({
      ok: true,
      account: "parley",
      remarks: [expect.stringMatching(/clock is (59|60|61) s behind/)],
    });
  });

  it("says how to mend a wrong token", async () => {
    const bot = await startBot({ token: "wrong.token" });
    bots.push(bot);

    expect(await bot.adapter.probe(signal)).toMatchObject({
      ok: false,
      advice: expect.stringContaining("Reset the token"),
    });
  });
});
