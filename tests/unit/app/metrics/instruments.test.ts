import { expect, it } from "vitest";
import { traceOf } from "../../../../src/articles/article-trace.ts";
import { createHandover } from "../../../../src/app/metrics/handover.ts";
import { createInstruments } from "../../../../src/app/metrics/instruments.ts";
import { createMetrics } from "../../../../src/lib/metrics.ts";
import {
  afterAllThatHappens,
  keptArticle,
  linesOf,
  NOON,
  settled,
} from "../../../support/instrumented.ts";

/** Series of what happened; those of what an alert waits for are there before, at 0. */
const happened = (body: string, name: string): string[] =>
  linesOf(body, name).filter((line) => !line.endsWith(" 0"));

const after = (ms: number) => new Date(NOON.getTime() + ms);

it.each([
  ["a poll that failed", 'parley_feed_failures_total{reason="timeout"} 1'],
  ["a new article", 'parley_articles_total{language="en",outcome="added"} 1'],
  ["one that was there already", 'parley_articles_total{language="fa",outcome="unchanged"} 1'],
  ["one about the talks", 'parley_relevant_articles_total{language="en"} 1'],
  ["ten minutes from publication", "parley_article_lag_seconds_sum 600"],
  ["three milliseconds of reading", "parley_extraction_seconds_sum 0.003"],
  ["a phase", 'parley_phase_changes_total{talks="iran-us",to="scheduled"} 1'],
  ["deliveries owed", 'parley_deliveries_owed_total{delivery="alert"} 5'],
  ["what was held back", "parley_deliveries_held_total 1"],
  ["what was not told", 'parley_deliveries_skipped_total{reason="missed"} 2'],
  ["a send", 'parley_send_outcomes_total{platform="telegram",delivery="alert",outcome="sent"} 1'],
  ["three seconds from feed to chat", 'parley_news_handover_seconds_sum{platform="telegram"} 3'],
  ["a command", 'parley_commands_total{command="status",outcome="answered"} 1'],
  ["a flood", 'parley_flood_refusals_total{verdict="silent"} 1'],
  ["a full disk", 'parley_store_failures_total{failure="disk-full"} 1'],
  ["an error logged", 'parley_log_problems_total{level="error",event="cycle failed"} 1'],
  ["lively feeds", 'parley_feeds{standing="lively"} 1'],
  ["the newest item", 'parley_newest_item_timestamp_seconds{tier="wire"} 1770291000'],
  ["what is due", 'parley_outbox_waiting{platform="telegram"} 3'],
  ["how long it is due", 'parley_outbox_oldest_seconds{platform="telegram"} 4'],
  ["subscriptions", 'parley_subscriptions{platform="telegram",status="active"} 12'],
  ["readiness", 'parley_ready{check="store"} 1'],
])("measures %s", async (_, line) => {
  const { body } = await afterAllThatHappens().health.metrics();
  expect(body.split("\n")).toContain(line);
});

it("has few series, whatever feeds, chats and articles there are", async () => {
  const { body } = await afterAllThatHappens().health.metrics();
  expect(linesOf(body, "parley_").length).toBeLessThan(300);
});

it("takes the articles of a first poll, weeks old, for no sign of slowness", async () => {
  const metrics = createMetrics();
  createInstruments(metrics).article(keptArticle({ published: new Date("2026-01-05T12:00:00Z") }));
  expect((await metrics.write()).body).toContain("parley_article_lag_seconds_count 0");
});

it("counts a part, and a delivery only once it has come to its end", async () => {
  const metrics = createMetrics();
  const { delivery } = createInstruments(metrics);
  delivery(settled({ status: "due" }));
  delivery(settled({ status: "sent" }));
  const { body } = await metrics.write();
  expect(happened(body, "parley_send_outcomes_total")).toEqual([
    'parley_send_outcomes_total{platform="telegram",delivery="alert",outcome="sent"} 2',
  ]);
  expect(happened(body, "parley_deliveries_total")).toEqual([
    'parley_deliveries_total{platform="telegram",delivery="alert",status="sent"} 1',
  ]);
});

/** Tells of an alert on three articles, sent so long after noon; gives what was measured. */
async function handedOver(ms: number): Promise<string[]> {
  const metrics = createMetrics();
  const handover = createHandover(metrics);
  const old = keptArticle({ url: "https://news.example/old", keptAt: after(-600_000) });
  handover.kept(old);
  handover.kept(keptArticle());
  const articles = [old.url, keptArticle().url, "https://never.example/kept"].map(traceOf);
  handover.sent("telegram", articles, after(ms));
  return happened((await metrics.write()).body, "parley_news_handover_seconds_sum");
}

it("measures the handover from the newest of an alert's articles", async () => {
  expect(await handedOver(4_000)).toEqual([
    'parley_news_handover_seconds_sum{platform="telegram"} 4',
  ]);
});

it("takes what was held back for the night for no slowness", async () => {
  expect(await handedOver(8 * 3_600_000)).toEqual([]);
});
