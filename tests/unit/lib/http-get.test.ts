import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { HttpAnswer, HttpRequest } from "../../../src/lib/http-answer.ts";
import { createHttpClient, DEFAULT_LIMITS, type HttpLimits } from "../../../src/lib/http-get.ts";
import { type FeedServer, reply, startFeedServer } from "../../support/feed-server.ts";

let server: FeedServer;
beforeAll(async () => {
  server = await startFeedServer();
});
afterAll(() => server.close());

const now = new Date("2026-02-05T12:00:00Z");

async function fetchWith(
  request: Partial<HttpRequest> & { path?: string },
  options: { limits?: Partial<HttpLimits>; allowed?: string[]; signal?: AbortSignal } = {},
): Promise<HttpAnswer> {
  const client = createHttpClient({
    clock: { now: () => now },
    userAgent: "Parley/test",
    allowedNetworks: options.allowed ?? ["127.0.0.0/8"],
    limits: { ...DEFAULT_LIMITS, ...options.limits },
  });
  const url = server.origin + (request.path ?? "/");
  try {
    const signal = options.signal ?? new AbortController().signal;
    return await client.get({ url, accept: "*/*", ...request }, signal);
  } finally {
    await client.close();
  }
}

const textOf = (answer: HttpAnswer) =>
  answer.kind === "fresh" ? new TextDecoder().decode(answer.body) : answer;

describe("a conditional request", () => {
  it("sends the validators it was given and a truthful user agent", async () => {
    server.answer("/conditional", reply(304, { etag: '"b"' }));

    const answer = await fetchWith({
      path: "/conditional",
      etag: '"a"',
      lastModified: "Thu, 05 Feb 2026 10:00:00 GMT",
    });

    expect(answer).toMatchObject({ kind: "unchanged", etag: '"b"', movedTo: null });
    expect(server.seen.at(-1)?.headers).toMatchObject({
      "if-none-match": '"a"',
      "if-modified-since": "Thu, 05 Feb 2026 10:00:00 GMT",
      "user-agent": "Parley/test",
    });
  });

  it("gives back validators and the time it stays fresh", async () => {
    const headers = {
      etag: 'W/"x"',
      "last-modified": "yesterday",
      "cache-control": "public, max-age=300",
      age: "60",
    };
    server.answer("/fresh", reply(200, headers, "news"));

    const answer = await fetchWith({ path: "/fresh" });

    expect(textOf(answer)).toBe("news");
    expect(answer).toMatchObject({ etag: 'W/"x"', lastModified: "yesterday", maxAgeMs: 240_000 });
  });

  it("takes 304 for a failure when nothing conditional was asked", async () => {
    server.answer("/odd", reply(304, {}));

    expect(await fetchWith({ path: "/odd" })).toMatchObject({ kind: "failed", reason: "status" });
  });
});

describe("a compressed body", () => {
  it.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
    ["deflate", deflateSync],
  ] as const)("is read from %s", async (encoding, compress) => {
    server.answer(
      `/${encoding}`,
      reply(200, { "content-encoding": encoding }, compress("محادثات")),
    );

    expect(textOf(await fetchWith({ path: `/${encoding}` }))).toBe("محادثات");
  });

  it("ends as soon as its decoded size passes the cap", async () => {
    const bomb = gzipSync(new Uint8Array(50_000_000));
    server.answer("/bomb", reply(200, { "content-encoding": "gzip" }, bomb));

    const answer = await fetchWith({ path: "/bomb" }, { limits: { mostBytes: 100_000 } });

    expect(bomb.byteLength).toBeLessThan(100_000);
    expect(answer).toMatchObject({ kind: "failed", reason: "too-large" });
  });

  it("that is damaged or cut short is a failure", async () => {
    const whole = gzipSync("x".repeat(10_000));
    server.answer("/damaged", reply(200, { "content-encoding": "gzip" }, "not gzip at all"));
    server.answer("/cut", reply(200, { "content-encoding": "gzip" }, whole.subarray(0, 20)));

    const reasons = [await fetchWith({ path: "/damaged" }), await fetchWith({ path: "/cut" })];

    expect(reasons).toMatchObject([{ reason: "bad-encoding" }, { reason: "bad-encoding" }]);
  });

  it("in layers upon layers or an unknown encoding is refused", async () => {
    server.answer("/layers", reply(200, { "content-encoding": "gzip, gzip, gzip" }, "x"));
    server.answer("/unknown", reply(200, { "content-encoding": "exotic" }, "x"));

    expect(await fetchWith({ path: "/layers" })).toMatchObject({ reason: "bad-encoding" });
    expect(await fetchWith({ path: "/unknown" })).toMatchObject({ reason: "bad-encoding" });
  });
});

