import { request } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { createTelegramAdapter } from "../../adapters/telegram/adapter.ts";
import { isTelegramOn, telegramConfig } from "../../adapters/telegram/config.ts";
import { parseEnv } from "../../src/config/env.ts";
import { sleep } from "../../src/lib/clock.ts";
import type { ControlRow } from "../../src/messages/control.ts";
import { type Message, text } from "../../src/messages/message.ts";
import type { CommandForm } from "../../src/platform/command-form.ts";
import type { ChatChange, CommandCall, Conversation } from "../../src/platform/conversation.ts";
import { createTelegramDouble, type TelegramDouble } from "../doubles/telegram/double.ts";
import { PICTURE } from "../support/messages.ts";
import { paintTiny } from "../support/tiny-png.ts";

const TOKEN = "42:a-token-that-nobody-may-read";
const EVERYWHERE = { en: "status", ar: "الحالة", fa: "وضعیت" };
const FORMS: readonly CommandForm[] = [
  form("status", "everyone", []),
  form("help", "everyone", []),
  form("settings", "administrators", ["zone"]),
  form("broadcast", "operators", []),
];

function form(
  name: string,
  audience: CommandForm["audience"],
  options: readonly string[],
): CommandForm {
  return {
    name,
    description: EVERYWHERE,
    audience,
    options: options.map((option) => ({
      name: option,
      description: EVERYWHERE,
      required: false,
      input: { kind: "completed" },
    })),
  };
}

const saying = (words: string, controls: readonly ControlRow[] = []): Message => ({
  language: "en",
  blocks: [{ kind: "paragraph", spans: [text(words)] }],
  controls,
});

const REFRESH: ControlRow = [
  { kind: "button", label: "Refresh", call: { command: "status", options: {} }, weight: "plain" },
  {
    kind: "search",
    label: "City",
    call: { command: "settings", options: {} },
    fills: "zone",
    question: "Which city?",
  },
];

/** A core that says what it was asked, and keeps it. */
function createConversation(answer: (call: CommandCall) => Promise<string> = sayBack) {
  const calls: CommandCall[] = [];
  const changes: ChatChange[] = [];
  const spoken: string[] = [];
  const conversation: Conversation = {
    answer: async (call) => {
      calls.push(call);
      const message = saying(await answer(call), [REFRESH]);
      return { message, audience: "everyone", placement: call.pressed ? "here" : "new" };
    },
    complete: ({ typed }) =>
      Promise.resolve([{ label: `Tehran for ${typed}`, value: "Asia/Tehran" }]),
    inline: ({ typed }) =>
      Promise.resolve([
        {
          id: "status",
          title: "Where the talks stand",
          description: typed,
          // What is shared is words alone: a picture that stands over them stays behind.
          content: {
            kind: "message",
            message: { ...saying("Scheduled", [REFRESH]), picture: PICTURE },
          },
        },
      ]),
    changed: (change) => {
      changes.push(change);
      return Promise.resolve(change.kind === "joined" ? saying("Hello") : null);
    },
    spoke: ({ channel }) => void spoken.push(channel),
  };
  return { conversation, calls, changes, spoken };
}

async function sayBack({ name, input, pressed, mayAdminister }: CommandCall): Promise<string> {
  const given = input.kind === "line" ? input.text : JSON.stringify(input.options);
  return [name, given, pressed ? "pressed" : "typed", await mayAdminister()].join("|");
}

const logLines: string[] = [];
const note = (event: string, fields: Readonly<Record<string, unknown>> = {}) =>
  void logLines.push(
    `${event} ${JSON.stringify(fields, (_, v) => (v instanceof Error ? `${v.stack}` : v))}`,
  );

function adapterFor(double: TelegramDouble, env: Readonly<Record<string, string>> = {}) {
  const config = parseEnv(telegramConfig, {
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: double.root,
    ...env,
  });
  if (!isTelegramOn(config)) throw new Error("there is a token");
  return createTelegramAdapter({
    config,
    commands: FORMS,
    descriptions: { long: EVERYWHERE, short: EVERYWHERE },
    paint: paintTiny,
    log: { debug: note, info: note, warn: note, error: note },
    clock: { now: () => new Date() },
    sleep: (ms, signal) => sleep(Math.min(ms, 100), signal),
  });
}

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
  logLines.length = 0;
});

