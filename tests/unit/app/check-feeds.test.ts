import { describe, expect, it } from "vitest";
import { checkFeeds } from "../../../src/app/doctor/check-feeds.ts";
import type { HttpAnswer } from "../../../src/lib/http-answer.ts";
import { feedAddress } from "../../support/feeds.ts";
import { ANNOUNCEMENT, rss } from "../../support/news-feed.ts";

const NOW = new Date("2026-02-05T18:00:00Z");

const answers: Readonly<Record<string, HttpAnswer>> = {
  "https://lively.example/rss": document(rss([ANNOUNCEMENT])),
  "https://dead.example/rss": document(
    rss([{ ...ANNOUNCEMENT, date: "Mon, 05 Jan 2015 12:00:00 GMT" }]),
  ),
  "https://page.example/rss": document("<!doctype html><title>News</title>"),
  "https://busy.example/rss": { kind: "later", ms: null, status: 429 },
};

function document(text: string): HttpAnswer {
  return {
    kind: "fresh",
    body: new TextEncoder().encode(text),
    contentType: null,
    url: "https://lively.example/rss",
    movedTo: null,
    etag: null,
    lastModified: null,
    maxAgeMs: null,
  };
}

const checked = (...hosts: readonly string[]) =>
  checkFeeds(
    {
      get: async ({ url }) =>
        answers[url] ?? { kind: "failed", reason: "name-not-found", detail: "ENOTFOUND" },
      clock: { now: () => NOW },
      onChecked: () => undefined,
    },
    hosts.map((host) => feedAddress({ id: host, url: `https://${host}.example/rss` })),
    new AbortController().signal,
  );

describe("what doctor finds of feeds", () => {
  it.each([
    ["lively", "ok", /^1 items, the newest of 2026-02-05T12:00/],
    ["dead", "warn", /^no-new-items/],
    ["page", "warn", /^html-page/],
    ["busy", "warn", /asks to wait/],
    ["gone", "warn", /^name-not-found/],
  ])("a %s one is %s, as long as others can be read", async (host, kind, text) => {
    const [, finding] = await checked("lively", host);
    expect(finding).toMatchObject({ kind, text: expect.stringMatching(text) });
  });

  it("all of them broken is a failure of its own", async () => {
    const findings = await checked("gone", "page");
    expect(findings.map(({ kind }) => kind)).toEqual(["fail", "fail", "fail"]);
    expect(findings.at(-1)).toMatchObject({ text: "none can be reached" });
  });
});
