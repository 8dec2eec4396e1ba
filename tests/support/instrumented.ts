import type { ArticleId } from "../../src/articles/article.ts";
import { traceOf } from "../../src/articles/article-trace.ts";
import type { ArticleEvent } from "../../src/app/article-events.ts";
import { createHealth } from "../../src/app/health/health.ts";
import { createInstruments, type Instruments } from "../../src/app/metrics/instruments.ts";
import type { Standings } from "../../src/app/metrics/standing-gauges.ts";
import { countTrouble } from "../../src/app/metrics/trouble-metrics.ts";
import type { DeliveryId, MessageId } from "../../src/deliveries/delivery.ts";
import type { DispatchEvent } from "../../src/deliveries/dispatch-event.ts";
import { newCursor } from "../../src/feeds/feed-state.ts";
import type { Log } from "../../src/lib/log.ts";
import { createMetrics } from "../../src/lib/metrics.ts";
import type { Health } from "../../src/platform/health.ts";
import { StoreError } from "../../src/store/store-error.ts";
import { feedAddress } from "./feeds.ts";

export const NOON = new Date("2026-02-05T12:00:00Z");

export const SILENT: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

type Settled = Extract<DispatchEvent, { kind: "settled" }>;

/** A delivery that was sent, but for what is changed. */
export const settled = (changes: Partial<Settled> = {}): Settled => ({
  kind: "settled",
  id: "delivery-1" as DeliveryId,
  message: "message-1" as MessageId,
  occasion: null,
  platform: "telegram",
  outcome: "sent",
  delivery: "alert",
  status: "sent",
  waitedMs: 2_000,
  tookMs: 100,
  ...changes,
});

type KeptEvent = Exclude<ArticleEvent, { kind: "unchanged" }>;

/** An article about the talks, published ten minutes before noon and kept at noon. */
export const keptArticle = (changes: Partial<KeptEvent> = {}): KeptEvent => ({
  kind: "added",
  language: "en",
  url: "https://news.example/a",
  feed: "reuters",
  relevant: true,
  story: "story" as ArticleId,
  published: new Date(NOON.getTime() - 600_000),
  keptAt: NOON,
  readMs: 3,
  ...changes,
});

/** A feed that gave an item half an hour before noon. */
export const livelyFeed: Standings["feeds"][number] = {
  feed: feedAddress({ tier: "wire" }),
  cursor: {
    ...newCursor("https://a.example/rss"),
    lastPollAt: NOON,
    lastSuccessAt: NOON,
    lastItemAt: new Date(NOON.getTime() - 1_800_000),
    items: 10,
  },
  state: "lively",
  reason: "",
};

export const WELL: Standings = {
  feeds: [livelyFeed],
  waiting: [{ platform: "telegram", count: 3, oldestMs: 4_000 }],
  subscriptions: [{ platform: "telegram", status: "active", count: 12 }],
  articles: 500,
};

/** Everything that is measured, after one of each thing that can happen. */
export function afterAllThatHappens(): { readonly health: Health; readonly log: Log } {
  const metrics = createMetrics();
  const log = countTrouble(SILENT, metrics);
  const instruments = createInstruments(metrics);
  const health = createHealth({
    standings: async () => WELL,
    contacts: [
      {
        platform: "telegram",
        heard: () => undefined,
        tell: () => undefined,
        left: () => undefined,
        listening: () => ({ state: "hearing", awayMs: 0, detail: "gateway connected" }),
        check: async () => ({ name: "telegram", ok: true, detail: "" }),
      },
    ],
    node: { name: "machine-1", role: "all", leases: () => ["ingest/slice/1", "ingest/slice/2"] },
    metrics,
    setGauges: instruments.standings,
    clock: { now: () => NOON },
    onTrouble: () => undefined,
  });
  happen(instruments);
  log.error("cycle failed", { err: new StoreError("disk-full", "the disk is full") });
  return { health, log };
}

function happen(instruments: Instruments): void {
  instruments.polled({ kind: "failed", reason: "timeout", detail: "" });
  instruments.article(keptArticle());
  instruments.article({ kind: "unchanged", language: "fa" });
  instruments.phase("iran-us", "scheduled");
  instruments.failedCycle();
  instruments.planned({ kind: "occasion", what: "alert" });
  instruments.planned({ kind: "owed", delivery: "alert", count: 5 });
  instruments.planned({ kind: "held", count: 1 });
  instruments.planned({ kind: "skipped", reason: "missed", count: 2 });
  instruments.delivery(settled());
  instruments.delivery({ kind: "deferred", platform: "telegram", ms: 5_000 });
  instruments.delivery({ kind: "maybe-repeated", platform: "telegram", delivery: "alert" });
  instruments.delivery({ kind: "expired", count: 1 });
  instruments.delivery({ kind: "subscriptions-ended", platform: "telegram", count: 1 });
  instruments.alert(
    "telegram",
    [traceOf("https://news.example/a")],
    new Date(NOON.getTime() + 3_000),
  );
  instruments.command({ kind: "answered", command: "status", tookMs: 12 });
  instruments.command({ kind: "refused", verdict: "silent" });
  instruments.upkeep.pruned("texts", 25);
  instruments.upkeep.size({ bytes: 4_096_000, freeBytes: 40_960 });
  useModel(instruments);
}

function useModel(instruments: Instruments): void {
  const use = { inputTokens: 3_000, outputTokens: 400 };
  instruments.modelCall({ purpose: "digest", outcome: "written", ...use, ms: 4_000 }, 0.01);
  instruments.narration({ kind: "told" });
  instruments.narration({ kind: "answered", outcome: "silent" });
  instruments.narration({ kind: "narrated", sentences: 3, dropped: 1 });
  const faults = [{ about: "date", words: ["Monday"] }] as const;
  instruments.narration({ kind: "fell", faults, again: false });
  instruments.model({
    name: "small",
    tokens: 3_400,
    dailyTokens: 10_000,
    briefingTokens: 4_000,
    cost: 0.01,
    obstacle: null,
    told: 1,
    extractive: 0,
  });
}

/** The lines of a body in Prometheus' text format that begin with a name. */
export const linesOf = (body: string, name: string): string[] =>
  body.split("\n").filter((line) => line.startsWith(name));