async function openDouble(): Promise<TelegramDouble> {
  const double = await createTelegramDouble({ token: TOKEN });
  ends.push(() => double.close());
  return double;
}

/** A bot that listens; `stop` ends it and tells how long that took, in ms. */
function startBot(
  double: TelegramDouble,
  { conversation }: { readonly conversation: Conversation },
  env: Readonly<Record<string, string>> = {},
) {
  const adapter = adapterFor(double, env);
  const stopping = new AbortController();
  const listening = adapter.listen(conversation, stopping.signal);
  const stop = async () => {
    const started = performance.now();
    stopping.abort();
    await listening;
    return performance.now() - started;
  };
  ends.push(async () => void (await stop()));
  return { adapter, stop };
}

const never = new AbortController().signal;

describe("a Telegram bot", () => {
  it("answers a command in private, within the definitions of the Bot API", async () => {
    const double = await openDouble();
    const core = createConversation();
    startBot(double, core);
    const reader = double.person({ language: "fa" });

    const seen = await reader.asks("/status full since=yesterday");
    expect(seen.text).toBe("status|full since=yesterday|typed|true");
    expect(core.calls[0]).toMatchObject({
      from: { platform: "telegram", channel: String(reader.id), thread: null },
      place: "private",
      asker: { id: `telegram:${reader.id}`, languageHint: "fa" },
    });
    await expect.poll(() => core.spoken).toEqual([String(reader.id)]);
    expect(double.violations).toEqual([]);
  });

  it("puts the answer to a press where the button was, and takes the wait off the button", async () => {
    const double = await openDouble();
    startBot(double, createConversation());
    const reader = double.person({});
    await reader.asks("/status");

    await reader.presses("Refresh");
    await reader.until((seen) => seen.at(-1)?.text === "status|{}|pressed|true");
    expect(reader.heard).toHaveLength(1);
    expect(double.violations).toEqual([]);
  });

  it.each([
    "",
    "0|status",
    "2|status",
    "1|nothing",
    "1|status|x",
    "\u0000|\ud7ff",
    "1|settings|zone=Asia/Tehran|zo=x",
  ])("hands %j on as a press that was not understood, or as what it says", async (data) => {
    const double = await openDouble();
    const core = createConversation();
    startBot(double, core);
    const reader = double.person({});
    await reader.asks("/status");
    await reader.pressesForged(data);
    await reader.until((seen) => seen.at(-1)?.text.includes("pressed") === true);
    expect(core.calls.at(-1)).toMatchObject({ pressed: true, input: { kind: "options" } });
    expect(["", "status", "settings"]).toContain(core.calls.at(-1)?.name);
  });

  it("takes plain words in private as a call for help, and a deep link's payload as its line", async () => {
    const double = await openDouble();
    startBot(double, createConversation());
    const reader = double.person({});
    expect((await reader.asks("hello")).text).toBe("help||typed|true");
    expect((await reader.asks("/start iran-us")).text).toBe("start|iran-us|typed|true");
  });

  it("answers in the topic it was asked in, and lets the platform say who administers", async () => {
    const double = await openDouble();
    const core = createConversation();
    startBot(double, core);
    const [owner, guest] = [double.person({}), double.person({})];
    const group = double.group("supergroup", { title: "Talks", owner, isForum: true });
    group.admits(owner);
    group.joins(guest);
    const topic = group.topic("Vienna");
    await group.until((seen) => seen.some((message) => message.text === "Hello"));

    owner.says("/settings", { in: group, thread: topic });
    await group.until((seen) => seen.at(-1)?.text === "settings||typed|true");
    expect(group.last?.thread).toBe(topic);
    guest.says("/settings", { in: group });
    await group.until((seen) => seen.at(-1)?.text === "settings||typed|false");
    expect(group.last?.thread).toBeNull();
    expect(core.changes).toMatchObject([{ kind: "joined", place: "group" }]);
    expect(double.violations).toEqual([]);
  });

  it("leaves commands to other bots alone", async () => {
    const double = await openDouble();
    const core = createConversation();
    startBot(double, core);
    const owner = double.person({});
    const group = double.group("supergroup", { title: "Talks", owner });
    group.admits(owner, "administrator");
    owner.says("/status@other_bot", { in: group });
    owner.says("/weather", { in: group });
    owner.says("good morning", { in: group });
    owner.says("/status@parley_double_bot", { in: group });
    await group.until((seen) => seen.at(-1)?.text.startsWith("status") === true);
    expect(core.calls).toHaveLength(1);
  });

  it("answers a channel's posts as the channel, without buttons that need an input line", async () => {
    const double = await openDouble();
    const core = createConversation();
    startBot(double, core);
    const owner = double.person({});
    const channel = double.group("channel", { title: "News", owner });
    channel.admits(owner, "administrator");
    channel.posts("/status");
    await channel.until((seen) => seen.at(-1)?.text === "status||typed|true");
    expect(channel.last?.buttons).toEqual([["Refresh"]]);
    expect(core.calls[0]).toMatchObject({
      place: "channel",
      asker: { id: `telegram:${channel.id}` },
    });
  });

  it("shares the state in any chat, and completes what a search asks for", async () => {
    const double = await openDouble();
    startBot(double, createConversation());
    const reader = double.person({});
    expect(await reader.types("talks")).toMatchObject([
      { type: "article", title: "Where the talks stand", description: "talks" },
    ]);
    reader.picks(0);
    expect(reader.last?.text).toBe("Scheduled");
    expect(reader.last?.buttons).toEqual([]);

    expect(await reader.types("/settings zone=teh")).toMatchObject([
      {
        title: "Tehran for teh",
        input_message_content: { message_text: "/settings@parley_double_bot zone=Asia/Tehran" },
      },
    ]);
    expect(double.violations).toEqual([]);
  });

  it("hears that it was thrown out, and that a group has a new id", async () => {
    const double = await openDouble();
    const core = createConversation();
    startBot(double, core);
    const owner = double.person({});
    await owner.asks("/status");
    const group = double.group("group", { title: "Talks", owner });
    group.admits(owner);
    await group.until((seen) => seen.some((message) => message.text === "Hello"));
    const next = group.migrates(owner);
    next.expels(owner);
    owner.blocks();
    await expect.poll(() => core.changes.length).toBe(4);
    const ofGroup = core.changes.filter(
      ({ kind, ...change }) =>
        kind !== "joined" && !JSON.stringify(change).includes(`"${owner.id}"`),
    );
    expect(core.changes).toContainEqual({
      kind: "left",
      at: { platform: "telegram", channel: String(owner.id), thread: null },
    });
    expect(ofGroup).toEqual([
      {
        kind: "moved",
        from: { platform: "telegram", channel: String(group.id), thread: null },
        to: { platform: "telegram", channel: String(next.id), thread: null },
      },
      { kind: "left", at: { platform: "telegram", channel: String(next.id), thread: null } },
    ]);
  });

  it("waits out short flood control, and says in plain markup what is refused in rich", async () => {
    const double = await openDouble();
    startBot(double, createConversation());
    const reader = double.person({});
    double.faults.next("sendRichMessage", {
      kind: "error",
      status: 429,
      description: "Too Many Requests: retry after 1",
      parameters: { retry_after: 1 },
    });
    expect((await reader.asks("/status")).text).toBe("status||typed|true");
    double.faults.next("sendRichMessage", {
      kind: "error",
      status: 400,
      description: "Bad Request: rich messages are not allowed in the chat",
    });
    const plain = await reader.asks("/status plain");
    expect(plain).toMatchObject({ text: "status|plain|typed|true", content: { kind: "text" } });
  });

  it("lets a slow answer hold up nobody else, and keeps each chat in order", async () => {
    const double = await openDouble();
    const { promise: slow, resolve: release } = Promise.withResolvers<void>();
    startBot(
      double,
      createConversation(async (call) => {
        if (call.input.kind === "line" && call.input.text === "slow") await slow;
        return sayBack(call);
      }),
    );
    const [patient, quick] = [double.person({}), double.person({})];
    patient.says("/status slow");
    patient.says("/status second");
    await quick.asks("/status");
    expect(patient.heard).toEqual([]);
    release();
    await patient.until((seen) => seen.filter(({ from }) => from === "bot").length === 2);
    expect(patient.heard.map(({ text: words }) => words.split("|")[1])).toEqual(["slow", "second"]);
  });

  it("passes over updates it cannot read", async () => {
    const double = await openDouble();
    startBot(double, createConversation());
    const reader = double.person({});
    double.world.updates.add("message", { message_id: "x", chat: null });
    double.world.updates.add("callback_query", { id: 7 });
    expect((await reader.asks("/status")).text).toContain("status");
    expect(logLines.filter((line) => line.startsWith("update passed over"))).toHaveLength(2);
  });

  it("says that another process uses the token, and goes on trying", async () => {
    const double = await openDouble();
    double.faults.next("getUpdates", {
      kind: "error",
      status: 409,
      description: "Conflict: terminated by other getUpdates request",
    });
    startBot(double, createConversation());
    const reader = double.person({});
    await reader.asks("/status");
    expect(logLines.filter((line) => line.startsWith("another process"))).toHaveLength(1);
  });

  it("notices a second bot with its token, and both live on", async () => {
    const double = await openDouble();
    startBot(double, createConversation());
    const reader = double.person({});
    await reader.asks("/status");
    startBot(double, createConversation());
    await expect.poll(() => logLines.some((line) => line.startsWith("another process"))).toBe(true);
    expect((await reader.asks("/status again")).text).toBe("status|again|typed|true");
  });

  it("hears again after an outage", async () => {
    const double = await openDouble();
    startBot(double, createConversation());
    const reader = double.person({});
    await reader.asks("/status");
    await double.restart(300);
    expect((await reader.asks("/status again")).text).toBe("status|again|typed|true");
  });

  it("stops within two seconds, and hears nothing twice when it starts again", async () => {
    const double = await openDouble();
    const core = createConversation();
    const first = startBot(double, core);
    const reader = double.person({});
    await reader.asks("/status one");
    reader.says("/status two");
    await reader.until((seen) => seen.at(-1)?.text.startsWith("status|two") === true);
    expect(await first.stop()).toBeLessThan(2_000);

    startBot(double, core);
    await reader.asks("/status three");
    expect(core.calls.map(({ input }) => input.kind === "line" && input.text)).toEqual([
      "one",
      "two",
      "three",
    ]);
  });

  it("writes its menu once, in each language", async () => {
    const double = await openDouble();
    const written = () => double.calls.filter(({ method }) => method.startsWith("setMy"));
    const first = startBot(double, createConversation());
    await expect.poll(() => written().length).toBe(15);
    await first.stop();
    startBot(double, createConversation());
    await expect
      .poll(() => double.calls.filter(({ method }) => method.startsWith("getMy")).length)
      .toBe(30);
    expect(written()).toHaveLength(15);
    expect(JSON.stringify(written())).not.toContain("broadcast");
    expect(double.violations).toEqual([]);
  });
});

