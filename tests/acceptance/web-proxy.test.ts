import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CorpusSite, corpusArticles, corpusSite } from "../support/corpus-site.ts";
import { type RunningWeb, serveWeb } from "../support/web.ts";

const EVE = new Date("2026-02-05T18:00:00Z");
const PREFIX = "/parley";
/** Where readers find the proxy. */
const PUBLIC = `https://example.org${PREFIX}`;
/** Of one client within a minute. */
const SHARE = 40;

let corpus: CorpusSite;
let web: RunningWeb;
let proxy: Server;
let origin: string;

/** A proxy as the operations page shows one: it takes its path away and tells who asked. */
function openProxy(port: number): Server {
  return createServer((asked, answered) => {
    const { url = "", headers, method } = asked;
    if (!url.startsWith(`${PREFIX}/`)) return answered.writeHead(404).end("the proxy's own");
    const reader = headers["x-reader"] ?? "192.0.2.1";
    const forwarded = [headers["x-forwarded-for"] ?? [], reader].flat().join(", ");
    const passed = request(
      {
        port,
        method,
        path: url.slice(PREFIX.length),
        headers: { ...headers, "x-forwarded-for": forwarded },
      },
      (answer) => {
        answered.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(answered);
      },
    );
    passed.on("error", () => answered.destroy());
    answered.on("close", () => passed.destroy());
    return asked.pipe(passed);
  });
}

beforeAll(async () => {
  corpus = corpusSite({ now: () => EVE }, corpusArticles());
  const env = { PARLEY_PUBLIC_URL: PUBLIC };
  web = await serveWeb({ site: corpus.site, now: () => EVE, env, limits: { requests: SHARE } });
  proxy = openProxy(web.port);
  await new Promise<void>((resolve) => void proxy.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});

afterAll(async () => {
  proxy.closeAllConnections();
  proxy.close();
  await web.close();
  corpus.close();
});

/** Asks the proxy for an address as a page gives it, absolute or not. */
const ask = (address: string, reader: string): Promise<Response> => {
  const { pathname, search } = new URL(address, PUBLIC);
  return fetch(`${origin}${pathname}${search}`, {
    headers: { "x-reader": reader },
    redirect: "manual",
  });
};

/** What a reader is answered who asks so many times at once. */
async function statuses(reader: string, times: number): Promise<readonly number[]> {
  const answers = await Promise.all(
    Array.from({ length: times }, () => ask("/parley/robots.txt", reader)),
  );
  return answers.map(({ status }) => status);
}

/** All that a page of ours leads to or loads, within its own site. */
async function leadsOf(address: string): Promise<readonly string[]> {
  const { document } = parseHTML(await (await ask(address, "192.0.2.10")).text());
  const named = [
    ["[href]", "href"],
    ["[src]", "src"],
    ["[data-events]", "data-events"],
    ['[property="og:image"], [property="og:url"]', "content"],
  ] as const;
  const leads = named.flatMap(([selector, attribute]) =>
    [...document.querySelectorAll(selector)].map((each) => each.getAttribute(attribute) ?? ""),
  );
  const own = leads.filter((lead) => /^(?:\/|https:\/\/example\.org)/.test(lead));
  return [...new Set(own)];
}

describe("behind a proxy that takes a path away", () => {
  it.each(["/parley/", "/parley/iran-us/fa"])("all that %s leads to is there", async (address) => {
    const leads = await leadsOf(address);
    expect(leads.length).toBeGreaterThan(8);
    const missing: string[] = [];
    for (const [at, lead] of leads.entries()) {
      const { status, body } = await ask(lead, `192.0.2.${100 + (at % 100)}`);
      await body?.cancel();
      if (status !== 200) missing.push(`${status} ${lead}`);
    }
    expect(missing).toEqual([]);
  });

  it("leads on to the reader's language below that path", async () => {
    const { status, headers } = await ask("/parley/iran-us", "192.0.2.2");
    expect([status, headers.get("location")]).toEqual([302, "/parley/iran-us/en"]);
  });

  it("passes event streams on as they come", async () => {
    const stream = await ask("/parley/iran-us/en/events", "192.0.2.3");
    expect(stream.headers.get("x-accel-buffering")).toBe("no");
    const reader = stream.body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toContain("retry:");
    await reader?.cancel();
  });

  it("gives each reader a share of his own", async () => {
    expect(await statuses("198.51.100.1", SHARE + 5)).toContain(429);
    expect(new Set(await statuses("198.51.100.2", 5))).toEqual(new Set([200]));
  });

  it("tells nobody who comes through it what operators ask", async () => {
    const ready = await ask("/parley/readyz", "198.51.100.3");
    expect(await ready.json()).toEqual({ ready: true, checks: [{ name: "store", ok: true }] });
    expect((await ask("/parley/metrics", "198.51.100.3")).status).toBe(401);
  });
});
