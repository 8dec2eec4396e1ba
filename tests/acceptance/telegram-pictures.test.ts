import { describe, expect, it, onTestFinished } from "vitest";
import { createTelegramAdapter } from "../../adapters/telegram/adapter.ts";
import { isTelegramOn, telegramConfig } from "../../adapters/telegram/config.ts";
import { parseEnv } from "../../src/config/env.ts";
import { createDispatcher } from "../../src/deliveries/dispatch.ts";
import { outgoing } from "../../src/deliveries/identify.ts";
import { createRateLimits } from "../../src/deliveries/rate-limits.ts";
import { sleep } from "../../src/lib/clock.ts";
import { type Message, text } from "../../src/messages/message.ts";
import { openStore } from "../../src/store/open-store.ts";
import { createTelegramDouble, type TelegramDouble } from "../doubles/telegram/double.ts";
import { chatAt, deliveryId, sampleOwed } from "../support/delivery-samples.ts";
import { FAST } from "../support/delivery-story.ts";
import { PICTURE } from "../support/messages.ts";
import { paintTiny } from "../support/tiny-png.ts";

const TOKEN = "42:secret";
const WORDS = "The talks are scheduled.";
const BRIEFING: Message = {
  language: "en",
  blocks: [{ kind: "paragraph", spans: [text(WORDS)] }],
  picture: PICTURE,
};
const nothing = () => undefined;
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

function adapterFor(double: TelegramDouble) {
  const env = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: double.root };
  const config = parseEnv(telegramConfig, env);
  if (!isTelegramOn(config)) throw new Error("there is a token");
  const descriptions = { en: "", ar: "", fa: "" };
  const adapter = createTelegramAdapter({
    config,
    commands: [],
    descriptions: { long: descriptions, short: descriptions },
    paint: paintTiny,
    log,
    clock: { now: () => new Date() },
    sleep,
  });
  return { ...adapter, pace: FAST };
}

/** A supergroup to which a briefing with a picture is owed; `send` sends it until the words are there. */
async function open() {
  const double = await createTelegramDouble({ token: TOKEN });
  const owner = double.person({ name: "Sara" });
  const group = double.group("supergroup", { title: "Watchers", owner });
  group.admits(owner);
  const store = await openStore("file::memory:", nothing);
  const adapter = adapterFor(double);
  const dispatcher = createDispatcher({
    store,
    adapter,
    limits: createRateLimits(FAST),
    clock: { now: () => new Date() },
    monotonicMs: () => performance.now(),
    sleep,
    random: () => 0.5,
    lookAgainMs: 60_000,
    log,
    observe: nothing,
  });
  const stopping = new AbortController();
  onTestFinished(async () => {
    await double.close();
    expect(double.violations).toEqual([]);
  });
  const now = Date.now();
  const message = outgoing(BRIEFING);
  const owed = sampleOwed(1, {
    messageId: message.id,
    to: chatAt(group.id),
    dueAt: new Date(now),
    expiresAt: new Date(now + 3_600_000),
  });
  await store.outbox.add([message], [owed]);
  const send = async () => {
    const running = dispatcher.run(stopping.signal);
    await group.until((seen) => seen.some(({ text: said }) => said === WORDS));
    stopping.abort();
    await running;
    return store.outbox.find(deliveryId(1));
  };
  return { double, group, send };
}

describe("a briefing with a picture, in Telegram", () => {
  it("is the picture, then the words", async () => {
    const { group, send } = await open();
    expect(await send()).toMatchObject({ style: "rich", status: { kind: "sent" } });
    expect(group.heard.map(({ text: said }) => said)).toEqual([PICTURE.caption, WORDS]);
  });

  it("is its words in a group that takes no photos", async () => {
    const { group, send } = await open();
    group.forbidsPhotos();
    expect(await send()).toMatchObject({ style: "simple", status: { kind: "sent" } });
    expect(group.heard.map(({ text: said }) => said)).toEqual([WORDS]);
  });

  it("has its words where the server turns out to know no rich messages, behind the picture", async () => {
    const { double, group, send } = await open();
    double.forgetRichMessages();
    const sent = await send();
    expect(group.heard.map(({ text: said }) => said)).toEqual([PICTURE.caption, WORDS]);
    const ids = [String(group.last?.id)];
    expect(sent).toMatchObject({ style: "simple", status: { kind: "sent" }, sentIds: ids });
  });
});
