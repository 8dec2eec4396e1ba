import { describe, expect, it, onTestFinished } from "vitest";
import { createTelegramAdapter } from "../../../../adapters/telegram/adapter.ts";
import { isTelegramOn, telegramConfig } from "../../../../adapters/telegram/config.ts";
import type { TelegramPart } from "../../../../adapters/telegram/part.ts";
import { parseEnv } from "../../../../src/config/env.ts";
import { type Message, type Picture, text } from "../../../../src/messages/message.ts";
import type { PlatformAdapter } from "../../../../src/platform/adapter.ts";
import type { DeliveryKey } from "../../../../src/platform/adapter.ts";
import type { PaintPicture } from "../../../../src/platform/paint-picture.ts";
import { createTelegramDouble } from "../../../doubles/telegram/double.ts";
import type { TelegramDouble } from "../../../doubles/telegram/double.ts";
import { PICTURE } from "../../../support/messages.ts";
import { cardIn, paintTiny } from "../../../support/tiny-png.ts";

const TOKEN = "42:secret";
const KEY = "k" as DeliveryKey;
const never = new AbortController().signal;
const nothing = () => undefined;

const BRIEFING: Message = {
  language: "en",
  blocks: [{ kind: "paragraph", spans: [text("The talks are scheduled.")] }],
  picture: PICTURE,
  controls: [[{ kind: "link", label: "Site", url: "https://news.example/" }]],
};

const about = (phase: string): Picture => ({ ...PICTURE, card: { ...PICTURE.card, phase } });

function adapterFor(
  double: TelegramDouble,
  paint: PaintPicture = paintTiny,
  env: Readonly<Record<string, string>> = {},
): PlatformAdapter<TelegramPart> {
  const config = parseEnv(telegramConfig, {
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: double.root,
    ...env,
  });
  if (!isTelegramOn(config)) throw new Error("there is a token");
  const descriptions = { en: "", ar: "", fa: "" };
  return createTelegramAdapter({
    config,
    commands: [],
    descriptions: { long: descriptions, short: descriptions },
    paint,
    log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
    clock: { now: () => new Date() },
    sleep: () => Promise.resolve(),
  });
}

async function open(paint?: PaintPicture, env?: Readonly<Record<string, string>>) {
  const double = await createTelegramDouble({ token: TOKEN });
  onTestFinished(async () => {
    await double.close();
    expect(double.violations).toEqual([]);
  });
  const adapter = adapterFor(double, paint, env);
  const readers = ["Sara", "Omar"].map((name) => {
    const person = double.person({ name });
    person.says("/start");
    return person;
  });
  const [sara, omar] = readers;
  if (sara === undefined || omar === undefined) throw new Error("there are two");
  return { double, adapter, sara, omar };
}

const at = (id: number, thread: string | null = null) => ({
  platform: "telegram",
  channel: String(id),
  thread,
});

const photoOf = (adapter: PlatformAdapter<TelegramPart>, picture: Picture = PICTURE) =>
  adapter.render({ ...BRIEFING, picture }, "rich")[0];

const sendPhoto = (adapter: PlatformAdapter<TelegramPart>, id: number, picture?: Picture) =>
  adapter.send(at(id), photoOf(adapter, picture), KEY, never);

/** What was given as the photo of each call: an id, or nothing where bytes were uploaded. */
const given = ({ calls }: TelegramDouble) =>
  calls.filter(({ method }) => method === "sendPhoto").map(({ parameters }) => parameters["photo"]);

describe("a message with a picture", () => {
  it("is a photo with its caption, which does not ring, then the words with the buttons, which do", async () => {
    const { adapter, sara } = await open();
    for (const part of adapter.render(BRIEFING, "rich"))
      expect(await adapter.send(at(sara.id), part, KEY, never)).toMatchObject({ kind: "sent" });
    const [photo, words] = sara.heard;
    expect(photo).toMatchObject({ text: PICTURE.caption, buttons: [], silent: true });
    expect(cardIn(photo?.photo?.content ?? Buffer.alloc(0))).toEqual(PICTURE.card);
    expect(photo?.photo?.name).toBe("card.png");
    expect(words).toMatchObject({
      text: "The talks are scheduled.",
      buttons: [["Site"]],
      silent: false,
    });
    expect(sara.heard).toHaveLength(2);
  });

  it("is words alone in the simple style", async () => {
    const { adapter } = await open();
    expect(adapter.render(BRIEFING, "simple").map(({ kind }) => kind)).toEqual(["classic"]);
  });

  it("has its picture on a server that does not know rich messages, too", async () => {
    const { double, adapter, sara } = await open(paintTiny, { TELEGRAM_RICH_MESSAGES: "off" });
    double.forgetRichMessages();
    const parts = adapter.render(BRIEFING, "rich");
    expect(parts.map(({ kind }) => kind)).toEqual(["photo", "classic"]);
    for (const part of parts) await adapter.send(at(sara.id), part, KEY, never);
    expect(sara.heard.map(({ text: words }) => words)).toEqual([
      PICTURE.caption,
      "The talks are scheduled.",
    ]);
  });

  it("comes out of the outbox as it went in", async () => {
    const { adapter, sara } = await open();
    const kept = JSON.parse(JSON.stringify(photoOf(adapter))) as TelegramPart;
    expect(await adapter.send(at(sara.id), kept, KEY, never)).toMatchObject({ kind: "sent" });
    expect(sara.heard).toHaveLength(1);
  });

  it("goes to a topic and a channel, and is paid for where that is wished", async () => {
    const { double, adapter, sara } = await open(paintTiny, {
      TELEGRAM_MESSAGES_PER_SECOND: "100",
    });
    const forum = double.group("supergroup", { title: "Forum", owner: sara, isForum: true });
    forum.admits(sara);
    const topic = forum.topic("Talks");
    const channel = double.group("channel", { title: "News", owner: sara });
    channel.admits(sara, "administrator");
    const photo = photoOf(adapter);
    await adapter.send(at(forum.id, String(topic)), photo, KEY, never);
    await adapter.send(at(channel.id), photo, KEY, never);
    expect(forum.last).toMatchObject({ thread: topic, text: PICTURE.caption });
    expect(channel.last).toMatchObject({ text: PICTURE.caption });
    // A form holds words; JSON, once the photo is known, holds what they mean.
    expect(double.calls.map(({ parameters }) => parameters["allow_paid_broadcast"])).toEqual([
      "true",
      true,
    ]);
  });

  it("takes no message's place", async () => {
    const { adapter, sara } = await open();
    const photo = photoOf(adapter);
    await adapter.send(at(sara.id), photo, KEY, never);
    const outcome = await adapter.edit(at(sara.id), String(sara.last?.id), photo, never);
    expect(outcome).toMatchObject({ kind: "refused" });
  });
});

