import type { Kysely } from "kysely";
import type { ArticleSearch, SearchWords } from "../articles/article-search.ts";
import type { PaceBook } from "../deliveries/pace-book.ts";
import type { ClaimRows } from "./claim-deliveries.ts";
import type { HastenRows } from "./hasten-deliveries.ts";
import type { InsertRows } from "./insert-deliveries.ts";
import type { Clock } from "../lib/clock.ts";
import type { ReportCorruptRow } from "./corrupt-row.ts";
import type { NowOf } from "./leases.ts";
import type { Tables } from "./tables.ts";

/**
 * The book that all nodes which speak on a platform share; a node is anew one each time it starts. It goes by
 * the server's clock where no other is given, which all who share it must do.
 */
export type PaceBookOf = (platform: string, nowMs?: () => number) => PaceBook;

/** How many bytes a database takes on its disk, and how many of them hold nothing and wait to be used again. */
export type StoreSize = { readonly bytes: number; readonly freeBytes: number };

/** An open database, with what each engine does in its own way; all else goes through Kysely. */
export type Engine = {
  readonly db: Kysely<Tables>;
  /** The same database, for changes of its schema. */
  readonly schema: Kysely<Tables>;
  /** Leases deliveries so that nobody else, in any process, leases another of their channels. */
  readonly claimRows: ClaimRows;
  readonly hastenRows: HastenRows;
  readonly insertRows: InsertRows;
  /** The instant that leases are measured by: the server's own where there is one, else the clock's. */
  readonly nowOf: (clock: Clock) => NowOf;
  /** First in a transaction: lets nobody else keep readings until it ends, and shows all that they kept before. */
  readonly holdReadings: (within: Kysely<Tables>) => Promise<void>;
  /** See `Store.paceBook`. */
  readonly paceBook: PaceBookOf | null;
  search(words: SearchWords, report: ReportCorruptRow): ArticleSearch;
  /** See `Store.backup`. */
  backup(file: string): Promise<void>;
  /** See `Store.size`. */
  size(): Promise<StoreSize>;
  /** See `Store.giveBack`. */
  giveBack(): Promise<number>;
  /** Removes what is left of a person beside the tables, after a transaction that erased him. */
  wipeTraces(): Promise<void>;
  /** Ends the use of the database once all is done that was asked. */
  close(): Promise<void>;
};

/** Tells whether the asker is within a transaction of the same database, and so would wait for itself. */
export type IsWithin = () => boolean;
