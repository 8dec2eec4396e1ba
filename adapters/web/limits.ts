/** How much of itself a server gives to clients. */
export type WebLimits = {
  /** Requests of one client within {@link windowSeconds}; a page takes five the first time, one afterwards. */
  readonly requests: number;
  readonly windowSeconds: number;
  /** Open event streams, of one client and of all. */
  readonly streamsOfClient: number;
  readonly streams: number;
  /** Open connections; beyond them new ones are dropped. */
  readonly connections: number;
};

/** Many readers may share an address; none needs more than that. */
export const LIMITS: WebLimits = {
  requests: 600,
  windowSeconds: 60,
  streamsOfClient: 30,
  streams: 5_000,
  connections: 10_000,
};

/** No page has an address so long, in UTF-16 units. */
export const LONGEST_ADDRESS = 1_000;
/** Of all headers together, in bytes. */
export const MOST_HEADER_BYTES = 8_192;
/** A request must have come in whole after so long. */
export const LONGEST_REQUEST_MS = 10_000;
/** A connection on which nothing moves for so long is closed, as that of a client that reads too slowly. */
export const LONGEST_SILENCE_MS = 30_000;
export const KEEP_ALIVE_MS = 5_000;

/** Often enough for proxies that close what is silent for a minute. */
export const HEARTBEAT_MS = 20_000;
/** A stream whose reader has fallen so far behind, in bytes, is closed; the reader comes back. */
export const MOST_UNREAD_BYTES = 16_384;

/** How long readiness, which asks the store and platforms, stands. */
export const READY_STANDS_MS = 5_000;
/** What is still being sent when asked to stop has so long. */
export const GOODBYE_MS = 2_000;
