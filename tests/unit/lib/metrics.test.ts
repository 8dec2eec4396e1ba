import { expect, it } from "vitest";
import { createMetrics } from "../../../src/lib/metrics.ts";

const body = async (metrics: ReturnType<typeof createMetrics>) => (await metrics.write()).body;

it("writes what was counted, by label, in Prometheus' text format", async () => {
  const metrics = createMetrics();
  const count = metrics.counter<{ outcome: "sent" | "gone" }>({
    name: "parley_test_total",
    help: "What a test did.",
    labels: ["outcome"],
  });
  count({ outcome: "sent" });
  count({ outcome: "sent" }, 2);
  count({ outcome: "gone" });
  expect(await metrics.write()).toEqual({
    mediaType: "text/plain; version=0.0.4; charset=utf-8",
    body: [
      "# HELP parley_test_total What a test did.",
      "# TYPE parley_test_total counter",
      'parley_test_total{outcome="sent"} 3',
      'parley_test_total{outcome="gone"} 1',
      "",
    ].join("\n"),
  });
});

it("keeps no series of a gauge that is no longer told of", async () => {
  const metrics = createMetrics();
  const level = metrics.gauge<{ platform: string }>({
    name: "parley_test",
    help: "Of a test.",
    labels: ["platform"],
  });
  level([
    { labels: { platform: "telegram" }, value: 3 },
    { labels: { platform: "discord" }, value: 1 },
  ]);
  level([{ labels: { platform: "discord" }, value: 2 }]);
  expect(await body(metrics)).toContain('parley_test{platform="discord"} 2');
  expect(await body(metrics)).not.toContain("telegram");
});

it("sorts measurements into buckets", async () => {
  const metrics = createMetrics();
  const observe = metrics.histogram(
    { name: "parley_test_seconds", help: "Of a test.", labels: [] },
    [1, 5],
  );
  for (const seconds of [0.5, 3, 20]) observe({}, seconds);
  expect(await body(metrics)).toContain(
    [
      'parley_test_seconds_bucket{le="1"} 1',
      'parley_test_seconds_bucket{le="5"} 2',
      'parley_test_seconds_bucket{le="+Inf"} 3',
      "parley_test_seconds_sum 23.5",
      "parley_test_seconds_count 3",
    ].join("\n"),
  );
});

it("shares nothing between two sets of metrics", async () => {
  const form = { name: "parley_test_total", help: "Of a test.", labels: [] } as const;
  const [one, other] = [createMetrics(), createMetrics()];
  one.counter(form)({});
  other.counter(form);
  expect(await body(one)).toContain("parley_test_total 1");
  expect(await body(other)).toContain("parley_test_total 0");
});
