import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, it } from "vitest";
import { z } from "zod";
import { createDiscordDouble } from "../doubles/discord/discord-double.ts";
import { createTelegramDouble } from "../doubles/telegram/double.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const TELEGRAM_TOKEN = "4200:a-telegram-token-nobody-may-see";
const DISCORD_TOKEN = "a-discord-token-nobody-may-see";
const APPLICATION = "80351110224678912";

const folder = temporaryFolder();
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

const Ready = z.object({ checks: z.array(z.object({ name: z.string(), detail: z.string() })) });

/** Starts the program as `npm start` does; gives where its page is once it is served. */
async function start(env: Readonly<Record<string, string>>): Promise<string> {
  const child: ChildProcess = spawn(process.execPath, ["src/app/main.ts", "run"], {
    env: { DATABASE_URL: `file:${folder()}/parley.db`, PARLEY_HTTP_PORT: "0", ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  ends.push(async () => {
    child.kill("SIGKILL");
    if (child.exitCode === null && child.signalCode === null) await once(child, "close");
  });
  let told = "";
  child.stderr?.on("data", (data: Buffer) => (told += data.toString()));
  await expect.poll(() => told, { timeout: 20_000 }).toContain('"msg":"page served"');
  const [, port = ""] = /"port":(\d+),"msg":"page served"/.exec(told) ?? [];
  return `http://127.0.0.1:${port}`;
}

it("tells how listening to each chat stands, and measures it", { timeout: 60_000 }, async () => {
  const telegram = await createTelegramDouble({ token: TELEGRAM_TOKEN });
  ends.push(() => telegram.close());
  const discord = await createDiscordDouble({ token: DISCORD_TOKEN, applicationId: APPLICATION });
  ends.push(() => discord.close());
  const origin = await start({
    TELEGRAM_BOT_TOKEN: TELEGRAM_TOKEN,
    TELEGRAM_API_ROOT: telegram.root,
    DISCORD_TOKEN,
    DISCORD_APPLICATION_ID: APPLICATION,
    DISCORD_API_ROOT: discord.root,
  });
  await discord.gateway.ready();
  const listening = async (): Promise<string> => {
    const { checks } = Ready.parse(await (await fetch(`${origin}/readyz`)).json());
    const told = checks.filter(({ name }) => name.endsWith("-listening"));
    return told.map(({ name, detail }) => `${name}: ${detail}`).join("\n");
  };

  await expect
    .poll(listening, { timeout: 20_000, interval: 500 })
    .toMatch(
      /^telegram-listening: last poll answered .*\ndiscord-listening: gateway connected since/,
    );
  const measured = await (await fetch(`${origin}/metrics`)).text();
  for (const platform of ["telegram", "discord"])
    expect(measured).toContain(`parley_listening{platform="${platform}",state="hearing"} 1`);
});
