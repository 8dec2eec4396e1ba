import { describe, expect, it } from "vitest";
import { type FeedCursor, newCursor } from "../../../src/feeds/feed-state.ts";
import { freshnessOf, usualGapOf } from "../../../src/feeds/freshness.ts";

const HOUR_MS = 3_600_000;
const NOW = new Date("2026-02-05T18:00:00Z");
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * HOUR_MS);

const polled = (given: Partial<FeedCursor>): FeedCursor => ({
  ...newCursor("https://a.example/rss"),
  lastPollAt: hoursAgo(0.1),
  lastSuccessAt: hoursAgo(0.1),
  lastItemAt: hoursAgo(1),
  usualGapMs: HOUR_MS,
  items: 20,
  ...given,
});

describe("a feed", () => {
  it.each<[string, Partial<FeedCursor>, string, string]>([
    ["with a new item is lively", {}, "lively", "new-items"],
    ["is quiet after ten of its usual gaps", { lastItemAt: hoursAgo(11) }, "quiet", "no-new-items"],
    [
      "of a busy wire is not quiet for a night",
      { usualGapMs: 60_000, lastItemAt: hoursAgo(5) },
      "lively",
      "new-items",
    ],
    [
      "of a slow ministry may be silent for days",
      { usualGapMs: 48 * HOUR_MS, lastItemAt: hoursAgo(70) },
      "lively",
      "new-items",
    ],
    [
      "that answers with the same old items is dead",
      { lastItemAt: hoursAgo(24 * 8) },
      "dead",
      "no-new-items",
    ],
    ["that answers without any item is dead", { items: 0 }, "dead", "no-items"],
    ["that never gave an item is dead", { items: 0, lastItemAt: null }, "dead", "no-items"],
    ["that failed once is still lively", { failures: 1 }, "lively", "new-items"],
    ["that keeps failing is quiet", { failures: 3 }, "quiet", "failing"],
    [
      "that failed for more than a day is dead",
      { failures: 9, lastSuccessAt: hoursAgo(25) },
      "dead",
      "failing",
    ],
    [
      "that never answered is dead",
      { failures: 3, lastSuccessAt: null, lastItemAt: null, items: 0 },
      "dead",
      "failing",
    ],
    [
      "that failed once and never answered is quiet",
      { failures: 1, lastSuccessAt: null, lastItemAt: null, items: 0 },
      "quiet",
      "failing",
    ],
    ["not yet polled is quiet", { lastPollAt: null }, "quiet", "not-polled"],
  ])("%s", (...[, given, kind, reason]) => {
    expect(freshnessOf(polled(given), NOW)).toEqual({ kind, reason });
  });
});

describe("the usual gap", () => {
  it("is the median, whatever the order", () => {
    expect(usualGapOf([hoursAgo(9), hoursAgo(1), hoursAgo(2), hoursAgo(3)])).toBe(HOUR_MS);
  });

  it("is unknown from two items", () => {
    expect(usualGapOf([hoursAgo(9), hoursAgo(1)])).toBeNull();
  });
});
