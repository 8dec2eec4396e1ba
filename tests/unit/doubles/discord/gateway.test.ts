import { createInflate, constants, inflateSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import type { DiscordDouble } from "../../../doubles/discord/discord-double.ts";
import { openDouble, TOKEN } from "./ask-discord.ts";

type Payload = {
  readonly op: number;
  readonly t?: string | null;
  readonly s?: number | null;
  readonly d: unknown;
};

const GUILDS = 1;

const ends: (() => Promise<void>)[] = [];
let double: DiscordDouble;
beforeEach(async () => {
  double = await openDouble((end) => ends.push(end));
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A connection that keeps what it was told. */
function connect(
  query = "v=10&encoding=json",
  read = (raw: Buffer): string => raw.toString("utf8"),
) {
  const socket = new WebSocket(
    `${double.root.replace("http", "ws").replace("/api", "")}/?${query}`,
  );
  const told: Payload[] = [];
  const looks: (() => void)[] = [];
  socket.on("message", (raw: Buffer) => {
    const text = read(raw);
    if (text !== "") told.push(JSON.parse(text) as Payload);
    for (const look of looks) look();
  });
  const until = (fits: (payload: Payload) => boolean): Promise<Payload> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = told.find(fits);
        if (found !== undefined) resolve(found);
      };
      looks.push(look);
      look();
    });
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  return {
    told,
    until,
    closed,
    socket,
    send: (op: number, d: unknown) => socket.send(JSON.stringify({ op, d })),
  };
}

const named = (name: string) => (payload: Payload) => payload.t === name;
const hello = (payload: Payload) => payload.op === 10;
const identity = { token: TOKEN, intents: GUILDS, properties: {} };

async function identified(line: ReturnType<typeof connect>, more: object = {}): Promise<string> {
  await line.until(hello);
  line.send(2, { ...identity, ...more });
  const { d } = await line.until(named("READY"));
  return (d as { readonly session_id: string }).session_id;
}

test("greets, acknowledges heartbeats and tells of guilds", async () => {
  const guild = double.guild({ name: "Desk" });
  const line = connect();
  await identified(line);
  line.send(1, null);
  await line.until(({ op }) => op === 11);
  expect((await line.until(named("GUILD_CREATE"))).d).toMatchObject({ id: guild.id, name: "Desk" });
});

test.for<[string, object, number]>([
  ["another token", { token: "x" }, 4004],
  ["intents that need an approval", { intents: GUILDS | (1 << 15) }, 4014],
  ["intents nobody knows", { intents: 1 << 30 }, 4013],
  ["a shard beyond the last", { shard: [2, 2] }, 4010],
])("turns %s away", async ([, more, code]) => {
  const line = connect();
  await line.until(hello);
  line.send(2, { ...identity, ...more });
  expect(await line.closed).toBe(code);
});

test("speaks with nobody who has not said who they are", async () => {
  const line = connect();
  await line.until(hello);
  line.send(3, {});
  expect(await line.closed).toBe(4003);
});

const inflated = (raw: Buffer): string =>
  (raw[0] === 0x78 ? inflateSync(raw) : raw).toString("utf8");

describe("compression", () => {
  test("of each payload, when asked for as clients identify", async () => {
    const line = connect(undefined, inflated);
    expect(await identified(line, { compress: true })).toHaveLength(32);
  });

  test("of the whole stream, when asked for in the address", async () => {
    const inflate = createInflate({ finishFlush: constants.Z_SYNC_FLUSH });
    let text = "";
    inflate.on("data", (chunk: Buffer) => (text += chunk.toString("utf8")));
    const line = connect("v=10&encoding=json&compress=zlib-stream", (raw) => {
      inflate.write(raw);
      return "";
    });
    const has = (words: string): Promise<void> =>
      new Promise((resolve) => {
        inflate.on("data", () => text.includes(words) && resolve());
        if (text.includes(words)) resolve();
      });
    await has('"op":10');
    line.send(2, identity);
    await has('"READY"');
    expect(line.told).toEqual([]);
  });
});

test("tells who resumes what was missed, once", async () => {
  const first = connect();
  const session = await identified(first);
  double.gateway.drop();
  await first.closed;
  const guild = double.guild({ name: "Missed" });
  const second = connect();
  await second.until(hello);
  second.send(6, { token: TOKEN, session_id: session, seq: 1 });
  await second.until(named("RESUMED"));
  expect(second.told.filter(named("GUILD_CREATE")).map(({ d }) => d)).toMatchObject([
    { id: guild.id },
  ]);
  expect(double.gateway.counts).toEqual({ identified: 1, resumed: 1 });
});

test("resumes no session that was never, or is over", async () => {
  const line = connect();
  const session = await identified(line);
  double.gateway.invalidate(false);
  await line.until(({ op, d }) => op === 9 && d === false);
  const second = connect();
  await second.until(hello);
  second.send(6, { token: TOKEN, session_id: session, seq: 1 });
  expect(await second.until(({ op }) => op === 9)).toMatchObject({ d: false });
});

test("tells each shard only of its own guilds", async () => {
  const line = connect();
  await identified(line, { shard: [0, 2] });
  const other = connect();
  await identified(other, { shard: [1, 2] });
  const guild = double.guild({});
  const owner = (BigInt(guild.id) >> 22n) % 2n === 0n ? line : other;
  await owner.until(named("GUILD_CREATE"));
  expect([...line.told, ...other.told].filter(named("GUILD_CREATE"))).toHaveLength(1);
});

test("keeps the words of others from a bot that was not granted them", async () => {
  const guild = double.guild({});
  const channel = double.channel({ guild });
  const line = connect();
  await identified(line, { intents: GUILDS | (1 << 9) });
  double.member({ guild }).writes("secret", channel);
  expect((await line.until(named("MESSAGE_CREATE"))).d).toMatchObject({ content: "" });
});
