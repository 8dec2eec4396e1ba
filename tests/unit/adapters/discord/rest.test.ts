import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createRest, NO_PATIENCE } from "../../../../adapters/discord/rest.ts";
import { Secret } from "../../../../src/lib/secret.ts";

const HOUR_MS = 3_600_000;

/** A bucket of one request, which is full again after a minute. */
const FULL = {
  "content-type": "application/json",
  "x-ratelimit-limit": "1",
  "x-ratelimit-remaining": "0",
  "x-ratelimit-reset-after": "60",
  "x-ratelimit-bucket": "one",
};

let server: Server;
let asked = 0;
beforeEach(async () => {
  asked = 0;
  server = createServer((_, response) => {
    asked += 1;
    response.writeHead(200, FULL).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
  server.closeAllConnections();
  server.close();
});

function restThere() {
  const { port } = server.address() as AddressInfo;
  const apiRoot = `http://127.0.0.1:${port}/api`;
  const token = new Secret("a-token");
  const applicationId = "80351110224678912";
  return createRest({ apiRoot, token, applicationId, guilds: [] }, NO_PATIENCE);
}

it.each([
  ["stays", 0, 2],
  ["is set on by less than the bucket takes", 30_000, 2],
  ["is corrected a little", -500, 2],
  ["is set on past it", HOUR_MS, 3],
  ["is set back an hour", -HOUR_MS, 3],
])(
  "when the clock %s, a full bucket is waited for by its own time alone",
  async (_, byMs, calls) => {
    const rest = restThere();
    const ask = () => rest.ready().get("/channels/100000000000000000/messages");
    // The first answer names the bucket, the second one fills it.
    await ask();
    await ask();
    vi.setSystemTime(Date.now() + byMs);
    await ask().catch(() => undefined);
    expect(asked).toBe(calls);
  },
);