describe("a picture that goes to many", () => {
  it("is uploaded once, then sent by the id of its largest size", async () => {
    const { double, adapter, sara, omar } = await open();
    for (const { id } of [sara, omar, sara]) await sendPhoto(adapter, id);
    const largest = sara.last?.photo?.sizes.at(-1)?.["file_id"];
    expect(given(double)).toEqual([undefined, largest, largest]);
    expect(omar.last).toMatchObject({ text: PICTURE.caption, silent: true });
    expect(omar.last?.photo).toEqual(sara.last?.photo);
  });

  it("keeps each message's own caption", async () => {
    const { double, adapter, sara, omar } = await open();
    await sendPhoto(adapter, sara.id);
    await sendPhoto(adapter, omar.id, { ...PICTURE, caption: "Where the talks stand" });
    expect(given(double)[1]).toBeTypeOf("string");
    expect(omar.last?.text).toBe("Where the talks stand");
  });

  it("is never taken for another", async () => {
    const { double, adapter, sara, omar } = await open();
    await sendPhoto(adapter, sara.id, about("Scheduled"));
    await sendPhoto(adapter, omar.id, about("Postponed"));
    expect(given(double)).toEqual([undefined, undefined]);
    expect(cardIn(omar.last?.photo?.content ?? Buffer.alloc(0)).phase).toBe("Postponed");
  });

  it("is uploaded anew at the next attempt once Telegram holds it no more", async () => {
    const { double, adapter, sara } = await open();
    await sendPhoto(adapter, sara.id);
    double.world.photos.clear();
    expect(await sendPhoto(adapter, sara.id)).toMatchObject({ kind: "retry", maybeSent: false });
    expect(await sendPhoto(adapter, sara.id)).toMatchObject({ kind: "sent" });
    expect(sara.heard).toHaveLength(2);
  });
});

describe("a picture that cannot be sent", () => {
  it("is refused where it cannot be drawn, before anything is sent", async () => {
    const { double, adapter, sara } = await open(() => Promise.reject(new Error("no font")));
    expect(await sendPhoto(adapter, sara.id)).toEqual({
      kind: "refused",
      reason: "the picture cannot be drawn: no font",
    });
    expect(double.calls).toEqual([]);
  });

  it.each([
    ["has no bytes", 0],
    ["is larger than photos may be", 10_000_001],
  ])("is refused where it %s", async (_, length) => {
    const { double, adapter, sara } = await open(() => Promise.resolve(new Uint8Array(length)));
    expect(await sendPhoto(adapter, sara.id)).toMatchObject({ kind: "refused" });
    expect(double.calls).toEqual([]);
  });

  it("is refused where it is none to Telegram, and drawn again for the next", async () => {
    let drawn = 0;
    const { adapter, sara } = await open(async (picture) => {
      drawn += 1;
      return drawn === 1 ? Buffer.from("GIF89a") : await paintTiny(picture);
    });
    expect(await sendPhoto(adapter, sara.id)).toMatchObject({ kind: "refused" });
    expect(await sendPhoto(adapter, sara.id)).toMatchObject({ kind: "sent" });
  });

  it("is refused, and the words are not, in a group that takes no photos", async () => {
    const { double, adapter, sara } = await open();
    const group = double.group("supergroup", { title: "Words only", owner: sara });
    group.admits(sara);
    group.forbidsPhotos();
    expect(await sendPhoto(adapter, group.id)).toMatchObject({ kind: "refused" });
    const [words] = adapter.render(BRIEFING, "simple");
    expect(await adapter.send(at(group.id), words, KEY, never)).toMatchObject({ kind: "sent" });
    expect(group.heard.map(({ text: said }) => said)).toEqual(["The talks are scheduled."]);
  });

  it("is gone with its chat", async () => {
    const { adapter, sara } = await open();
    sara.blocks();
    expect(await sendPhoto(adapter, sara.id)).toMatchObject({ kind: "gone" });
  });

  it("waits out flood control as words do", async () => {
    const { double, adapter, sara } = await open();
    const description = "Too Many Requests: retry after 7";
    const parameters = { retry_after: 7 };
    double.faults.next("sendPhoto", { kind: "error", status: 429, description, parameters });
    expect(await sendPhoto(adapter, sara.id)).toEqual({ kind: "wait", ms: 7_000 });
  });

  it("may have arrived where the answer to its upload is lost", async () => {
    const { double, adapter, sara } = await open();
    double.faults.next("sendPhoto", { kind: "garbage", as: "truncated" });
    expect(await sendPhoto(adapter, sara.id)).toMatchObject({ kind: "retry", maybeSent: true });
  });
});