describe("limits", () => {
  it("hold for a body without compression and without a length", async () => {
    server.answer("/endless", (_, response) => {
      const more = () => {
        while (!response.destroyed && response.write("x".repeat(10_000)));
      };
      response.on("drain", more);
      more();
    });

    const answer = await fetchWith({ path: "/endless" }, { limits: { mostBytes: 200_000 } });

    expect(answer).toMatchObject({ kind: "failed", reason: "too-large" });
  });

  it("end a server that sends its headers but never its body", async () => {
    server.answer("/slow", (_, response) => {
      response.writeHead(200).write("<rss>");
    });

    const answer = await fetchWith({ path: "/slow" }, { limits: { totalMs: 80 } });

    expect(answer).toMatchObject({ kind: "failed", reason: "timeout" });
  });

  it("end a server that never answers", async () => {
    server.answer("/silent", () => {});

    const answer = await fetchWith({ path: "/silent" }, { limits: { totalMs: 80 } });

    expect(answer).toMatchObject({ kind: "failed", reason: "timeout" });
  });

  it("let a stopping program go at once", async () => {
    server.answer("/stopped", () => stop.abort());
    const stop = new AbortController();

    const answer = await fetchWith({ path: "/stopped" }, { signal: stop.signal });

    expect(answer).toMatchObject({ kind: "failed", reason: "stopped" });
  });
});

describe("a redirect", () => {
  it("is remembered when it is for good", async () => {
    server.answer("/old", reply(301, { location: "/newer" }));
    server.answer("/newer", reply(308, { location: "/newest" }));
    server.answer("/newest", reply(200, {}, "here"));

    const answer = await fetchWith({ path: "/old" });

    expect(textOf(answer)).toBe("here");
    expect(answer).toMatchObject({ movedTo: `${server.origin}/newest` });
  });

  it("is followed but not remembered when any part of the way is for now", async () => {
    server.answer("/temporary", reply(302, { location: "/then" }));
    server.answer("/then", reply(301, { location: "/there" }));
    server.answer("/there", reply(200, {}, "here"));

    const answer = await fetchWith({ path: "/temporary" });

    expect(answer).toMatchObject({
      kind: "fresh",
      movedTo: null,
      url: `${server.origin}/there`,
    });
  });

  it("in a circle ends", async () => {
    server.answer("/circle", reply(302, { location: "/circle" }));

    expect(await fetchWith({ path: "/circle" })).toMatchObject({ reason: "too-many-redirects" });
  });

  it.each([
    ["a metadata address", "http://169.254.169.254/latest/meta-data/", "address-refused"],
    ["a private address in disguise", "http://0xa000001/", "address-refused"],
    ["a file", "file:///etc/passwd", "bad-address"],
    ["an address with a password", "http://user:pass@example.org/", "bad-address"],
  ])("to %s is refused", async (_, location, reason) => {
    server.answer("/inward", reply(302, { location }));

    expect(await fetchWith({ path: "/inward" })).toMatchObject({ kind: "failed", reason });
  });
});

describe("addresses", () => {
  it("of the loopback interface are refused unless allowed", async () => {
    const before = server.seen.length;

    const byNumber = await fetchWith({}, { allowed: [] });
    const byName = await fetchWith(
      { url: `http://localhost:${server.port}/` },
      { allowed: ["10.0.0.0/8"] },
    );

    expect([byNumber, byName]).toMatchObject([
      { kind: "failed", reason: "address-refused" },
      { kind: "failed", reason: "address-refused" },
    ]);
    expect(server.seen).toHaveLength(before);
  });

  it("that do not exist are named so", async () => {
    const answer = await fetchWith({ url: "http://no-such-host.invalid/" });

    expect(answer).toMatchObject({ kind: "failed", reason: "name-not-found" });
  });
});

describe("a server that asks for patience", () => {
  it.each([
    [429, "120", 120_000],
    [503, "Thu, 05 Feb 2026 12:10:00 GMT", 600_000],
    [503, "", null],
  ])("with %i and Retry-After %j", async (status, header, ms) => {
    server.answer("/later", reply(status, header === "" ? {} : { "retry-after": header }));

    expect(await fetchWith({ path: "/later" })).toEqual({ kind: "later", ms, status });
  });

  it.each([
    [404, "not-found"],
    [410, "gone"],
    [500, "status"],
    [206, "status"],
  ])("is told from one that answers %i", async (status, reason) => {
    server.answer("/status", reply(status, {}, "no"));

    expect(await fetchWith({ path: "/status" })).toMatchObject({ kind: "failed", reason });
  });
});

it("sends a host one request at a time", async () => {
  const waiting: (() => void)[] = [];
  for (const path of ["/a", "/b", "/c"])
    server.answer(path, (_, response) => {
      waiting.push(() => response.end("x"));
      setImmediate(() => waiting.shift()?.());
    });
  const client = createHttpClient({
    clock: { now: () => now },
    userAgent: "Parley/test",
    allowedNetworks: ["127.0.0.0/8"],
    limits: DEFAULT_LIMITS,
  });
  const { signal } = new AbortController();

  const answers = await Promise.all(
    ["/a", "/b", "/c"].map((path) =>
      client.get({ url: server.origin + path, accept: "*/*" }, signal),
    ),
  );
  await client.close();

  expect(answers.map((answer) => answer.kind)).toEqual(["fresh", "fresh", "fresh"]);
  expect(server.mostAtOnce()).toBe(1);
});