/** A core as ours is towards presses: what is not the presser's to do is refused to him alone. */
function createStrictConversation(refusal: string) {
  const core = createConversation();
  const answer: Conversation["answer"] = async (call) => {
    const usual = await core.conversation.answer(call);
    if (usual === null || !call.pressed) return usual;
    if (call.name === "settings" && (await call.mayAdminister()))
      return { ...usual, audience: "asker" };
    if (call.name === "status") return { ...usual, placement: "new" };
    const message = saying(refusal, REFRESH_ALONE);
    return { message, audience: "asker", placement: "new" };
  };
  return { ...core, conversation: { ...core.conversation, answer } };
}

const REFRESH_ALONE: readonly ControlRow[] = [
  [{ kind: "button", label: "Refresh", call: { command: "status", options: {} }, weight: "plain" }],
];
const ADMINISTRATORS_ONLY = "Only administrators of this chat can do that.";

/** A bot in a place that others see too, which has been asked once how things stand. */
async function openPlace(type: "channel" | "supergroup", refusal = ADMINISTRATORS_ONLY) {
  const double = await openDouble();
  const core = createStrictConversation(refusal);
  startBot(double, core);
  const [owner, reader] = [double.person({}), double.person({})];
  const place = double.group(type, { title: "Talks", owner });
  place.admits(owner, "administrator");
  place.joins(reader);
  if (type === "channel") place.posts("/status");
  else owner.says("/status", { in: place });
  await place.until((seen) => seen.at(-1)?.text.startsWith("status") === true);
  core.calls.length = 0;
  const asked = (method: string) => double.calls.filter((call) => call.method === method).length;
  return { double, core, owner, reader, place, asked };
}

