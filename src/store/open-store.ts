import { AsyncLocalStorage } from "node:async_hooks";
import { Kysely } from "kysely";
import { ConfigError } from "../config/env.ts";
import type { Clock } from "../lib/clock.ts";
import { createArticleStore } from "./articles.ts";
import { createChatStore } from "./chats.ts";
import type { ReportCorruptRow } from "./corrupt-row.ts";
import { createDigestArchive } from "./digest-archive.ts";
import { createDigestStore } from "./digests.ts";
import { createExtractionStore } from "./extractions.ts";
import { createFeedStateStore } from "./feed-states.ts";
import { migrate } from "./migrate.ts";
import { createTokenStore } from "./model-tokens.ts";
import { createNarrationStore } from "./narrations.ts";
import { createOccasionStore } from "./occasions.ts";
import { createOutbox } from "./outbox.ts";
import { backUpSqlite } from "./sqlite-backup.ts";
import { createSqliteSearch } from "./sqlite-search.ts";
import { IN_MEMORY, openSqliteDatabase } from "./sqlite-database.ts";
import { createSqliteDialect } from "./sqlite-dialect.ts";
import type { Store, Stores } from "./store.ts";
import { createSubscriptionStore } from "./subscriptions.ts";
import type { Tables } from "./tables.ts";
import { tellingErasures, wipeLog } from "./wipe-log.ts";

/**
 * Opens the database that an address names, brings its schema up to date, and hands out its stores:
 * `file:data/parley.db` (relative to the working folder) or `file::memory:`. The clock dates what has no
 * date of its own.
 *
 * @throws {ConfigError} when the address is none, or what it names is no database of this program.
 * @throws {StoreError} when another process holds the database, or the disk is full.
 */
export async function openStore(
  databaseUrl: string,
  report: ReportCorruptRow,
  clock: Clock = { now: () => new Date() },
): Promise<Store> {
  const file = fileOf(databaseUrl);
  const scope = createScope();
  const database = openSqliteDatabase(file);
  const db = new Kysely<Tables>({ dialect: createSqliteDialect(database, scope.isWithin) });
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    ...storesOf(db, report, clock),
    transaction: async (work) => {
      let erased = false;
      const done = await db.transaction().execute((trx) => {
        const stores = tellingErasures(storesOf(trx, report, clock), () => (erased = true));
        return scope.run(() => work(stores));
      });
      if (erased) await wipeLog(db);
      return done;
    },
    search: (words) => createSqliteSearch(db, words, report),
    backup: (target) => backUpSqlite(db, target),
    close: () => db.destroy(),
  };
}

const storesOf = (db: Kysely<Tables>, report: ReportCorruptRow, clock: Clock): Stores => ({
  articles: createArticleStore(db, report),
  extractions: createExtractionStore(db, report),
  feedStates: createFeedStateStore(db, report),
  digests: createDigestStore(db, report),
  narrations: createNarrationStore(db, report, clock),
  modelTokens: createTokenStore(db),
  chats: createChatStore(db, report),
  subscriptions: createSubscriptionStore(db, report),
  occasions: createOccasionStore(db, report),
  archive: createDigestArchive(db, report),
  outbox: createOutbox(db, report),
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

function fileOf(databaseUrl: string): string {
  const [, path] = /^file:(.+)$/.exec(databaseUrl) ?? [];
  if (path === IN_MEMORY) return IN_MEMORY;
  if (path !== undefined) return path.startsWith("//") ? path.slice(2) : path;
  if (/^postgres(ql)?:/.test(databaseUrl))
    throw new ConfigError([
      "DATABASE_URL: PostgreSQL is not supported yet; use file:data/parley.db",
    ]);
  throw new ConfigError(["DATABASE_URL: must be a file address, such as file:data/parley.db"]);
}
