import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import type { DiscordDouble } from "../../../doubles/discord/discord-double.ts";
import type { Reader } from "../../../doubles/discord/reader.ts";
import { APPLICATION, ask, openDouble, TOKEN, turnedClock } from "./ask-discord.ts";

type Given = { readonly id: string; readonly token: string; readonly type: number };

const EPHEMERAL = 64;
const V2 = 1 << 15;
const BUTTON = [{ type: 1, components: [{ type: 2, style: 1, label: "Go", custom_id: "go" }] }];
const MODAL = {
  custom_id: "m",
  title: "City",
  components: [
    { type: 1, components: [{ type: 4, style: 1, custom_id: "city", label: "Your city" }] },
  ],
};

const ends: (() => Promise<void>)[] = [];
let clock: ReturnType<typeof turnedClock>;
let double: DiscordDouble;
let reader: Reader;
let socket: WebSocket;

beforeEach(async () => {
  clock = turnedClock("2026-02-04T10:00:00Z");
  double = await openDouble((end) => ends.push(end), { clock, patienceMs: 200 });
  const guild = double.guild({});
  double.channel({ guild });
  reader = double.member({ guild });
  const options = [{ type: 3, name: "city", description: "A city", autocomplete: true }];
  await ask(double, "PUT", `/applications/${APPLICATION}/commands`, [
    { name: "status", description: "Status", options },
  ]);
  socket = new WebSocket(
    `${double.root.replace("http", "ws").replace("/api", "")}/?v=10&encoding=json`,
  );
  socket.on("open", () =>
    socket.send(JSON.stringify({ op: 2, d: { token: TOKEN, intents: 1, properties: {} } })),
  );
  await double.gateway.ready();
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** What the bot is told next that somebody did. */
const told = (): Promise<Given> =>
  new Promise((resolve) => {
    const listen = (raw: Buffer): void => {
      const payload = JSON.parse(raw.toString("utf8")) as { readonly t: string; readonly d: Given };
      if (payload.t !== "INTERACTION_CREATE") return;
      socket.off("message", listen);
      resolve(payload.d);
    };
    socket.on("message", listen);
  });

const answer = ({ id, token }: Given, body: unknown) =>
  ask(double, "POST", `/interactions/${id}/${token}/callback`, body);
const later = ({ token }: Given) => `/webhooks/${APPLICATION}/${token}`;

async function given(): Promise<{
  readonly it: Given;
  readonly outcome: ReturnType<Reader["gives"]>;
}> {
  const next = told();
  const outcome = reader.gives("/status", {});
  return { it: await next, outcome };
}

test("an answer is taken once", async () => {
  const { it, outcome } = await given();
  expect((await answer(it, { type: 4, data: { content: "x", flags: EPHEMERAL } })).status).toBe(
    204,
  );
  expect(await outcome).toMatchObject({ kind: "message", ephemeral: true });
  expect((await answer(it, { type: 4, data: { content: "x" } })).code).toBe(40060);
});

test("an answer that is no message leaves the interaction to be answered", async () => {
  const { it } = await given();
  expect((await answer(it, { type: 4, data: { content: "x".repeat(2001) } })).fields).toEqual([
    "data.content",
  ]);
  expect((await answer(it, { type: 4, data: { content: "x" } })).status).toBe(204);
});

test("an answer after three seconds is too late", async () => {
  const { it } = await given();
  clock.turn(3001);
  expect(await answer(it, { type: 4, data: { content: "x" } })).toMatchObject({
    status: 404,
    code: 10062,
  });
});

test("an answer needs the token of its interaction", async () => {
  const { it } = await given();
  expect((await answer({ ...it, token: "x" }, { type: 4, data: { content: "x" } })).code).toBe(
    10062,
  );
});

test("nobody follows up before the first answer", async () => {
  const { it } = await given();
  expect((await ask(double, "POST", later(it), { content: "x" })).code).toBe(10015);
});

test("a promised answer comes by an edit, for fifteen minutes", async () => {
  const { it, outcome } = await given();
  await answer(it, { type: 5, data: { flags: EPHEMERAL } });
  const original = `${later(it)}/messages/@original`;
  const components = [{ type: 10, content: "Here" }];
  expect((await ask(double, "PATCH", original, { flags: V2, components })).status).toBe(200);
  expect(await outcome).toMatchObject({ kind: "message", ephemeral: true });
  clock.turn(15 * 60_000 + 1);
  expect((await ask(double, "PATCH", original, { components })).code).toBe(50027);
});

test("a promise carries no words", async () => {
  const { it } = await given();
  expect((await answer(it, { type: 5, data: { content: "x" } })).status).toBe(400);
});

test("who is not answered sees that", async () => {
  expect(await reader.gives("/status", {})).toEqual({ kind: "failed", reason: "no answer" });
});

test("a command takes no update", async () => {
  const { it } = await given();
  expect((await answer(it, { type: 7, data: { content: "x" } })).fields).toEqual(["type"]);
});

test("a press takes a modal, and the modal an update of the message", async () => {
  const { it } = await given();
  await answer(it, { type: 4, data: { content: "x", components: BUTTON } });
  let next = told();
  const pressed = reader.presses("Go");
  await answer(await next, { type: 9, data: MODAL });
  const modal = await pressed;
  next = told();
  const sent = reader.submits(modal, "Tehran");
  const submitted = await next;
  expect(submitted).toMatchObject({
    type: 5,
    data: { components: [{ components: [{ custom_id: "city", value: "Tehran" }] }] },
  });
  expect((await answer(submitted, { type: 9, data: MODAL })).fields).toEqual(["type"]);
  await answer(submitted, { type: 7, data: { content: "Tehran", components: [] } });
  expect(await sent).toMatchObject({
    kind: "updated",
    message: { body: { content: "Tehran", components: [] } },
  });
});

test.for<[string, Record<string, unknown>, string]>([
  ["a title of 46", { title: "x".repeat(46) }, "data.title"],
  [
    "six rows",
    {
      components: Array.from({ length: 6 }, (_, index) => ({
        type: 1,
        components: [{ type: 4, style: 1, custom_id: `${index}`, label: "x" }],
      })),
    },
    "data.components",
  ],
  [
    "an input without a label",
    { components: [{ type: 1, components: [{ type: 4, style: 1, custom_id: "x" }] }] },
    "data.components.0.components.0.label",
  ],
  ["a button", { components: BUTTON }, "data.components.0.components.0.type"],
])("a modal holds no %s", async ([, more, field]) => {
  const { it } = await given();
  const refused = await answer(it, { type: 9, data: { ...MODAL, ...more } });
  expect(refused.fields.some((each) => each.startsWith(field))).toBe(true);
});

test("words typed into an option are completed by at most 25 choices", async () => {
  const next = told();
  const typed = reader.types("/status", "city", "te");
  const it = await next;
  const many = Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` }));
  expect((await answer(it, { type: 8, data: { choices: many } })).fields).toEqual(["data.choices"]);
  await answer(it, { type: 8, data: { choices: [{ name: "Tehran", value: "IR" }] } });
  expect(await typed).toEqual([{ name: "Tehran", value: "IR" }]);
});

test("a reader is offered only what is registered", async () => {
  await expect(reader.gives("/nothing", {})).rejects.toThrow("no command /nothing");
  await expect(reader.gives("/status", { when: "now" })).rejects.toThrow("no option when");
});
