import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { once } from "node:events";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createDiscordDouble, type DiscordDouble } from "../doubles/discord/discord-double.ts";
import { createTelegramDouble, type TelegramDouble } from "../doubles/telegram/double.ts";
import { pngSize } from "../doubles/png-size.ts";
import { startPostgres } from "../support/postgres-server.ts";
import { ENGINES, testDatabases } from "../support/store-engines.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const TELEGRAM_TOKEN = "4200:a-telegram-token-nobody-may-see";
const DISCORD_TOKEN = "a-discord-token-nobody-may-see";
const APPLICATION = "80351110224678912";
const HOUR_MS = 3_600_000;

const databases = testDatabases();
const folder = temporaryFolder();
let telegram: TelegramDouble;
let discord: DiscordDouble;
let env: Record<string, string>;
let running: Running | null = null;

beforeEach(async () => {
  telegram = await createTelegramDouble({ token: TELEGRAM_TOKEN });
  discord = await createDiscordDouble({ token: DISCORD_TOKEN, applicationId: APPLICATION });
  env = {
    TELEGRAM_BOT_TOKEN: TELEGRAM_TOKEN,
    TELEGRAM_API_ROOT: telegram.root,
    DISCORD_TOKEN,
    DISCORD_APPLICATION_ID: APPLICATION,
    DISCORD_API_ROOT: discord.root,
    DATABASE_URL: `file:${folder()}/${process.hrtime.bigint()}/parley.db`,
    LOG_LEVEL: "debug",
    PARLEY_HTTP_PORT: "off",
  };
});

afterEach(async () => {
  running?.child.kill("SIGKILL");
  running = null;
  await telegram.close();
  await discord.close();
});

type Running = { readonly child: ChildProcess; readonly err: () => string };

/** Starts the bot as `npm start` does. */
function start(): Running {
  const child = parley("run");
  let err = "";
  child.stderr?.on("data", (data: Buffer) => (err += data.toString()));
  running = { child, err: () => err };
  return running;
}

/** Starting takes seconds on a busy machine; people's patience begins after. */
async function listens({ err }: Running): Promise<void> {
  await expect.poll(err, { timeout: 30_000 }).toContain("chat platform on");
}

const parley = (...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, ["src/app/main.ts", ...args], {
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });

/** Ends the bot as a service manager does; gives its exit code. */
async function stop({ child }: Running): Promise<number | null> {
  const ended = once(child, "close");
  child.kill("SIGTERM");
  const [code] = await ended;
  return code as number | null;
}

/** News of an hour ago: the talks are tomorrow. */
async function keepNews(): Promise<void> {
  const published = new Date(Date.now() - HOUR_MS);
  const day = new Date(published.getTime() + 24 * HOUR_MS);
  const date = `${day.getUTCDate()} ${day.toLocaleString("en", { month: "long", timeZone: "UTC" })}`;
  const file = `${folder()}/news.json`;
  writeFileSync(
    file,
    JSON.stringify([
      {
        id: "oman-says",
        url: "https://wire.example/oman-says",
        source: "Reuters",
        published: published.toISOString(),
        title: `Iran and US to hold nuclear talks in Muscat on ${date}, Oman says`,
        body: `Oman's foreign ministry said that Iran and the United States would hold nuclear talks in Muscat on ${date}.`,
      },
    ]),
  );
  await once(parley("ingest", "--feed", file), "close");
}

it.each(ENGINES)(
  "serves a newcomer in both chats on %s, goes on after a restart, and shows no token",
  async (engine) => {
    env["DATABASE_URL"] = await databases.fresh(engine);
    await keepNews();
    const first = start();
    await listens(first);
    const reader = telegram.person({ name: "Sara", language: "fa", zone: "Asia/Tehran" });
    const guild = discord.guild({ name: "Newsroom" });
    const channel = discord.channel({ guild, name: "desk" });
    const editor = discord.member({ guild, locale: "en-GB", permissions: ["MANAGE_GUILD"] });

    const welcome = await reader.asks("/start");
    const [oneTap = ""] = welcome.buttons.flat();
    await reader.presses(oneTap);
    await reader.until((seen) => seen.some(({ edited }) => edited));
    const status = await reader.asks("/status");
    const [photo] = reader.heard.flatMap((message) => message.photo ?? []);
    await discord.gateway.ready();
    const subscribed = await editor.gives("/subscribe", {}, channel);
    const shown = await editor.gives("/status", {}, channel);

    expect(oneTap).toContain("۰۸:۰۰");
    expect(status.text).toContain("مسقط");
    expect(photo).toMatchObject({ width: 1_200, height: 630 });
    expect(subscribed.kind).toBe("message");
    const drawn = shown.kind === "message" ? (shown.message.pictures[0]?.bytes ?? null) : null;
    expect(pngSize(Buffer.from(drawn ?? []))).toEqual({ width: 1_200, height: 630 });
    expect(await stop(first)).toBe(0);

    const second = start();
    await reader.presses(status.buttons.flat()[0] ?? "");
    expect(await stop(second)).toBe(0);

    const logged = first.err() + second.err();
    const { password } = new URL(env["DATABASE_URL"]);
    const secrets = [TELEGRAM_TOKEN, DISCORD_TOKEN, ...(password === "" ? [] : [password])];
    for (const secret of secrets) expect(logged).not.toContain(secret);
    expect(logged).not.toContain("StoreError");
    expect([...telegram.violations, ...discord.violations]).toEqual([]);
  },
  60_000,
);

it("goes on in one chat when the other takes its token for wrong", async () => {
  env["DISCORD_TOKEN"] = "another-token";
  const bot = start();
  const reader = telegram.person({ name: "Sara" });

  expect((await reader.asks("/help")).text).toContain("/status");
  expect(await stop(bot)).toBe(0);
  expect(bot.err()).toContain("platform left");
}, 60_000);

it("goes on, and ends in good order, when nobody reads its log any more", async () => {
  const bot = start();
  await listens(bot);
  const reader = telegram.person({ name: "Sara" });
  bot.child.stderr?.destroy();

  for (const question of ["/help", "/status", "/help"])
    expect((await reader.asks(question)).text).not.toBe("");
  expect(bot.child.exitCode).toBeNull();
  expect(await stop(bot)).toBe(0);
}, 60_000);

it("goes on by itself when the database server was away, and owes nobody less", async () => {
  const server = await startPostgres();
  try {
    env["DATABASE_URL"] = server.url("postgres");
    await keepNews();
    const bot = start();
    await listens(bot);
    const reader = telegram.person({ name: "Sara", zone: "Asia/Tehran" });
    const [oneTap = ""] = (await reader.asks("/start")).buttons.flat();
    await server.halt();
    const meanwhile = await reader.asks("/status");
    await server.resume();
    await reader.presses(oneTap);
    await reader.until((seen) => seen.some(({ edited }) => edited));
    const status = await reader.asks("/status");

    expect(meanwhile.text).not.toContain("Muscat");
    expect(status.text).toContain("Muscat");
    expect(bot.child.exitCode).toBeNull();
    expect(await stop(bot)).toBe(0);
    expect(bot.err()).not.toContain("stray error");
    expect(bot.err()).not.toContain(new URL(env["DATABASE_URL"]).password);
  } finally {
    await server.stop();
  }
}, 60_000);
