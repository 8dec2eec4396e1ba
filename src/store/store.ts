import type { ArticleSearch, SearchWords } from "../articles/article-search.ts";
import type { ArticleStore } from "../articles/article-store.ts";
import type { DeliveryStores } from "../deliveries/delivery-stores.ts";
import type { DigestStore } from "../digest/digest-store.ts";
import type { ToldRoundStore } from "../digest/told-rounds.ts";
import type { ExtractionStore } from "../facts/extraction-store.ts";
import type { FeedStateStore } from "../feeds/feed-state-store.ts";
import type { Leases } from "../lib/lease.ts";
import type { PaceBookOf, StoreSize } from "./engine.ts";
import type { NarrationStore } from "./narrations.ts";
import type { TokenStore } from "./model-tokens.ts";

/** Everything that is kept, by what it is. */
export type Stores = {
  readonly articles: ArticleStore;
  readonly extractions: ExtractionStore;
  readonly feedStates: FeedStateStore;
  readonly digests: DigestStore;
  readonly narrations: NarrationStore;
  readonly modelTokens: TokenStore;
  readonly toldRounds: ToldRoundStore;
  readonly leases: Leases;
} & DeliveryStores;

/** A database with everything in it. What its promises have fulfilled outlives the process, however that ends. */
export type Store = Stores & {
  /**
   * Does all of `work` or none of it: what it throws undoes it. Inside, only the stores handed in may be
   * used, and soon: others wait meanwhile. This store's own refuse, since they would wait for ever.
   */
  transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
  /** What nodes on one database write down of what they send; null where there is but one node. */
  readonly paceBook: PaceBookOf | null;
  /**
   * Like `transaction`, while nobody else, in any process, keeps readings: those that it sees are all there
   * are, and so stories are told apart the same whoever reads.
   */
  readingAlone<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
  /** Full-text search; `words` tells how words are looked up, and must not change for one database. */
  search(words: SearchWords): ArticleSearch;
  /** How much the database takes. */
  size(): Promise<StoreSize>;
  /**
   * Gives a few megabytes that hold nothing back to the disk, where much of the database does; says how many bytes.
   * Others wait for some milliseconds.
   */
  giveBack(): Promise<number>;
  /**
   * Writes a copy of this instant to a new file while others read and write.
   *
   * @throws {StoreError} when the file exists or cannot be written.
   */
  backup(file: string): Promise<void>;
  /** Ends the use of the database; waits for what has been asked. */
  close(): Promise<void>;
};
