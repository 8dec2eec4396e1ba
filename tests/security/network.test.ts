import { once } from "node:events";
import { createServer, get } from "node:http";
import type { AddressInfo, LookupFunction } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAddressGuard } from "../../src/lib/address-guard.ts";
import { createGuardedLookup } from "../../src/lib/guarded-lookup.ts";
import { createHttpClient, DEFAULT_LIMITS } from "../../src/lib/http-get.ts";
import { type FeedServer, reply, startFeedServer } from "../support/feed-server.ts";

let server: FeedServer;
beforeAll(async () => {
  server = await startFeedServer();
});
afterAll(() => server.close());

async function fetchFrom(path: string, mostBytes = 100_000) {
  const client = createHttpClient({
    clock: { now: () => new Date("2026-02-05T12:00:00Z") },
    userAgent: "Parley/test",
    allowedNetworks: ["127.0.0.1/32"],
    limits: { ...DEFAULT_LIMITS, mostBytes },
  });
  try {
    const request = { url: server.origin + path, accept: "*/*" };
    return await client.get(request, new AbortController().signal);
  } finally {
    await client.close();
  }
}

/** A resolver that gives one address after the other, one a question. */
const turning = (...addresses: string[]) => {
  let asked = 0;
  const lookup = createGuardedLookup(createAddressGuard(["127.0.0.1/32"]), (_, __, give) => {
    const address = addresses[asked] ?? addresses.at(-1) ?? "";
    asked += 1;
    give(null, [{ address, family: 4 }]);
  });
  return { lookup, asked: () => asked };
};

const connectedBy = (lookup: LookupFunction, port: number) =>
  new Promise<string>((resolve) => {
    const request = get({ host: "news.example", port, lookup, agent: false }, (response) => {
      resolve(response.socket.remoteAddress ?? "");
      response.resume();
    });
    request.on("error", (error) => resolve("code" in error ? String(error.code) : ""));
  });

describe("a name that leads elsewhere a moment later", () => {
  it("is connected to at the very address that was checked, and asked for once", async () => {
    const local = createServer((_, response) => response.end()).listen(0, "127.0.0.1");
    await once(local, "listening");
    const { port } = local.address() as AddressInfo;
    const { lookup, asked } = turning("127.0.0.1", "127.0.0.2");
    expect(await connectedBy(lookup, port)).toBe("127.0.0.1");
    expect(asked()).toBe(1);
    expect(await connectedBy(lookup, port)).toBe("EADDRESSREFUSED");
    local.close();
  });
});

describe("a redirect", () => {
  it.each([
    "http://127.0.0.2/",
    "http://2130706434/",
    "http://0x7f.0.0.2/",
    "http://127.2/",
    "http://0177.0.0.2/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.2]/",
    "http://[::ffff:7f00:2]/",
    "http://[64:ff9b::7f00:2]/",
    "http://[fe80::1]/",
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://192.168.0.1/",
    "http://100.64.0.1/",
    "http://169.254.169.254/",
    "http://168.63.129.16/",
    "http://0.0.0.0/",
    "http://news.example@10.0.0.1/",
    "http://10.0.0.1%2f@news.example/",
    "//10.0.0.1/",
    "/\\10.0.0.1/",
    "gopher://127.0.0.1/",
    "data:text/xml,<rss/>",
    "javascript:1",
  ])("to %s leads nowhere", async (location) => {
    server.answer("/away", reply(302, { location }));
    const answer = await fetchFrom("/away");
    expect(answer).toMatchObject({ kind: "failed" });
    expect(["address-refused", "bad-address"]).toContain(
      answer.kind === "failed" ? answer.reason : "",
    );
  });
});

describe("a small body that unpacks to a huge one", () => {
  const HUGE = Buffer.alloc(100_000_000);

  it.each([
    ["gzip", () => gzipSync(HUGE)],
    ["br", () => brotliCompressSync(HUGE)],
    ["gzip, gzip", () => gzipSync(gzipSync(HUGE))],
    ["gzip, br", () => brotliCompressSync(gzipSync(HUGE))],
    ["br, gzip", () => gzipSync(brotliCompressSync(HUGE))],
  ])("in %s is left as soon as it is too large", { timeout: 30_000 }, async (encoding, pack) => {
    const bomb = pack();
    expect(bomb.byteLength).toBeLessThan(100_000);
    server.answer("/bomb", reply(200, { "content-encoding": encoding }, bomb));
    const before = process.memoryUsage();
    expect(await fetchFrom("/bomb")).toMatchObject({ kind: "failed", reason: "too-large" });
    const after = process.memoryUsage();
    expect(after.external - before.external).toBeLessThan(50_000_000);
  });

  it("is not unpacked at all where layers lie upon layers", async () => {
    for (const encoding of ["gzip, gzip, gzip", Array(500).fill("gzip").join(",")]) {
      server.answer("/layers", reply(200, { "content-encoding": encoding }, "x"));
      expect(await fetchFrom("/layers")).toMatchObject({ reason: "bad-encoding" });
    }
  });
});
