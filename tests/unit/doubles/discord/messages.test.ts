import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DiscordDouble } from "../../../doubles/discord/discord-double.ts";
import { ask, openDouble, TOKEN, turnedClock } from "./ask-discord.ts";

const V2 = 1 << 15;
const text = (content: string) => ({ type: 10, content });
const button = (id: string) => ({ type: 2, style: 1, label: "Go", custom_id: id });
const row = (...components: readonly unknown[]) => ({ type: 1, components });
const times = (count: number, make: (index: number) => unknown) =>
  Array.from({ length: count }, (_, index) => make(index));

const ends: (() => Promise<void>)[] = [];
const clock = turnedClock("2026-02-04T10:00:00Z");
let double: DiscordDouble;
let path: string;

beforeEach(async () => {
  double = await openDouble((end) => ends.push(end), { clock });
  const guild = double.guild({});
  path = `/channels/${double.channel({ guild }).id}/messages`;
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

test("takes a message, with mentions of nobody, and shows it", async () => {
  const sent = await ask(double, "POST", path, {
    content: "Talks resume",
    allowed_mentions: { parse: [] },
  });
  expect(sent.status).toBe(200);
  const found = await ask(double, "GET", `${path}/${String(sent.body["id"])}`);
  expect(found.body).toMatchObject({
    content: "Talks resume",
    timestamp: "2026-02-04T10:00:00.000000+00:00",
  });
  expect(double.violations).toEqual([]);
  expect(double.pings).toEqual([]);
});

test.for<[string, Record<string, unknown>, string]>([
  ["content of 2,001 characters", { content: "x".repeat(2001) }, "content"],
  ["a field nobody knows", { content: "x", colour: 3 }, "colour"],
  ["content that is no text", { content: 7 }, "content"],
  ["eleven embeds", { embeds: times(11, () => ({ title: "x" })) }, "embeds"],
  ["an embed title of 257", { embeds: [{ title: "x".repeat(257) }] }, "embeds.0.title"],
  [
    "a description of 4,097",
    { embeds: [{ description: "x".repeat(4097) }] },
    "embeds.0.description",
  ],
  [
    "26 fields",
    { embeds: [{ title: "x", fields: times(26, () => ({ name: "x", value: "y" })) }] },
    "embeds.0.fields",
  ],
  [
    "a field without a value",
    { embeds: [{ title: "x", fields: [{ name: "x" }] }] },
    "embeds.0.fields.0.value",
  ],
  [
    "6,001 characters of embeds",
    { embeds: [{ description: "x".repeat(4000) }, { description: "x".repeat(2001) }] },
    "embeds",
  ],
  ["an empty embed", { embeds: [{}] }, "embeds.0.description"],
  [
    "a container without the flag",
    { content: "x", components: [{ type: 17, components: [text("x")] }] },
    "components.0.type",
  ],
  ["content beside Components V2", { content: "x", flags: V2, components: [text("x")] }, "content"],
  [
    "embeds beside Components V2",
    { embeds: [{ title: "x" }], flags: V2, components: [text("x")] },
    "embeds",
  ],
  [
    "41 components in all",
    { flags: V2, components: [{ type: 17, components: times(39, () => text("x")) }, text("x")] },
    "components",
  ],
  [
    "4,001 characters of text",
    { flags: V2, components: [text("x".repeat(2001)), text("y".repeat(2000))] },
    "components",
  ],
  [
    "a container in a container",
    { flags: V2, components: [{ type: 17, components: [{ type: 17, components: [text("x")] }] }] },
    "components.0.components.0.type",
  ],
  [
    "a section without accessory",
    { flags: V2, components: [{ type: 9, components: [text("x")] }] },
    "components.0.accessory",
  ],
  [
    "a section of four texts",
    {
      flags: V2,
      components: [{ type: 9, components: times(4, () => text("x")), accessory: button("a") }],
    },
    "components.0.components",
  ],
  [
    "six buttons in a row",
    { content: "x", components: [row(...times(6, (index) => button(`${index}`)))] },
    "components.0.components",
  ],
  ["an empty row", { content: "x", components: [row()] }, "components.0.components"],
  [
    "six rows",
    { content: "x", components: times(6, (index) => row(button(`${index}`))) },
    "components",
  ],
  [
    "a select beside a button",
    {
      content: "x",
      components: [
        row(button("a"), { type: 3, custom_id: "s", options: [{ label: "x", value: "y" }] }),
      ],
    },
    "components.0",
  ],
  [
    "one id twice",
    { content: "x", components: [row(button("a"), button("a"))] },
    "components.0.components.1.custom_id",
  ],
  [
    "an id of 101",
    { content: "x", components: [row(button("a".repeat(101)))] },
    "components.0.components.0.custom_id",
  ],
  [
    "a label of 81",
    { content: "x", components: [row({ ...button("a"), label: "x".repeat(81) })] },
    "components.0.components.0.label",
  ],
  [
    "a link with an id",
    {
      content: "x",
      components: [
        row({ type: 2, style: 5, label: "x", url: "https://example.org", custom_id: "a" }),
      ],
    },
    "components.0.components.0.custom_id",
  ],
  [
    "a link to nowhere",
    { content: "x", components: [row({ type: 2, style: 5, label: "x", url: "javascript:1" })] },
    "components.0.components.0.url",
  ],
  [
    "a button without words",
    { content: "x", components: [row({ type: 2, style: 1, custom_id: "a" })] },
    "components.0.components.0.label",
  ],
  [
    "26 options",
    {
      content: "x",
      components: [
        row({
          type: 3,
          custom_id: "s",
          options: times(26, (index) => ({ label: "x", value: `${index}` })),
        }),
      ],
    },
    "components.0.components.0.options",
  ],
  [
    "an option label of 101",
    {
      content: "x",
      components: [
        row({ type: 3, custom_id: "s", options: [{ label: "x".repeat(101), value: "y" }] }),
      ],
    },
    "components.0.components.0.options.0.label",
  ],
  [
    "one value twice",
    {
      content: "x",
      components: [
        row({
          type: 3,
          custom_id: "s",
          options: [
            { label: "x", value: "y" },
            { label: "z", value: "y" },
          ],
        }),
      ],
    },
    "components.0.components.0.options",
  ],
  ["a flag bots cannot set", { content: "x", flags: 64 }, "flags"],
  ["a nonce of 26", { content: "x", nonce: "x".repeat(26) }, "nonce"],
  [
    "a file that did not come",
    { content: "x", attachments: [{ id: "0", filename: "a.ics" }] },
    "attachments.0.id",
  ],
  [
    "a picture from a file that did not come",
    { flags: V2, components: [{ type: 12, items: [{ media: { url: "attachment://a.png" } }] }] },
    "components.0.items.0.media.url",
  ],
])("refuses %s", async ([, body, field]) => {
  const answer = await ask(double, "POST", path, body);
  expect(answer).toMatchObject({ status: 400, code: 50035, fields: [field] });
  expect(double.violations).toHaveLength(1);
  expect(double.counters.messagesCreated).toBe(0);
});

test.for<[string, Record<string, unknown>]>([
  ["2,000 characters", { content: "x".repeat(2000) }],
  ["2,000 pictures of two code units", { content: "🙂".repeat(2000) }],
  [
    "6,000 characters of embeds",
    { embeds: [{ description: "x".repeat(4000) }, { description: "x".repeat(2000) }] },
  ],
  [
    "40 components",
    { flags: V2, components: [{ type: 17, components: times(39, () => text("x")) }] },
  ],
  [
    "a section with a button",
    { flags: V2, components: [{ type: 9, components: [text("x")], accessory: button("a") }] },
  ],
])("takes %s", async ([, body]) => {
  expect((await ask(double, "POST", path, body)).status).toBe(200);
  expect(double.violations).toEqual([]);
});

test("refuses a message with nothing in it", async () => {
  expect(await ask(double, "POST", path, {})).toMatchObject({ status: 400, code: 50006 });
});

test("takes a file and tells its name and size", async () => {
  const form = new FormData();
  form.append(
    "payload_json",
    JSON.stringify({ content: "Calendar", attachments: [{ id: "0", description: "Round" }] }),
  );
  form.append("files[0]", new Blob(["BEGIN:VCALENDAR"], { type: "text/calendar" }), "round.ics");
  const sent = await ask(double, "POST", path, form);
  expect(sent.body["attachments"]).toMatchObject([
    { filename: "round.ics", size: 15, description: "Round" },
  ]);
});

describe("a nonce", () => {
  const body = { content: "Once", nonce: "delivery-1", enforce_nonce: true };

  test("gives the first message back and makes no second", async () => {
    const first = await ask(double, "POST", path, body);
    const second = await ask(double, "POST", path, body);
    expect(second.body["id"]).toBe(first.body["id"]);
    expect(double.counters).toMatchObject({ messagesCreated: 1, repeats: 1 });
  });

  test("is forgotten after a few minutes", async () => {
    await ask(double, "POST", path, body);
    clock.turn(6 * 60_000);
    await ask(double, "POST", path, body);
    expect(double.counters.messagesCreated).toBe(2);
  });

  test("means nothing unless it is enforced", async () => {
    await ask(double, "POST", path, { content: "Once", nonce: "delivery-1" });
    await ask(double, "POST", path, { content: "Once", nonce: "delivery-1" });
    expect(double.counters.messagesCreated).toBe(2);
  });
});

test.for<[string, Record<string, unknown>, number]>([
  ["everyone, as nothing forbids it", { content: "@everyone" }, 1],
  [
    "nobody when nothing is parsed",
    { content: "@everyone <@1> <@&2>", allowed_mentions: { parse: [] } },
    0,
  ],
  [
    "only who is listed",
    { content: "<@1> <@2>", allowed_mentions: { parse: [], users: ["1"] } },
    1,
  ],
  ["nobody from an embed", { embeds: [{ description: "<@1>" }] }, 0],
  ["someone from a text of Components V2", { flags: V2, components: [text("<@1>")] }, 1],
])("pings %s", async ([, body, count]) => {
  await ask(double, "POST", path, body);
  expect(double.pings).toHaveLength(count);
});

describe("places", () => {
  test("say what is missing", async () => {
    const guild = double.guild({});
    const hidden = double.channel({ guild, botLacks: ["VIEW_CHANNEL"] });
    const mute = double.channel({ guild, botLacks: ["SEND_MESSAGES"] });
    const plain = double.channel({ guild, botLacks: ["EMBED_LINKS"] });
    const code = async (id: string, body: unknown = { content: "x" }) =>
      (await ask(double, "POST", `/channels/${id}/messages`, body)).code;
    expect(await code(hidden.id)).toBe(50001);
    expect(await code(mute.id)).toBe(50013);
    expect(await code(plain.id, { embeds: [{ title: "x" }] })).toBe(50013);
    expect(await code("99")).toBe(10003);
    double.kicks(guild);
    expect(await code(plain.id)).toBe(50001);
    double.invites(guild);
    double.deletes(plain);
    expect(await code(plain.id)).toBe(10003);
    expect(double.violations).toEqual([]);
  });

  test("threads ask for their own permission, open again unless they are locked", async () => {
    const guild = double.guild({});
    const parent = double.channel({ guild, botLacks: ["SEND_MESSAGES"] });
    const archived = double.thread({ parent, archived: true });
    const locked = double.thread({ parent, archived: true, locked: true });
    const send = (id: string) => ask(double, "POST", `/channels/${id}/messages`, { content: "x" });
    expect((await send(archived.id)).status).toBe(200);
    expect(archived.archived).toBe(false);
    expect((await send(locked.id)).code).toBe(50083);
    double.denies(parent, ["SEND_MESSAGES_IN_THREADS"]);
    expect((await send(archived.id)).code).toBe(50013);
  });

  test("direct messages arrive unless the other side takes none", async () => {
    const reader = double.member({});
    const { body } = await ask(double, "POST", "/users/@me/channels", { recipient_id: reader.id });
    const to = `/channels/${String(body["id"])}/messages`;
    expect((await ask(double, "POST", to, { content: "x" })).status).toBe(200);
    reader.takesDirectMessages(false);
    expect((await ask(double, "POST", to, { content: "x" })).code).toBe(50007);
  });

  test("announcements are passed on once", async () => {
    const guild = double.guild({});
    const news = `/channels/${double.channel({ guild, kind: "announcement" }).id}/messages`;
    const { body } = await ask(double, "POST", news, { content: "x" });
    const again = `${news}/${String(body["id"])}/crosspost`;
    expect((await ask(double, "POST", again)).status).toBe(200);
    expect((await ask(double, "POST", again)).code).toBe(40033);
    const plain = await ask(double, "POST", path, { content: "x" });
    expect((await ask(double, "POST", `${path}/${String(plain.body["id"])}/crosspost`)).code).toBe(
      50024,
    );
  });
});

test("edits what is its own, and what stays counts", async () => {
  const { body } = await ask(double, "POST", path, { flags: V2, components: [text("x")] });
  const one = `${path}/${String(body["id"])}`;
  expect(
    (await ask(double, "PATCH", one, { components: [text("y")] })).body["components"],
  ).toMatchObject([{ content: "y" }]);
  expect(await ask(double, "PATCH", one, { content: "z" })).toMatchObject({
    code: 50035,
    fields: ["content"],
  });
  expect((await ask(double, "PATCH", `${path}/7`, { content: "z" })).code).toBe(10008);
  expect((await ask(double, "DELETE", one)).status).toBe(204);
  expect((await ask(double, "GET", one)).code).toBe(10008);
});

test("knows no other routes, no other token and no body that is not JSON", async () => {
  expect(await ask(double, "GET", "/channels")).toMatchObject({ status: 404, code: 0 });
  expect(
    await ask(double, "GET", "/users/@me", undefined, { authorization: "Bot x" }),
  ).toMatchObject({ status: 401, code: 0 });
  const headers = { authorization: `Bot ${TOKEN}`, "content-type": "application/json" };
  const broken = await fetch(`${double.root}/v10${path}`, { method: "POST", headers, body: "{" });
  expect(broken.status).toBe(400);
  expect(double.violations.map(({ operation }) => operation)).toEqual([
    "GET /api/v10/channels",
    "create_message",
    "create_message",
  ]);
});
