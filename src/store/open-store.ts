import { AsyncLocalStorage } from "node:async_hooks";
import type { Kysely } from "kysely";
import { ConfigError } from "../config/env.ts";
import type { Clock } from "../lib/clock.ts";
import { createArticleStore } from "./articles.ts";
import { atomically } from "./atomically.ts";
import { createChatStore } from "./chats.ts";
import type { ReportCorruptRow } from "./corrupt-row.ts";
import { createDigestArchive } from "./digest-archive.ts";
import { createDigestStore } from "./digests.ts";
import type { Engine } from "./engine.ts";
import { createExtractionStore } from "./extractions.ts";
import { createFeedStateStore } from "./feed-states.ts";
import { migrate } from "./migrate.ts";
import { createTokenStore } from "./model-tokens.ts";
import { createNarrationStore } from "./narrations.ts";
import { createOccasionStore } from "./occasions.ts";
import { createLeaseStore } from "./leases.ts";
import { readMark } from "./move/move-mark.ts";
import { openEngine } from "./open-engine.ts";
import { createOutbox } from "./outbox.ts";
import { isPostgresAddress } from "./postgres-address.ts";
import type { Store, Stores } from "./store.ts";
import { createSubscriptionStore } from "./subscriptions.ts";
import type { Tables } from "./tables.ts";
import { createToldRoundStore } from "./told-rounds.ts";
import { tellingErasures } from "./wipe-log.ts";

/**
 * Opens the database that an address names, brings its schema up to date, and hands out its stores:
 * `file:data/parley.db` (relative to the working folder), `file::memory:`, or
 * `postgres://user:password@host/database`. The clock dates what has no date of its own.
 *
 * @throws {ConfigError} when the address is none, or what it names is no database of this program.
 * @throws {StoreError} when another process holds the database, the disk is full, or no server answers.
 */
export async function openStore(
  databaseUrl: string,
  report: ReportCorruptRow,
  clock: Clock = { now: () => new Date() },
): Promise<Store> {
  const scope = createScope();
  const engine = await openEngine(databaseUrl, scope.isWithin);
  const { db } = engine;
  try {
    await migrate(engine.schema);
    if (isPostgresAddress(databaseUrl)) await refuseHalfMoved(db);
  } catch (error) {
    await engine.close();
    throw error;
  }
  const transaction: Transaction = async (work, before) => {
    let erased = false;
    const done = await atomically(db, async (trx) => {
      erased = false;
      await before?.(trx);
      const stores = tellingErasures(storesOf(engine, trx, report, clock), () => (erased = true));
      return scope.run(() => work(stores));
    });
    if (erased) await engine.wipeTraces();
    return done;
  };
  return {
    ...storesOf(engine, db, report, clock),
    transaction: (work) => transaction(work),
    readingAlone: (work) => transaction(work, engine.holdReadings),
    paceBook: engine.paceBook,
    search: (words) => engine.search(words, report),
    size: () => engine.size(),
    giveBack: () => engine.giveBack(),
    backup: (target) => engine.backup(target),
    close: () => engine.close(),
  };
}

/** `before` is done first, before anything is asked. */
type Transaction = <T>(
  work: (stores: Stores) => Promise<T>,
  before?: Engine["holdReadings"],
) => Promise<T>;

async function refuseHalfMoved(db: Kysely<Tables>): Promise<void> {
  const mark = await readMark(db);
  if (mark !== null && mark.done === null)
    throw new ConfigError([
      "DATABASE_URL: a store is being moved into this database; run parley migrate-store until it says that it is whole",
    ]);
}

const storesOf = (
  { claimRows, hastenRows, insertRows, nowOf }: Engine,
  db: Kysely<Tables>,
  report: ReportCorruptRow,
  clock: Clock,
): Stores => ({
  articles: createArticleStore(db, report),
  extractions: createExtractionStore(db, report),
  feedStates: createFeedStateStore(db, report),
  digests: createDigestStore(db, report),
  narrations: createNarrationStore(db, report, clock),
  modelTokens: createTokenStore(db),
  toldRounds: createToldRoundStore(db, report),
  leases: createLeaseStore(db, nowOf(clock)),
  chats: createChatStore(db, report),
  subscriptions: createSubscriptionStore(db, report),
  occasions: createOccasionStore(db, report),
  archive: createDigestArchive(db, report),
  outbox: createOutbox(db, report, { claimRows, hastenRows, insertRows }),
});

type Scope = {
  readonly isWithin: () => boolean;
  readonly run: <T>(work: () => Promise<T>) => Promise<T>;
};

/** Knows what is done on behalf of a transaction that is under way. */
function createScope(): Scope {
  const storage = new AsyncLocalStorage<{ open: boolean }>();
  return {
    isWithin: () => storage.getStore()?.open === true,
    run: async (work) => {
      const transaction = { open: true };
      try {
        return await storage.run(transaction, work);
      } finally {
        transaction.open = false;
      }
    },
  };
}
