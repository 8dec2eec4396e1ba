import { afterEach, expect, it, vi } from "vitest";
import { startBot } from "../support/discord-bot.ts";

type Bot = Awaited<ReturnType<typeof startBot>>;
const bots: Bot[] = [];

async function connected(shards = 1): Promise<Bot> {
  const bot = await startBot({ shards });
  bots.push(bot);
  await bot.double.gateway.ready();
  await vi.waitFor(() => expect(bot.hearings).toEqual([WELL]), 5_000);
  return bot;
}

afterEach(async () => {
  for (const { stop, double } of bots.splice(0)) {
    await stop();
    await double.close();
  }
});

const WELL = { kind: "hearing", by: "gateway" };
const kinds = ({ hearings }: Bot) => hearings.map(({ kind }) => kind);

it("tells that the gateway is connected, is being resumed, and is back", async () => {
  const bot = await connected();
  bot.double.gateway.reconnect();
  await vi.waitFor(() => expect(kinds(bot)).toEqual(["hearing", "resuming", "hearing"]), 5_000);
});

it("tells so after a connection that could not be resumed, too", async () => {
  const bot = await connected();
  bot.double.gateway.drop();
  await vi.waitFor(() => expect(kinds(bot)).toEqual(["hearing", "resuming", "hearing"]), 5_000);
});

it("is not back before every connection is", async () => {
  const bot = await connected(2);
  bot.double.gateway.reconnect();
  await vi.waitFor(() => expect(bot.double.gateway.counts.resumed).toBe(2), 5_000);
  await vi.waitFor(() => expect(kinds(bot).at(-1)).toBe("hearing"), 5_000);
  expect(kinds(bot)).toEqual(["hearing", "resuming", "resuming", "hearing"]);
});

it("tells nothing of an end on purpose", async () => {
  const bot = await connected();
  await bot.stop();
  expect(bot.hearings).toEqual([WELL]);
});

it("tells why a gateway cannot be reached", async () => {
  const first = await startBot();
  await first.stop();
  await first.double.stop();
  const bot = await startBot({ double: first.double, impatient: true });
  bots.push(bot);
  await vi.waitFor(() => expect(bot.hearings[0]).toMatchObject({ kind: "lost" }), 5_000);
  expect(JSON.stringify(bot.hearings[0])).toMatch(/cannot be reached.*Check that this machine/);
});