describe("a press that others could see the answer to", () => {
  it.each([
    ["about the same talks", "1|status|talks=iran-us", "iran-us"],
    ["to a greeting, where the button names no talks", "1|status", "start"],
    ["to a greeting, where the talks are no link's", "1|status|talks=a b&c=d", "start"],
    ["to a greeting, where the button is out of date", "0|status", "start"],
    ["about the same talks, though the button is administrators'", "1|settings|talks=x_y", "x_y"],
  ])("leads a stranger in a channel to his private chat %s", async (_, data, payload) => {
    const { double, core, reader, place } = await openPlace("channel");
    const before = JSON.stringify(place.seen);
    expect(await reader.pressesForged(data, { in: place })).toEqual({
      text: "",
      isAlert: false,
      url: `https://t.me/parley_double_bot?start=${payload}`,
    });
    expect(JSON.stringify(place.seen)).toBe(before);
    expect(core.calls).toEqual([]);
    expect(double.violations).toEqual([]);
  });

  it("asks Telegram who pressed only where the button is administrators'", async () => {
    const { owner, place, asked } = await openPlace("channel");
    const before = asked("getChatMember");
    const notice = await owner.presses("Refresh", { in: place });
    expect(notice.url).toContain("?start=");
    expect(asked("getChatMember")).toBe(before);
  });

  it("changes the settings of a channel when its administrator presses", async () => {
    const { double, owner, place, asked } = await openPlace("channel");
    const before = asked("getChatMember");
    const notice = await owner.pressesForged("1|settings|zone=Asia/Tehran", { in: place });
    expect(notice).toEqual({ text: "", isAlert: false });
    await place.until(
      (seen) => seen.at(-1)?.text === 'settings|{"zone":"Asia/Tehran"}|pressed|true',
    );
    expect(place.heard.map(({ text: words }) => words.split("|")[0])).toEqual([
      "Hello",
      "settings",
    ]);
    expect(asked("getChatMember")).toBe(before + 1);
    expect(double.violations).toEqual([]);
  });

  it("tells a member of a group who may not, in an alert and no post", async () => {
    const { double, reader, place } = await openPlace("supergroup");
    const before = JSON.stringify(place.seen);
    expect(await reader.pressesForged("1|settings", { in: place })).toEqual({
      text: ADMINISTRATORS_ONLY,
      isAlert: true,
    });
    expect(JSON.stringify(place.seen)).toBe(before);
    expect(double.violations).toEqual([]);
  });

  it("cuts an alert at a word, to what Telegram shows", async () => {
    const refusal = `\u2067${"وقت ".repeat(90).trim()}\u2069`;
    const { double, reader, place } = await openPlace("supergroup", refusal);
    const { text: words, isAlert } = await reader.pressesForged("", { in: place });
    expect(isAlert).toBe(true);
    expect(words).toMatch(/^\u2067(?:وقت ){20,}وقت\u2026\u2069$/u);
    expect(words.length).toBeLessThanOrEqual(200);
    expect(double.violations).toEqual([]);
  });

  it("answers a group aloud where the answer is everyone's, and replaces a panel", async () => {
    const { owner, reader, place } = await openPlace("supergroup");
    expect(await reader.presses("Refresh", { in: place })).toEqual({ text: "", isAlert: false });
    await place.until((seen) => seen.at(-1)?.text === "status|{}|pressed|false");
    await owner.pressesForged("1|settings", { in: place });
    await place.until((seen) => seen.at(-1)?.text === "settings|{}|pressed|true");
    expect(place.heard.filter(({ text: words }) => words.includes("|"))).toHaveLength(2);
  });

  it.each(["channel", "supergroup"] as const)(
    "takes the wait off in a %s in silence",
    async (type) => {
      const double = await openDouble();
      const core = createConversation();
      const answer: Conversation["answer"] = (call) =>
        call.pressed ? Promise.resolve(null) : core.conversation.answer(call);
      startBot(double, { conversation: { ...core.conversation, answer } });
      const owner = double.person({});
      const place = double.group(type, { title: "Talks", owner });
      place.admits(owner, "administrator");
      if (type === "channel") place.posts("/status");
      else owner.says("/status", { in: place });
      await place.until((seen) => seen.at(-1)?.text.startsWith("status") === true);
      const notice = await owner.pressesForged("1|settings", { in: place });
      expect(notice).toEqual({ text: "", isAlert: false });
    },
  );
});

