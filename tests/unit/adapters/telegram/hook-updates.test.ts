import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import type { ApiAnswer } from "../../../../adapters/telegram/api.ts";
import { hookUpdates } from "../../../../adapters/telegram/hook-updates.ts";
import { Secret } from "../../../../src/lib/secret.ts";
import type { Hearing } from "../../../../src/platform/hearing.ts";

const SECRET = "a-secret-of-the-webhook";
const quiet = () => undefined;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => void server.close(() => resolve()));
  return port;
}

it("tells why a webhook cannot be set, that it is, and each time it is used", async () => {
  const port = await freePort();
  const stopping = new AbortController();
  const hearings: Hearing[] = [];
  const answers: ApiAnswer[] = [
    {
      kind: "failed",
      failure: { kind: "unanswered", reason: "ECONNREFUSED", maybeDone: false },
    },
    { kind: "ok", result: true },
  ];
  const ended = hookUpdates(
    {
      call: () => Promise.resolve(answers.shift() ?? { kind: "ok", result: true }),
      url: "https://bot.example/hook",
      secret: new Secret(SECRET),
      port,
      take: quiet,
      log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
      sleep: () => Promise.resolve(),
      tell: (hearing) => hearings.push(hearing),
    },
    stopping.signal,
  );
  const well = { kind: "hearing", by: "webhook" };
  await expect.poll(() => hearings).toHaveLength(2);
  expect(hearings).toEqual([
    {
      kind: "lost",
      reason: "webhook not set: ECONNREFUSED",
      advice: expect.stringContaining("TELEGRAM_WEBHOOK_URL"),
    },
    well,
  ]);

  const post = (secret: string) =>
    fetch(`http://127.0.0.1:${port}/hook`, {
      method: "POST",
      headers: { "x-telegram-bot-api-secret-token": secret },
      body: "{}",
    });
  await post("of someone else");
  expect(hearings).toHaveLength(2);
  await post(SECRET);
  expect(hearings.at(-1)).toEqual(well);
  expect(hearings).toHaveLength(3);

  stopping.abort();
  await ended;
});
