import { once } from "node:events";
import { connect } from "node:net";
import { get as httpGet, type IncomingMessage } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import type { PageContent, Site } from "../../../../src/platform/site.ts";
import { type RunningWeb, serveWeb, WELL, type WebOptions } from "../../../support/web.ts";

const PAGE: PageContent = {
  talks: "sea-talks",
  language: "en",
  title: "Sea talks",
  description: "Nothing yet",
  version: "1",
  standing: "s1",
  updatedAt: new Date("2026-02-05T12:00:00Z"),
  updated: "noon",
  lead: [],
  sections: [],
  sources: [],
  chart: null,
};

/** A site of one page, whose changes a test makes. */
function smallSite() {
  const listeners = new Set<(standing: string) => void>();
  const site: Site = {
    talks: [{ id: "sea-talks", name: { en: "Sea talks", ar: "البحر", fa: "دریا" } }],
    page: (talks, language) =>
      Promise.resolve(talks === "sea-talks" ? { ...PAGE, language } : null),
    entries: () => Promise.resolve([]),
    document: () => Promise.resolve(null),
    standing: (talks) => Promise.resolve(talks === "sea-talks" ? "s1" : null),
    onChange: (_, hear) => {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
  };
  return {
    site,
    listeners,
    change: (standing: string) => listeners.forEach((hear) => hear(standing)),
  };
}

let web: RunningWeb | null = null;
afterEach(async () => {
  await web?.close();
  web = null;
});

async function serve(options: Partial<WebOptions> = {}): Promise<RunningWeb> {
  web = await serveWeb({ site: smallSite().site, ...options });
  return web;
}

const statusOf = async ({ origin }: RunningWeb, path: string, headers = {}): Promise<number> =>
  (await fetch(`${origin}${path}`, { headers })).status;

/** As a proxy on this machine says who asked it; what the client told the proxy stands before. */
const from = (address: string) => ({ "x-forwarded-for": `8.8.8.8, ${address}` });

function openStream({ port }: RunningWeb) {
  const response = Promise.withResolvers<IncomingMessage>();
  const request = httpGet({ host: "127.0.0.1", port, path: "/sea-talks/en/events", agent: false });
  request.on("response", response.resolve).on("error", () => undefined);
  return { request, response: response.promise };
}

async function heardOn(response: IncomingMessage, wanted: string): Promise<string> {
  let heard = "";
  for await (const chunk of response as AsyncIterable<Buffer>) {
    heard += chunk.toString();
    if (heard.includes(wanted)) break;
  }
  return heard;
}

/** Asks again until it is so; sockets take their time. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const patience = Date.now() + 5_000;
  while (!(await isSo())) {
    expect(Date.now()).toBeLessThan(patience);
    await new Promise((resolve) => void setImmediate(resolve));
  }
}

describe("an event stream", () => {
  it("tells the standing at once, and each change", async () => {
    const { site, change } = smallSite();
    const { response, request } = openStream(await serve({ site }));
    const stream = await response;
    expect(stream.headers["content-type"]).toBe("text/event-stream");
    setImmediate(() => change("s2"));
    const heard = await heardOn(stream, "s2");
    expect(heard).toContain("event: version\ndata: s1\n\n");
    expect(heard).toContain("event: version\ndata: s2\n\n");
    request.destroy();
  });

  it("is refused to a client that has enough of them, and given again once one ends", async () => {
    const running = await serve({ limits: { streamsOfClient: 2 } });
    const [first, second] = [openStream(running), openStream(running)];
    await Promise.all([first.response, second.response]);
    expect(await statusOf(running, "/sea-talks/en/events")).toBe(429);
    first.request.destroy();
    await until(async () => {
      const third = openStream(running);
      const { statusCode } = await third.response;
      third.request.destroy();
      return statusCode === 200;
    });
    second.request.destroy();
  });

  it("is all that listens for changes", async () => {
    const { site, listeners } = smallSite();
    const running = await serve({ site });
    expect(listeners.size).toBe(0);
    const { response, request } = openStream(running);
    (await response).resume();
    expect(listeners.size).toBe(1);
    request.destroy();
    await until(() => listeners.size === 0);
  });

  it("ends when the server is asked to stop, with nobody left listening", async () => {
    const { site, listeners } = smallSite();
    const running = await serve({ site });
    const { response } = openStream(running);
    const stream = await response;
    stream.resume();
    const ended = once(stream, "end");
    await running.close();
    await ended;
    expect(listeners.size).toBe(0);
    web = null;
  });
});

describe("a client", () => {
  it("that asks too often waits, by its own address only", async () => {
    const running = await serve({ limits: { requests: 3 } });
    for (const _ of [1, 2, 3]) expect(await statusOf(running, "/", from("203.0.113.5"))).toBe(200);
    const refused = await fetch(running.origin, { headers: from("203.0.113.5") });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await statusOf(running, "/", from("203.0.113.6"))).toBe(200);
  });

  it("with a network of IPv6 addresses is one client", async () => {
    const running = await serve({ limits: { requests: 2 } });
    expect(await statusOf(running, "/", from("2001:db8:1:2::1"))).toBe(200);
    expect(await statusOf(running, "/", from("2001:db8:1:2::2"))).toBe(200);
    expect(await statusOf(running, "/", from("2001:db8:1:2::3"))).toBe(429);
  });

  it("that never finishes a request does not keep the server from stopping", async () => {
    const running = await serve();
    const socket = connect(running.port, "127.0.0.1");
    await once(socket, "connect");
    socket.write("GET / HTTP/1.1\r\nHost: a\r\n");
    socket.on("error", () => undefined);
    const closed = once(socket, "close");
    socket.resume();
    await running.close();
    await closed;
    expect(socket.destroyed).toBe(true);
    web = null;
  });
});

describe("measurements", () => {
  it("are for this machine alone while no token is set", async () => {
    const running = await serve();
    expect(await statusOf(running, "/metrics")).toBe(200);
    expect(await statusOf(running, "/metrics", { "x-forwarded-for": "127.0.0.1" })).toBe(401);
    expect(await statusOf(running, "/metrics", { via: "1.1 proxy" })).toBe(401);
  });

  it("are for nobody without a token once a public address is set", async () => {
    const running = await serve({ env: { PARLEY_PUBLIC_URL: "https://talks.example" } });
    expect(await statusOf(running, "/metrics")).toBe(401);
  });
});

describe("readiness", () => {
  const ILL = [
    { name: "store", ok: true, detail: "" },
    { name: "feeds", ok: false, detail: "three are silent" },
  ];

  it("says what is wrong to operators, and to others only that something is", async () => {
    const health = { ...WELL, ready: () => Promise.resolve(ILL) };
    const running = await serve({ health });
    const own = await fetch(`${running.origin}/readyz`);
    expect([own.status, await own.json()]).toEqual([503, { ready: false, checks: ILL }]);
    const other = await fetch(`${running.origin}/readyz`, {
      headers: { "x-real-ip": "192.0.2.1" },
    });
    expect(await other.text()).not.toContain("silent");
  });

  it("asks what it rests on seldom, however often it is asked", async () => {
    let asked = 0;
    const ready = () => {
      asked += 1;
      return Promise.resolve(ILL);
    };
    const running = await serve({ health: { ...WELL, ready } });
    await Promise.all(Array.from({ length: 20 }, () => statusOf(running, "/readyz")));
    expect(asked).toBe(1);
  });
});

it("answers a fault of ours with a page that tells nothing of it", async () => {
  const { site } = smallSite();
  const running = await serve({
    site: { ...site, page: () => Promise.reject(new Error("password=hunter2")) },
  });
  const answered = await fetch(`${running.origin}/sea-talks/fa`);
  expect(answered.status).toBe(503);
  const body = await answered.text();
  expect(body).toContain('<html lang="fa"');
  expect(body).not.toContain("hunter2");
  expect(running.complaints).toHaveLength(1);
});
