import type { Clock } from "../../lib/clock.ts";
import type { Metrics } from "../../lib/metrics.ts";
import type { Health, HealthCheck } from "../../platform/health.ts";
import { coverageOf } from "../feed-standing.ts";
import type { Standings } from "../metrics/standing-gauges.ts";
import { createNodeGauges, leasesByKind, type NodeStanding } from "../metrics/node-gauges.ts";
import { createListeningGauges } from "../metrics/listening-gauges.ts";
import { listeningCheck } from "./listening.ts";
import type { PlatformContact } from "./platform-contact.ts";

/** What health is judged by. */
export type HealthDeps = {
  /** How everything stands; rejects while the store cannot be read. */
  readonly standings: (now: Date) => Promise<Standings>;
  readonly contacts: readonly PlatformContact[];
  /** Which of the nodes this is; left out where nobody asks. */
  readonly node?: NodeStanding;
  readonly metrics: Metrics;
  /** Sets the gauges of how everything stands. */
  readonly setGauges: (standings: Standings) => void;
  /** Sets the gauges of the language model, where one is used. */
  readonly setModelGauges?: (now: Date) => Promise<void>;
  readonly clock: Clock;
  /** Hears why the store could not be asked. */
  readonly onTrouble: (error: unknown) => void;
};

/** Counting takes the store a moment that sends would rather have. */
const REMEMBER_MS = 5_000;
/** A briefing to all chats of a large bot may take most of an hour at a platform's pace. */
const OLDEST_MS = 3_600_000;

/** Answers supervisors and metrics collectors. */
export function createHealth(deps: HealthDeps): Health {
  const { metrics, contacts, setGauges } = deps;
  const standingsNow = createStandingsMemory(deps);
  const readiness = metrics.gauge<{ check: string }>({
    name: "parley_ready",
    help: "1 while a check of readiness passes, else 0.",
    labels: ["check"],
  });

  const setListening = createListeningGauges(metrics);
  const setNode = createNodeGauges(metrics);

  const ready = async (): Promise<readonly HealthCheck[]> => {
    const [standings, ...platforms] = await Promise.all([
      standingsNow(),
      ...contacts.map((contact) => contact.check()),
    ]);
    const heard = contacts.map(({ platform, listening }) => ({ platform, listening: listening() }));
    const checks = [
      ...storeChecks(standings, deps.clock.now()),
      ...platforms,
      ...heard.map(({ platform, listening }) => listeningCheck(platform, listening)),
      ...(deps.node === undefined ? [] : [nodeCheck(deps.node)]),
    ];
    if (deps.node !== undefined) setNode(deps.node);
    setListening(heard);
    readiness(checks.map(({ name, ok }) => ({ labels: { check: name }, value: ok ? 1 : 0 })));
    return checks;
  };

  return {
    ready,
    async metrics() {
      const [standings] = await Promise.all([standingsNow(), ready()]);
      if (standings !== null) setGauges(standings);
      await deps.setModelGauges?.(deps.clock.now()).catch(deps.onTrouble);
      return metrics.write();
    },
  };
}

/** Null while the store cannot be asked. */
function createStandingsMemory({ standings, clock, onTrouble }: HealthDeps) {
  let known: { readonly at: number; readonly read: Promise<Standings | null> } | null = null;
  return (): Promise<Standings | null> => {
    const now = clock.now();
    if (known === null || Math.abs(now.getTime() - known.at) >= REMEMBER_MS)
      known = {
        at: now.getTime(),
        read: standings(now).catch((error: unknown) => {
          onTrouble(error);
          return null;
        }),
      };
    return known.read;
  };
}

function storeChecks(standings: Standings | null, now: Date): readonly HealthCheck[] {
  if (standings === null)
    return [{ name: "store", ok: false, detail: "the database cannot be read; the log says why" }];
  return [
    { name: "store", ok: true, detail: "" },
    feedCheck(standings, now),
    outboxCheck(standings),
  ];
}

/** Always well: it tells operators which node answers them, and what is its part. */
function nodeCheck(node: NodeStanding): HealthCheck {
  const leases = [...leasesByKind(node)].map(([kind, count]) => `${kind} ${count}`);
  const held = leases.length === 0 ? "" : `; leases held: ${leases.join(", ")}`;
  return { name: "node", ok: true, detail: `${node.name}, role ${node.role}${held}` };
}

function feedCheck({ feeds }: Standings, now: Date): HealthCheck {
  const { read, stale, failed } = coverageOf(feeds, now);
  const ok = read > 0;
  const detail = ok ? "" : `no feed brings news: ${stale} stale, ${failed} failed`;
  return { name: "feeds", ok, detail };
}

function outboxCheck({ waiting }: Standings): HealthCheck {
  const oldestMs = Math.max(0, ...waiting.map((each) => each.oldestMs));
  const ok = oldestMs <= OLDEST_MS;
  const minutes = Math.round(oldestMs / 60_000);
  const detail = ok ? "" : `a delivery has waited ${minutes} minutes to be sent`;
  return { name: "outbox", ok, detail };
}
