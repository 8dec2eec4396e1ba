import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline, Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { createApi } from "../../adapters/telegram/api.ts";
import { parseDiscordConfig } from "../../adapters/discord/config.ts";
import { createRest, NO_PATIENCE } from "../../adapters/discord/rest.ts";
import { Secret } from "../../src/lib/secret.ts";

const TOKEN = "123456:a-token-that-nobody-may-see";
const MEGABYTE = 1_000_000;

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

/** A server in the place of a platform's; gives its address. */
async function standIn(answer: RequestListener): Promise<string> {
  const made = createServer((request, response) => {
    request.resume();
    response.on("error", () => undefined);
    answer(request, response);
  }).listen(0, "127.0.0.1");
  server = made;
  await once(made, "listening");
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
}

const JSON_TYPE = { "content-type": "application/json" };

/** Sends for as long as somebody reads, at most so many megabytes; counts them. */
function flood(
  counted: { megabytes: number },
  most: number,
): (request: IncomingMessage, response: ServerResponse) => undefined {
  const piece = Buffer.alloc(MEGABYTE, 0x20);
  function* pieces() {
    for (; counted.megabytes < most; counted.megabytes += 1) yield piece;
  }
  return (_, response) => {
    response.writeHead(200, JSON_TYPE);
    pipeline(Readable.from(pieces()), response, () => undefined);
    return undefined;
  };
}

const callTelegram = (root: string, ms = 5_000) =>
  createApi(new Secret(TOKEN), root)("getMe", {}, { signal: new AbortController().signal, ms });

function callDiscord(root: string): Promise<unknown> {
  const config = parseDiscordConfig({
    DISCORD_TOKEN: TOKEN,
    DISCORD_APPLICATION_ID: "80351110224678912",
    DISCORD_API_ROOT: root,
  });
  if (config === null) throw new Error("Discord is off");
  return createRest(config, NO_PATIENCE).ready().get("/users/@me");
}

describe("a server in Telegram's place", () => {
  it.each([
    ["an answer without end", "ANSWER_TOO_LONG"],
    ["a bomb", "ANSWER_ENCODED"],
    ["a way to another address (302)", "ANSWER_REDIRECTS"],
    ["a way to another address (307)", "ANSWER_REDIRECTS"],
  ] as const)("that gives %s is hung up on", async (what, reason) => {
    const counted = { megabytes: 0 };
    const seen: string[] = [];
    const root = await standIn((request, response) => {
      seen.push(request.url ?? "");
      if (what === "an answer without end") return flood(counted, 200)(request, response);
      if (what === "a bomb")
        return void response
          .writeHead(200, { ...JSON_TYPE, "content-encoding": "gzip" })
          .end(gzipSync(Buffer.alloc(50 * MEGABYTE)));
      const status = what.endsWith("(302)") ? 302 : 307;
      return void response.writeHead(status, { location: "/elsewhere" }).end("{}");
    });
    expect(await callTelegram(root)).toEqual({
      kind: "failed",
      failure: { kind: "unanswered", reason, maybeDone: true },
    });
    expect(counted.megabytes).toBeLessThan(60);
    expect(seen).toHaveLength(1);
  });

  it("that sends its answer drop by drop is waited for only so long", async () => {
    const root = await standIn((_, response) => {
      response.writeHead(200, JSON_TYPE).write("{");
      const drop = setInterval(() => response.write(" "), 20);
      response.on("close", () => clearInterval(drop));
    });
    expect(await callTelegram(root, 300)).toMatchObject({
      failure: { reason: "no answer in time" },
    });
  });

  it.each([
    "",
    "null",
    "[]",
    "7",
    '"ok"',
    '{"ok":false}',
    '{"ok":false,"error_code":"x","description":{},"parameters":[]}',
    '{"ok":false,"error_code":429,"description":"slow","parameters":{"retry_after":"soon"}}',
    '{"__proto__":{"ok":true}}',
    `{"ok":false,"error_code":401,"description":"${TOKEN}"}`,
  ])("that answers %j gives a failure, and no token", async (body) => {
    const root = await standIn((_, response) => void response.writeHead(200, JSON_TYPE).end(body));
    const answer = await callTelegram(root);
    expect(answer.kind).toBe("failed");
    expect(JSON.stringify(answer)).not.toContain("nobody-may-see");
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe("a server in Discord's place", () => {
  it("that gives an answer without end is hung up on", async () => {
    const counted = { megabytes: 0 };
    const root = await standIn(flood(counted, 200));
    await expect(callDiscord(root)).rejects.toThrow(/more than|terminated/);
    expect(counted.megabytes).toBeLessThan(60);
  });

  it("that gives a bomb is hung up on", async () => {
    const bomb = gzipSync(Buffer.alloc(50 * MEGABYTE, 0x20));
    const root = await standIn(
      (_, response) =>
        void response.writeHead(200, { ...JSON_TYPE, "content-encoding": "gzip" }).end(bomb),
    );
    await expect(callDiscord(root)).rejects.toThrow(/more than|terminated/);
  });

  it("cannot send what it was told on to another address", async () => {
    const seen: string[] = [];
    const root = await standIn((request, response) => {
      seen.push(request.url ?? "");
      response.writeHead(307, { location: "/elsewhere" }).end();
    });
    await callDiscord(root).catch(() => undefined);
    expect(seen).toHaveLength(1);
  });
});
