import { deflateSync, crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { TelegramDouble } from "../../../doubles/telegram/double.ts";
import { renderAsSeen } from "../../../doubles/telegram/render-as-seen.ts";
import { call, read, startDouble, TOKEN } from "./call-double.ts";

const NOON = new Date(Date.UTC(2026, 1, 5, 12));

/** A PNG of so many black pixels, made by hand. */
function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const rows = deflateSync(Buffer.alloc((width + 1) * height));
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", head),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const made = Buffer.alloc(body.length + 8);
  made.writeUInt32BE(data.length);
  body.copy(made, 4);
  made.writeUInt32BE(crc32(body), body.length + 4);
  return made;
}

const CARD = png(1200, 630);

async function upload(
  double: TelegramDouble,
  chat: number,
  bytes: Uint8Array,
  fields: object = {},
) {
  const form = new FormData();
  form.set("chat_id", String(chat));
  form.set("photo", new Blob([new Uint8Array(bytes)]), "card.png");
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  return await read(
    await fetch(`${double.root}/bot${TOKEN}/sendPhoto`, { method: "POST", body: form }),
  );
}

async function openChat() {
  const double = await startDouble({ clock: { now: () => NOON } });
  const reader = double.person({ name: "Sara" });
  reader.says("/start");
  return { double, reader };
}

describe("a photo", () => {
  it("is kept with its bytes, in the sizes that clients are shown", async () => {
    const { double, reader } = await openChat();
    const said = await upload(double, reader.id, CARD, { caption: "Scheduled" });
    expect(said.result).toMatchObject({
      caption: "Scheduled",
      photo: [
        { width: 100, height: 53 },
        { width: 320, height: 168 },
        { width: 800, height: 420 },
        { width: 1200, height: 630, file_size: CARD.length },
      ],
    });
    expect(reader.last).toMatchObject({ text: "Scheduled", silent: false, document: null });
    expect(reader.last?.photo).toMatchObject({ name: "card.png", width: 1200, height: 630 });
    expect(reader.last?.photo?.content?.equals(CARD)).toBe(true);
    expect(double.violations).toEqual([]);
  });

  it("is sent again by the id of any of its sizes, with another caption", async () => {
    const { double, reader } = await openChat();
    await upload(double, reader.id, CARD);
    for (const { file_id } of reader.last?.photo?.sizes ?? []) {
      const again = { chat_id: reader.id, photo: file_id, caption: "Again" };
      const fields = { ...again, disable_notification: true };
      expect(await call(double, "sendPhoto", fields)).toMatchObject({ ok: true });
      expect(reader.last).toMatchObject({ text: "Again", silent: true });
      expect(reader.last?.photo?.content?.equals(CARD)).toBe(true);
    }
  });

  it.each<[what: string, bytes: Uint8Array, fields: object, description: string]>([
    ["without bytes", new Uint8Array(), {}, "file must be non-empty"],
    ["that is no picture", Buffer.from("hello"), {}, "IMAGE_PROCESS_FAILED"],
    ["that is cut", CARD.subarray(0, -20), {}, "IMAGE_PROCESS_FAILED"],
    ["that is broken", Buffer.from(CARD).fill(7, 60, 64), {}, "IMAGE_PROCESS_FAILED"],
    ["too wide", png(2100, 100), {}, "PHOTO_INVALID_DIMENSIONS"],
    ["too large on its sides", png(9_500, 600), {}, "PHOTO_INVALID_DIMENSIONS"],
    ["too big", Buffer.alloc(10_000_001), {}, "photo is too big"],
    ["with too long a caption", CARD, { caption: "a".repeat(1025) }, "message caption is too long"],
  ])("%s is refused", async (_what, bytes, fields, description) => {
    const { double, reader } = await openChat();
    expect(await upload(double, reader.id, bytes, fields)).toMatchObject({
      status: 400,
      description: `Bad Request: ${description}`,
    });
    expect(reader.heard).toEqual([]);
  });

  it.each([
    ["an id that nobody was given", "AgACnobody", "wrong file identifier/HTTP URL specified"],
    ["an address", "https://pictures.example/1.png", "failed to get HTTP URL content"],
    ["a file that did not come", "attach://card", "there is no photo in the request"],
  ])("named by %s is refused", async (_what, photo, description) => {
    const { double, reader } = await openChat();
    expect(await call(double, "sendPhoto", { chat_id: reader.id, photo })).toMatchObject({
      status: 400,
      description: `Bad Request: ${description}`,
    });
  });

  it("that is missing, or is no file, breaks the definitions", async () => {
    const { double, reader } = await openChat();
    await call(double, "sendPhoto", { chat_id: reader.id });
    await call(double, "sendPhoto", { chat_id: reader.id, photo: { source: "bytes" } });
    expect(double.violations).toHaveLength(2);
  });

  it("is not taken by a group that forbids photos, whose administrators may send them", async () => {
    const { double, reader } = await openChat();
    const group = double.group("supergroup", { title: "Words only", owner: reader });
    group.forbidsPhotos();
    group.admits(reader);
    expect(await upload(double, group.id, CARD)).toMatchObject({
      status: 400,
      description: "Bad Request: not enough rights to send photos to the chat",
    });
    expect(await call(double, "sendMessage", { chat_id: group.id, text: "a" })).toMatchObject({
      ok: true,
    });
    group.admits(reader, "administrator");
    expect(await upload(double, group.id, CARD)).toMatchObject({ ok: true });
  });

  it("counts as a message to the rate limits", async () => {
    const { double, reader } = await openChat();
    double.limit({ factor: 1 });
    const statuses = [];
    for (let sent = 0; sent < 4; sent += 1)
      statuses.push((await upload(double, reader.id, CARD)).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
  });

  it("becomes no text by an edit", async () => {
    const { double, reader } = await openChat();
    await upload(double, reader.id, CARD);
    const edit = { chat_id: reader.id, message_id: reader.last?.id, text: "a" };
    expect(await call(double, "editMessageText", edit)).toMatchObject({
      description: "Bad Request: there is no text in the message to edit",
    });
  });

  it("is drawn as a picture with its caption", async () => {
    const { double, reader } = await openChat();
    await upload(double, reader.id, CARD, {
      caption: "Talks: <b>scheduled</b>",
      parse_mode: "HTML",
    });
    await upload(double, reader.id, CARD);
    expect(renderAsSeen(reader.chat, { now: NOON, columns: 40, fromId: 2 }))
      .toBe(`── Sara (private) ──────────────────────

Parley · 12:00 PM
  [picture: Talks: scheduled]

Parley · 12:00 PM
  [picture]`);
  });
});
