import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createLlmDouble, type LlmDouble } from "../doubles/llm/double.ts";
import { createTelegramDouble, type TelegramDouble } from "../doubles/telegram/double.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const TOKEN = "4200:a-telegram-token-nobody-may-see";
const KEY = "sk-a-model-key-nobody-may-see";
const HOUR_MS = 3_600_000;

const folder = temporaryFolder();
let telegram: TelegramDouble;
let double: LlmDouble;
let env: Record<string, string>;
let child: ChildProcess | null = null;
let err = "";

beforeEach(async () => {
  telegram = await createTelegramDouble({ token: TOKEN });
  double = await createLlmDouble({ key: KEY, model: "small" });
  err = "";
  const keyFile = `${folder()}/key`;
  writeFileSync(keyFile, `${KEY}\n`);
  env = {
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: telegram.root,
    DATABASE_URL: `file:${folder()}/${process.hrtime.bigint()}/parley.db`,
    LOG_LEVEL: "debug",
    PARLEY_HTTP_PORT: "off",
    LLM_BASE_URL: double.baseUrl,
    LLM_MODEL: "small",
    LLM_API_KEY_FILE: keyFile,
  };
});

afterEach(async () => {
  child?.kill("SIGKILL");
  child = null;
  await telegram.close();
  await double.close();
});

function parley(...args: readonly string[]): ChildProcess {
  const stdio = ["ignore", "ignore", "pipe"] as const;
  const started = spawn(process.execPath, ["src/app/main.ts", ...args], { env, stdio: [...stdio] });
  started.stderr?.on("data", (data: Buffer) => (err += data.toString()));
  child = started;
  return started;
}

async function keepNews(): Promise<void> {
  const published = new Date(Date.now() - HOUR_MS).toISOString();
  const file = `${folder()}/news.json`;
  const said = "Iran and the United States agreed to hold nuclear talks in Muscat";
  writeFileSync(
    file,
    JSON.stringify([
      {
        id: "oman-says",
        url: "https://wire.example/oman-says",
        source: "Reuters",
        published,
        title: `${said}, Oman says`,
        body: `${said}, Oman's foreign ministry said.`,
      },
    ]),
  );
  await once(parley("ingest", "--feed", file), "close");
}

async function stop(running: ChildProcess): Promise<unknown> {
  const ended = once(running, "close");
  running.kill("SIGTERM");
  const [code] = await ended;
  return code;
}

it("uses the model of its settings, names it once, and shows no key", async () => {
  await keepNews();
  const running = parley("run");
  const reader = telegram.person({ name: "Sara" });
  const status = await reader.asks("/status");
  expect(status.text).toContain("Agreed in principle");
  const answer = await reader.asks("/ask where will they meet?");
  expect(answer.text).toContain("language model");
  expect(await stop(running)).toBe(0);
  expect(err.split('"language model on"')).toHaveLength(2);
  expect(err).toContain('"model":"small"');
  expect(err).not.toContain(KEY);
}, 120_000);

it("ends in good order while a model is silent", async () => {
  await keepNews();
  double.behave({ kind: "stalls", after: "nothing" });
  const running = parley("run");
  const reader = telegram.person({ name: "Sara" });
  reader.says("/ask where will they meet?");
  const began = performance.now();
  while (double.held() === 0) {
    if (performance.now() - began > 90_000) throw new Error("the model is not asked");
    await pause(5);
  }
  expect(await stop(running)).toBe(0);
  expect(err).toContain('"stopped"');
}, 120_000);
