import { existsSync, statSync } from "node:fs";
import type { Config } from "../../config/config.ts";
import { ConfigError } from "../../config/env.ts";
import { backoffMs } from "../../lib/backoff.ts";
import { sleep } from "../../lib/clock.ts";
import type { Lease } from "../../lib/lease.ts";
import type { Log } from "../../lib/log.ts";
import { createMetrics, type Metrics } from "../../lib/metrics.ts";
import { openStore } from "../../store/open-store.ts";
import type { Store } from "../../store/store.ts";
import { StoreError } from "../../store/store-error.ts";
import { addedFeedsFile } from "../added-feeds.ts";
import { openLog } from "../app-log.ts";
import { type Bot, type BotDeps, createBot } from "../bot/bot.ts";
import { runBot } from "../bot/run-bot.ts";
import { fencedStore } from "../cluster/fenced-store.ts";
import { type FollowDeps, followOthers } from "../cluster/follow-others.ts";
import {
  createNodeRun,
  createTicker,
  listeningOf,
  type NodeRun,
  sharingOf,
  underLeases,
} from "../cluster/node-run.ts";
import { checkRole, type Role } from "../cluster/roles.ts";
import { createFeedClient } from "../feed-client.ts";
import { watchOver } from "../health/watch-over.ts";
import { createInstruments, type Instruments } from "../metrics/instruments.ts";
import { countTrouble } from "../metrics/trouble-metrics.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";
import { createSharedTurns } from "../model/shared-turns.ts";
import { createUsedModel, type UsedModel } from "../model/used-model.ts";
import { createPainting } from "../painting.ts";
import { outliveStrayErrors } from "../stray-errors.ts";
import { createSessions, type Sessions } from "../sessions.ts";
import { createServedSite, type ServeDeps } from "../site/serve-site.ts";
import { createTalksDesks, sourceOf } from "../talks-desks.ts";
import { createUpkeep } from "../upkeep/upkeep.ts";
import { watch, type WatchDeps } from "../watch.ts";

/** How long everything has to end in good order after a signal. */
const GOODBYE_MS = 10_000;

/** `parley run`: reads the feeds as they come, talks with people, and tells them what they asked for, until a signal. */
export async function runCommand(
  terminal: Terminal,
  config: Config,
  role: Role = "all",
): Promise<ExitCode> {
  checkRole(role, config.DATABASE_URL);
  const metrics = createMetrics();
  const log = countTrouble(openLog(terminal, config), metrics);
  const swarm = new AbortController();
  const signal = AbortSignal.any([terminal.stopSignal(), swarm.signal]);
  const store = await openPatiently(config, log, signal);
  if (store === null) return EXIT.ok;
  const heedErrors = outliveStrayErrors(log, () => swarm.abort());
  const clock = { now: terminal.now };
  const client = createFeedClient(config, clock);
  const painting = createPainting(log);
  try {
    const { env } = terminal;
    const deps = { ...painting, config, env, store, clock, sleep, log, random: Math.random };
    const node = createNodeRun({ ...deps, role, monotonicMs });
    const assembled = await assemble({ ...deps, node }, metrics, signal);
    tellOfChat(assembled.bot, log);
    const work = workOf({ ...deps, ...assembled, node, get: client.get }, signal);
    if (await endsInTime(underLeases(node, work), signal)) log.info("stopped");
    else log.error("stopped, leaving work for the next start", { afterMs: GOODBYE_MS });
    return swarm.signal.aborted ? EXIT.failed : EXIT.ok;
  } finally {
    heedErrors();
    painting.close();
    await client.close();
    await store.close();
  }
}

type Work = Parts &
  Awaited<ReturnType<typeof assemble>> &
  Pick<WatchDeps, "get"> & { readonly node: NodeRun };

/** Everything that goes on until the signal aborts, as far as it is this node's duty. */
function workOf(deps: Work, signal: AbortSignal): Promise<unknown> {
  const { config, node, sessions, instruments, bot, page, onHearing, onLeft, log, clock } = deps;
  const upkeep = createUpkeep({
    ...deps,
    cores: () => sessions.current().followed.cores,
    keepTextsDays: config.PARLEY_KEEP_TEXTS_DAYS,
    keepDigestsDays: config.PARLEY_KEEP_DIGESTS_DAYS,
    monotonicMs,
    observe: instruments.upkeep,
  });
  const ticker = createTicker(config, log);
  const speaking = { upkeep, ticker, now: () => clock.now(), log, onHearing, onLeft };
  return Promise.all([
    ...readNews({ ...deps, ...polling(deps), node: null, onNews: page.changed }, node, signal),
    runBot({ ...speaking, duties: node.duties, listening: listeningOf(node) }, bot, signal),
    page.serve(signal),
  ]);
}

