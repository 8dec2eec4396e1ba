import { once } from "node:events";
import { get as httpGet, type IncomingMessage } from "node:http";
import { connect, type Socket } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { LONGEST_REQUEST_MS, LONGEST_SILENCE_MS } from "../../adapters/web/limits.ts";
import { createWebhookServer } from "../../adapters/telegram/webhook.ts";
import { Secret } from "../../src/lib/secret.ts";
import type { Site } from "../../src/platform/site.ts";
import { type RunningWeb, serveWeb, type WebOptions } from "../support/web.ts";

let change: (standing: string) => void = () => undefined;

const SITE: Site = {
  talks: [{ id: "sea-talks", name: { en: "Sea talks", ar: "البحر", fa: "دریا" } }],
  page: () => Promise.resolve(null),
  entries: () => Promise.resolve([]),
  document: () => Promise.resolve(null),
  standing: () => Promise.resolve("s1"),
  onChange: (_, hear) => {
    change = hear;
    return () => undefined;
  },
};

const open: (RunningWeb | Socket)[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await ("origin" in one ? one.close() : one.destroy());
});

async function serve(options: Partial<WebOptions> = {}): Promise<RunningWeb> {
  const web = await serveWeb({ site: SITE, ...options });
  open.unshift(web);
  return web;
}

async function socketTo({ port }: { readonly port: number }): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  open.unshift(socket);
  await once(socket, "connect");
  return socket;
}

async function streamFrom({ port }: RunningWeb, client: string): Promise<IncomingMessage> {
  const headers = { "x-forwarded-for": client };
  const path = "/sea-talks/en/events";
  const request = httpGet({ host: "127.0.0.1", port, path, agent: false, headers });
  request.on("error", () => undefined);
  const [response] = (await once(request, "response")) as [IncomingMessage];
  open.unshift(response.socket);
  response.on("error", () => undefined);
  return response;
}

describe("the page's server", () => {
  it("keeps nothing for a follower who does not read", async () => {
    const web = await serve();
    const stream = await streamFrom(web, "203.0.113.1");
    stream.pause();
    stream.socket.pause();
    const gone = once(stream.socket, "close");
    // Beyond what the system's own buffers hold, which then fill ours.
    await vi.waitFor(
      () => {
        for (let n = 0; n < 2_000; n += 1) change("s".repeat(4_000));
        stream.socket.resume();
        stream.socket.pause();
        expect(stream.socket.readableEnded || stream.socket.destroyed).toBe(true);
      },
      { timeout: 10_000, interval: 5 },
    );
    stream.socket.resume();
    await gone;
  });

  it("gives one client only his share of streams, and all together only so many", async () => {
    const web = await serve({ limits: { streamsOfClient: 2, streams: 3 } });
    const statuses: (number | undefined)[] = [];
    for (const client of [
      "203.0.113.1",
      "203.0.113.1",
      "203.0.113.1",
      "203.0.113.2",
      "203.0.113.3",
    ])
      statuses.push((await streamFrom(web, client)).statusCode);
    expect(statuses.map((status) => status === 200)).toEqual([true, true, false, true, false]);
  });

  it("drops connections beyond its measure", async () => {
    const web = await serve({ limits: { connections: 2 } });
    await socketTo(web);
    await socketTo(web);
    const third = await socketTo(web);
    third.resume();
    await once(third, "close");
    expect(third.destroyed).toBe(true);
  });

  it("reads no body that it is sent", async () => {
    const web = await serve();
    const socket = await socketTo(web);
    socket.write("POST /sea-talks/en HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000000\r\n\r\n");
    let heard = "";
    socket.on("data", (data) => (heard += data.toString()));
    await once(socket, "close");
    expect(heard).toMatch(/^HTTP\/1\.1 405 /);
    expect(socket.bytesWritten).toBeLessThan(1_000);
  });

  it("waits for a request, and for a reader, less long than an attacker would like", () => {
    expect(LONGEST_REQUEST_MS).toBeLessThanOrEqual(15_000);
    expect(LONGEST_SILENCE_MS).toBeLessThanOrEqual(60_000);
  });
});

const post = (port: number, secret: string | null, body: string) =>
  fetch(`http://127.0.0.1:${port}/telegram`, {
    method: "POST",
    body,
    headers: secret === null ? {} : { "x-telegram-bot-api-secret-token": secret },
  }).then(
    ({ status }) => status,
    () => 0,
  );

describe("a webhook", () => {
  const SECRET = "a-good-secret";

  async function listen() {
    const taken: unknown[] = [];
    const server = createWebhookServer({
      path: "/telegram",
      secret: new Secret(SECRET),
      take: (update) => taken.push(update),
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    return { server, port, taken };
  }

  it("takes nothing from who does not know the whole secret", async () => {
    const { server, port, taken } = await listen();
    for (const secret of [null, "", "a", "a-good-secre", "a-good-secret2", "A-GOOD-SECRET", "*"])
      expect(await post(port, secret, '{"update_id":1}')).toBe(401);
    expect(taken).toEqual([]);
    expect(await post(port, SECRET, '{"update_id":1}')).toBe(200);
    expect(taken).toHaveLength(1);
    server.closeAllConnections();
    server.close();
  });

  it("reads no more than any update is long", async () => {
    const { server, port, taken } = await listen();
    expect([0, 413]).toContain(await post(port, SECRET, " ".repeat(3_000_000)));
    expect(taken).toEqual([]);
    expect(server.requestTimeout).toBeLessThanOrEqual(15_000);
    server.closeAllConnections();
    server.close();
  });
});
