/** One of the connections to a gateway that nodes share, while it is this node's. */
export type OwnConnection = {
  /** From 0. */
  readonly number: number;
  /** Over all nodes. */
  readonly count: number;
  /** Aborts when it is to be left, before any other node opens it. */
  readonly signal: AbortSignal;
  /** Whether it still is this node's: asked at each event, since a node that stood still hears of it by nothing else. */
  readonly isOurs: () => boolean;
};

/** Spreads the connections of a gateway over nodes, so that each is open on one of them. */
export type ConnectionSharing = {
  /**
   * Does `work` for each connection that comes to this node, until it leaves, or the signal aborts. `count` holds
   * unless other nodes go by another already. `onChange` hears how many are here.
   *
   * @throws what `work` rejects with, after all of it has ended.
   */
  run(plan: SharedConnections, signal: AbortSignal): Promise<void>;
  /** Waits until nobody else began one of the same `key` within `ms` milliseconds; rejects when the signal aborts. */
  turn(key: number, ms: number, signal: AbortSignal): Promise<void>;
};

/** What is to be shared. */
export type SharedConnections = {
  readonly count: number;
  readonly work: (own: OwnConnection) => Promise<void>;
  readonly onChange: (here: number) => void;
};