type Parts = Omit<BotDeps, "talks" | "monotonicMs" | "narrator" | "tellModel" | "observe"> &
  Pick<ServeDeps, "paintCard"> & { readonly config: Config };

/** Puts together what reads, what talks with people, and what watches over both. */
async function assemble(
  parts: Parts & { readonly node: NodeRun },
  metrics: Metrics,
  signal: AbortSignal,
) {
  const { config, store, clock } = parts;
  const feedListStamp = () => stampOf(addedFeedsFile(config.DATABASE_URL));
  const instruments = createInstruments(metrics);
  const sessions = createSessions({ ...parts, feedListStamp, ...hearing(instruments) });
  const used = await useModel({ ...parts, sessions, instruments }, signal);
  const deps = { ...parts, ...used };
  const desks = createTalksDesks(sessions, store, clock);
  const [first, ...others] = desks;
  if (first === undefined) throw new ConfigError(["PARLEY_TALKS: names no talks"]);
  const speaking = { ...deps, sharing: sharingOf(parts.node, parts), monotonicMs };
  const watched = await watchOver({ ...deps, sessions, metrics, instruments }, (observe) =>
    createBot({ ...speaking, observe, talks: [first, ...others] }),
  );
  const page = await createServedSite({ ...deps, ...watched, sessions, desks });
  return { ...watched, sessions, instruments, desks, page };
}

type Modelled = Parts & {
  readonly node: NodeRun;
  readonly sessions: Sessions;
  readonly instruments: Instruments;
};

/** The language model of the settings, if any; the log names it once. */
async function useModel(deps: Modelled, signal: AbortSignal): Promise<Partial<UsedModel>> {
  const { store, sessions, instruments, node, log } = deps;
  const { leases, modelTokens: ledger, narrations: cache } = store;
  const used = await createUsedModel(
    {
      ...deps,
      ledger,
      cache,
      turns:
        node.cluster === null ? null : createSharedTurns({ leases, node: node.name, sleep, log }),
      checkerOf: (talks) => sourceOf(sessions.current(), talks).core.checker(),
      monotonicMs,
      observe: instruments,
    },
    signal,
  );
  if (used === null) return {};
  log.info("language model on", { model: used.name });
  return used;
}

const monotonicMs = () => performance.now();

const hearing = ({ article, phase }: Instruments) => ({ onArticle: article, onPhase: phase });

const polling = ({ instruments, bot, page, store }: Work) => ({
  onLook: async (lease: Lease | null) => {
    await bot.planner.news(lease === null ? store : fencedStore(store, lease));
    await page.changed();
  },
  onPoll: instruments.polled,
  onFailure: instruments.failedCycle,
});

/** Reads feeds where that is the node's duty, and what other nodes read. */
function readNews(
  deps: WatchDeps & Pick<FollowDeps, "onNews">,
  { duties, cluster }: NodeRun,
  signal: AbortSignal,
): readonly Promise<void>[] {
  return [
    ...(duties.ingest ? [watch({ ...deps, node: cluster }, signal)] : []),
    ...(cluster === null ? [] : [followOthers(deps, signal)]),
  ];
}

/** Whether work came to its end soon enough after the signal. */
async function endsInTime(work: Promise<unknown>, signal: AbortSignal): Promise<boolean> {
  const tooLate = new Promise<false>((resolve) => {
    const start = () => void setTimeout(() => resolve(false), GOODBYE_MS).unref();
    if (signal.aborted) start();
    else signal.addEventListener("abort", start, { once: true });
  });
  return Promise.race([work.then(() => true as const), tooLate]);
}

function tellOfChat({ connections, off }: Bot, log: Log): void {
  for (const { adapter } of connections)
    log.info("chat platform on", { platform: adapter.platform });
  for (const { name, how } of off)
    log.warn("chat platform not connected", { platform: name, mend: how });
}

const WAITS = { firstMs: 1_000, longestMs: 30_000 } as const;

/** Another process may hold the store for a while; null when asked to end before it is free. */
async function openPatiently(
  { DATABASE_URL }: Config,
  log: Log,
  signal: AbortSignal,
): Promise<Store | null> {
  for (let failures = 1; !signal.aborted; failures += 1) {
    try {
      return await openStore(DATABASE_URL, (row) => log.error("row left out", row));
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      const nextTryMs = backoffMs(failures, WAITS, Math.random);
      log.error("store not opened", { reason: error.failure, nextTryMs, detail: error.message });
      await sleep(nextTryMs, signal);
    }
  }
  return null;
}

const stampOf = (file: string): string => (existsSync(file) ? String(statSync(file).mtimeMs) : "");
