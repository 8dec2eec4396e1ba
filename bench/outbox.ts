import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OwedDelivery } from "../src/deliveries/delivery.ts";
import { deliveryIdOf, outgoing } from "../src/deliveries/identify.ts";
import type { Subscription, SubscriptionId } from "../src/deliveries/subscription.ts";
import { openStore } from "../src/store/open-store.ts";
import type { Store } from "../src/store/store.ts";
import { startPostgres } from "../tests/support/postgres-server.ts";
import { cpuMs, peakMemoryMb, printMetrics, rounded } from "./support/print-metrics.ts";

const SUBSCRIPTIONS = 100_000;
const CHUNK = 1_000;
const CLAIM = 64;
const NOW = new Date("2026-02-05T09:00:00Z");
const DAY_MS = 86_400_000;

const MESSAGE = outgoing({
  language: "en",
  blocks: [
    { kind: "paragraph", spans: [{ kind: "text", text: "The talks open on Friday. ".repeat(80) }] },
  ],
});

async function timed(work: () => Promise<void>): Promise<{ ms: number; cpuMs: number }> {
  const [begun, cpuBegun] = [performance.now(), cpuMs()];
  await work();
  return { ms: rounded(performance.now() - begun), cpuMs: rounded(cpuMs() - cpuBegun) };
}

async function subscribe(store: Store): Promise<void> {
  for (let from = 0; from < SUBSCRIPTIONS; from += CHUNK)
    await store.subscriptions.keepAll(
      Array.from({ length: CHUNK }, (_, n) => subscriptionOf(from + n)),
    );
}

function subscriptionOf(n: number): Subscription {
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- numbered here
    id: `s${String(n).padStart(11, "0")}` as SubscriptionId,
    address: { platform: "telegram", channel: String(10_000_000 + n), thread: null },
    owner: `telegram:${10_000_000 + n}`,
    talks: "iran-us",
    language: "en",
    timeZone: "Asia/Tehran",
    form: "brief",
    picture: false,
    schedule: { kind: "cron", expression: "0 9 * * *" },
    roundMoments: ["day-before", "start"],
    alerts: ["phase", "round"],
    eventIntensity: -7,
    minimumConfidence: 0.5,
    quietHours: null,
    status: { kind: "active" },
    nextAt: NOW,
    releaseAt: null,
    toldDigest: null,
    createdAt: NOW,
  };
}

/** Advances every subscription that is due and owes it a briefing, a thousand in one transaction. */
async function oweAll(store: Store): Promise<void> {
  for (;;) {
    const advanced = await store.transaction(async ({ outbox, subscriptions }) => {
      const due = await subscriptions.due(NOW, CHUNK);
      await subscriptions.keepAll(
        due.map((one) => ({ ...one, nextAt: new Date(NOW.getTime() + DAY_MS), toldDigest: "d" })),
      );
      return outbox.add([MESSAGE], due.map(briefingOf));
    });
    if (advanced === 0) return;
  }
}

const briefingOf = ({ id, address }: Subscription): OwedDelivery => ({
  id: deliveryIdOf("briefing", id, NOW),
  kind: "briefing",
  messageId: MESSAGE.id,
  subscription: id,
  occasion: null,
  to: address,
  edits: null,
  dueAt: NOW,
  expiresAt: new Date(NOW.getTime() + DAY_MS),
});

/** Claims and settles everything, as if each were sent at once; so many workers at a time. */
async function sendAll(store: Store, workers: number): Promise<void> {
  await Promise.all(Array.from({ length: workers }, () => sendUntilDone(store)));
}

async function sendUntilDone({ outbox }: Store): Promise<void> {
  const leaseEnds = new Date(NOW.getTime() + 120_000);
  for (;;) {
    const lease = { platform: "telegram", now: NOW, leaseEnds, limit: CLAIM };
    const claimed = await outbox.claim(lease);
    if (claimed.length === 0) return;
    await outbox.settle(
      claimed.map((one) => ({ ...one, sentIds: ["1"], status: { kind: "sent", at: NOW } })),
    );
  }
}

async function measure(engine: string, databaseUrl: string, workers: number): Promise<void> {
  const store = await openStore(databaseUrl, () => undefined);
  await subscribe(store);
  const owed = await timed(() => oweAll(store));
  const sent = await timed(() => sendAll(store, workers));
  await store.close();
  printMetrics("outbox", {
    engine,
    workers,
    deliveries: SUBSCRIPTIONS,
    enqueueMs: owed.ms,
    enqueueCpuMs: owed.cpuMs,
    settledPerSecond: Math.round((SUBSCRIPTIONS * 1_000) / sent.ms),
    settleCpuMs: sent.cpuMs,
    peakRssMb: peakMemoryMb(),
  });
}

/** On an empty database of one's own, or on a server that starts beside and keeps what it says it kept. */
async function measurePostgres(): Promise<void> {
  // oxlint-disable-next-line node/no-process-env -- the one setting of this bench
  const given = process.env["DATABASE_URL"];
  if (given !== undefined && given !== "") {
    await measure("PostgreSQL, DATABASE_URL", given, 1);
    return;
  }
  for (const workers of [1, 4]) {
    const server = await startPostgres(KEPT);
    try {
      await measure("PostgreSQL on this machine", server.url("postgres"), workers);
    } finally {
      await server.stop();
    }
  }
}

/** What the tests do without: each commit is on the disk before it is answered. */
const KEPT = {
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  autovacuum: "on",
};

const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
try {
  await measure("SQLite", `file:${folder}/parley.db`, 1);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
await measurePostgres();