const webhookOf = (port: number) => ({
  TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/telegram`,
  TELEGRAM_WEBHOOK_SECRET: "a-good-secret",
  TELEGRAM_WEBHOOK_PORT: String(port),
});

describe("a Telegram bot with a webhook", () => {
  it("hears by it, and only from who knows the secret", async () => {
    const double = await openDouble();
    const port = await freePort();
    startBot(double, createConversation(), webhookOf(port));
    const reader = double.person({});
    expect((await reader.asks("/status")).text).toBe("status||typed|true");
    const update = { update_id: 1, message: { message_id: 1 } };
    expect(await post(port, "/telegram", "a-bad-secret", update)).toBe(401);
    expect(await post(port, "/telegram", null, update)).toBe(401);
    expect(await post(port, "/other", "a-good-secret", update)).toBe(404);
    expect(await post(port, "/telegram", "a-good-secret", update)).toBe(200);
    expect(await post(port, "/telegram", "a-good-secret", "not an update {")).toBe(200);
  });

  it("gives way to polling when the webhook is no longer wanted", async () => {
    const double = await openDouble();
    const port = await freePort();
    const hooked = startBot(double, createConversation(), webhookOf(port));
    const reader = double.person({});
    await reader.asks("/status");
    expect(await hooked.stop()).toBeLessThan(2_000);
    startBot(double, createConversation());
    expect((await reader.asks("/status again")).text).toBe("status|again|typed|true");
  });
});

const at = (channel: number, thread: number | null = null) => ({
  platform: "telegram",
  channel: String(channel),
  thread: thread === null ? null : String(thread),
});

describe("a delivery to Telegram", () => {
  it("tells what became of it, and nobody the token", async () => {
    const double = await openDouble();
    const adapter = adapterFor(double);
    const owner = double.person({});
    const group = double.group("group", { title: "Talks", owner });
    group.admits(owner);
    const forum = double.group("supergroup", { title: "Forum", owner, isForum: true });
    forum.admits(owner);
    const topic = forum.topic("Vienna");
    const [rich] = adapter.render(saying("Scheduled"), "rich");
    const [plain] = adapter.render(saying("Scheduled"), "simple");
    const key = "k" as Parameters<typeof adapter.send>[2];
    const send = (to: ReturnType<typeof at>, part = rich) => adapter.send(to, part, key, never);

    const sent = await send(at(group.id));
    if (sent.kind !== "sent") throw new Error(sent.kind);
    expect(await send(at(group.id), plain)).toMatchObject({ kind: "sent" });
    expect(await adapter.edit(at(group.id), sent.messageId, rich, never)).toEqual(sent);
    const [changed] = adapter.render(saying("Postponed"), "simple");
    expect(await adapter.edit(at(group.id), sent.messageId, changed, never)).toEqual(sent);
    expect(await adapter.edit(at(group.id), "99999", changed, never)).toMatchObject({
      kind: "gone",
    });

    expect(await send(at(forum.id, topic))).toMatchObject({ kind: "sent" });
    expect(await send(at(forum.id, 1))).toMatchObject({ kind: "sent" });
    forum.closesTopic(topic);
    expect(await send(at(forum.id, topic))).toMatchObject({ kind: "gone" });
    forum.closesGeneral();
    expect(await send(at(forum.id))).toMatchObject({ kind: "refused", reason: /TOPIC_CLOSED/ });

    const next = group.migrates(owner);
    expect(await send(at(group.id))).toEqual({ kind: "moved", to: at(next.id) });
    next.expels(owner);
    expect(await send(at(next.id))).toMatchObject({ kind: "gone" });
    expect(await send(at(12345))).toMatchObject({ kind: "gone" });

    double.faults.next("*", { kind: "drop", when: "after" });
    expect(await send(at(owner.id))).toMatchObject({ kind: "retry", maybeSent: true });
    double.faults.next("*", { kind: "garbage", as: "html" });
    expect(await send(at(owner.id))).toMatchObject({ kind: "retry", maybeSent: true });
    double.faults.next("*", { kind: "garbage", as: "truncated" });
    expect(await send(at(owner.id))).toMatchObject({ kind: "retry", maybeSent: true });
    expect(double.violations).toEqual([]);
  });

  it("comes in plain markup from a server that does not know rich messages", async () => {
    const double = await openDouble();
    double.forgetRichMessages();
    const adapter = adapterFor(double);
    const reader = double.person({});
    reader.says("/start");
    const to = { platform: "telegram", channel: String(reader.id), thread: null };
    const key = "k" as Parameters<typeof adapter.send>[2];
    const [rich] = adapter.render(saying("Scheduled"), "rich");
    expect(rich.kind).toBe("rich");
    expect(await adapter.send(to, rich, key, never)).toMatchObject({ kind: "refused" });
    const [plain] = adapter.render(saying("Scheduled"), "rich");
    expect(plain.kind).toBe("classic");
    expect(await adapter.send(to, plain, key, never)).toMatchObject({ kind: "sent" });
  });

  it("sends a message's files after it", async () => {
    const double = await openDouble();
    const adapter = adapterFor(double);
    const reader = double.person({});
    reader.says("/start");
    const to = { platform: "telegram", channel: String(reader.id), thread: null };
    const key = "k" as Parameters<typeof adapter.send>[2];
    const file = { name: 'round".ics\r\n', mediaType: "text/calendar", content: "BEGIN:VCALENDAR" };
    for (const part of adapter.render({ ...saying("Round"), files: [file] }, "rich"))
      expect(await adapter.send(to, part, key, never)).toMatchObject({ kind: "sent" });
    expect(reader.last?.document).toEqual({ name: "round_.ics__", content: "BEGIN:VCALENDAR" });
    expect(double.violations).toEqual([]);
  });

  it("is told that a wrong token is refused, without repeating it", async () => {
    const double = await openDouble();
    const adapter = adapterFor(double, { TELEGRAM_BOT_TOKEN: "42:another-token" });
    const probe = await adapter.probe(never);
    expect(probe).toMatchObject({ ok: false, problem: /refuses the token/ });
    const [part] = adapter.render(saying("Scheduled"), "simple");
    const to = { platform: "telegram", channel: "1", thread: null };
    const outcome = await adapter.send(to, part, "k" as never, never);
    expect(outcome).toMatchObject({ kind: "unauthorized" });
    expect(JSON.stringify([probe, outcome])).not.toContain("another-token");
  });

  it("repeats the token nowhere when the network fails", async () => {
    const double = await openDouble();
    const adapter = adapterFor(double);
    await double.close();
    ends.length = 0;
    const probe = await adapter.probe(never);
    const [part] = adapter.render(saying("Scheduled"), "simple");
    const to = { platform: "telegram", channel: "1", thread: null };
    const outcome = await adapter.send(to, part, "k" as never, never);
    expect(outcome).toEqual({ kind: "retry", reason: "ECONNREFUSED", maybeSent: false });
    const stopping = new AbortController();
    const listening = adapter.listen(createConversation().conversation, stopping.signal);
    await expect.poll(() => logLines.length).toBeGreaterThan(0);
    stopping.abort();
    await listening;
    expect(JSON.stringify([probe, outcome, logLines])).not.toContain(TOKEN);
  });

  it("is probed for who it is from, and for a clock that is wrong", async () => {
    const double = await openDouble();
    double.skewDate(120_000);
    const probe = await adapterFor(double).probe(never);
    expect(probe).toMatchObject({ ok: true, account: "@parley_double_bot" });
    expect(JSON.stringify(probe)).toMatch(/clock is 1(19|20) s slow/);
  });
});

async function freePort(): Promise<number> {
  const double = await createTelegramDouble({ token: TOKEN });
  await double.close();
  return Number(new URL(double.root).port);
}

function post(port: number, path: string, secret: string | null, body: unknown): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = secret === null ? {} : { "x-telegram-bot-api-secret-token": secret };
    const sending = request({ port, path, method: "POST", headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sending.on("error", reject);
    sending.end(JSON.stringify(body));
  });
}
