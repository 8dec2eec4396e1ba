import { beforeEach, describe, expect, it } from "vitest";
import { loadCore } from "../../../src/app/core.ts";
import { readItemsFile } from "../../../src/app/items-file.ts";
import { createSessions } from "../../../src/app/sessions.ts";
import { createTakeIn } from "../../../src/app/take-in.ts";
import { watch, type WatchDeps } from "../../../src/app/watch.ts";
import { parseConfig } from "../../../src/config/config.ts";
import type { HttpAnswer } from "../../../src/lib/http-answer.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { Store } from "../../../src/store/store.ts";
import { StoreError } from "../../../src/store/store-error.ts";
import { ANNOUNCEMENT, rss } from "../../support/news-feed.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const folder = temporaryFolder();
const HOUR_MS = 3_600_000;

let store: Store;
let databaseUrl: string;
let runs = 0;
beforeEach(async () => {
  runs += 1;
  databaseUrl = `file:${folder()}/${runs}/parley.db`;
  store = await openStore(databaseUrl, () => undefined);
});

type Line = { readonly event: string; readonly fields: Record<string, unknown> };

/** Runs the loop for some rounds; each round is an hour after the one before. */
async function watched(
  answer: (round: number) => HttpAnswer,
  rounds: number,
  changes: Partial<WatchDeps> = {},
): Promise<{ readonly lines: Line[]; readonly waits: number[] }> {
  const stop = new AbortController();
  const lines: Line[] = [];
  const waits: number[] = [];
  let now = Date.parse("2026-02-05T13:00:00Z");
  const tell = (event: string, fields = {}) => void lines.push({ event, fields });
  const kept = changes.store ?? store;
  const log = { debug: () => undefined, info: tell, warn: tell, error: tell };
  await watch(
    {
      store: kept,
      sessions: createSessions({
        config: parseConfig({ DATABASE_URL: databaseUrl }),
        store: kept,
        log,
        feedListStamp: () => "",
      }),
      get: async () => answer(waits.length),
      clock: { now: () => new Date(now) },
      random: () => 0.5,
      log,
      sleep: async (ms) => {
        waits.push(ms);
        now += HOUR_MS;
        if (waits.length >= rounds) stop.abort();
      },
      onLook: async () => undefined,
      ...changes,
    },
    stop.signal,
  );
  return { lines, waits };
}

const fresh = (document: string): HttpAnswer => ({
  kind: "fresh",
  body: new TextEncoder().encode(document),
  contentType: "application/rss+xml",
  url: "https://news.example/rss",
  movedTo: null,
  etag: null,
  lastModified: null,
  maxAgeMs: null,
});

const down: HttpAnswer = { kind: "failed", reason: "connection", detail: "refused" };
const events = (lines: readonly Line[]) => lines.map(({ event }) => event);

describe("the loop of parley run", () => {
  it("logs how the talks change, once, with the sources", async () => {
    const { lines } = await watched(() => fresh(rss([ANNOUNCEMENT])), 3);
    const told = lines.filter(({ event }) => event === "phase changed");
    expect(told).toEqual([
      {
        event: "phase changed",
        fields: expect.objectContaining({
          talks: "iran-us",
          from: null,
          to: "scheduled",
          sources: ["https://news.example/talks-set"],
        }),
      },
    ]);
    expect(events(lines)).toContain("next round changed");
  });

  it(
    "tells what another process kept meanwhile, at its next look",
    { timeout: 30_000 },
    async () => {
      const core = loadCore("iran-us");
      const { articles } = readItemsFile("seeds/corpus/items.en.json");
      const { lines } = await watched(
        () => ({ kind: "failed", reason: "timeout", detail: "" }),
        3,
        {
          onLook: async () => {
            const seen = await store.articles.count();
            if (seen === 0)
              await createTakeIn(store, [core]).articles(articles, {
                feed: null,
                at: new Date("2026-02-05T13:30:00Z"),
              });
          },
        },
      );

      expect(lines.filter(({ event }) => event === "phase changed")).toMatchObject([
        { fields: { from: null, to: "scheduled" } },
      ]);
    },
  );

  it("does not tell again after a restart what it has told", async () => {
    await watched(() => fresh(rss([ANNOUNCEMENT])), 1);
    const { lines } = await watched(() => fresh(rss([ANNOUNCEMENT])), 2);
    expect(events(lines)).not.toContain("phase changed");
  });

  it("says loudly that no feed can be read, and goes on until one can", async () => {
    const { lines } = await watched((round) => (round < 2 ? down : fresh(rss([ANNOUNCEMENT]))), 8);
    expect(events(lines)).toContain("no feed can be read");
    expect(events(lines)).toContain("phase changed");
  });

  it("waits longer each time while the store is locked, then goes on", async () => {
    let failures = 4;
    const feedStates: Store["feedStates"] = {
      ...store.feedStates,
      load: async (addresses) => {
        failures -= 1;
        if (failures >= 0) throw new StoreError("locked", "the database is locked");
        return store.feedStates.load(addresses);
      },
    };
    const { lines, waits } = await watched(() => fresh(rss([ANNOUNCEMENT])), 5, {
      store: { ...store, feedStates },
    });
    expect(waits.slice(0, 4)).toEqual([750, 1_500, 3_000, 6_000]);
    expect(events(lines).filter((event) => event === "cycle failed")).toHaveLength(4);
    expect(events(lines)).toContain("phase changed");
  });

  it("never waits longer than a minute, so that added feeds are soon read", async () => {
    const { waits } = await watched(() => down, 3);
    for (const wait of waits) expect(wait).toBeLessThanOrEqual(60_000);
  });
});
