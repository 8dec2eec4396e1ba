import type { Window } from "../platform/pace.ts";

/** A message that a node wants to send to a channel, or has sent there regardless. */
export type PaceEntry = {
  readonly channel: string;
  readonly windows: readonly Window[];
};

/** What was found out about some messages; lengths of time in milliseconds from the answer. */
export type PaceAnswer = {
  /** The channels that may be written to now. */
  readonly granted: ReadonlySet<string>;
  /** For how long each other channel has to wait. */
  readonly waits: ReadonlyMap<string, number>;
  /** For how long nothing may go anywhere; 0 when it may. */
  readonly allWaitMs: number;
  /** Whether some channel was told to wait long, so that it matters whether others arrive. */
  readonly suspicion: boolean;
};

/** What a node asks for of the overall window, in messages. */
export type ShareAsked = {
  /** The most that it may have sent within a window that ends now or later, by the share it has. */
  readonly held: number;
  /** As many as it has use for. */
  readonly wanted: number;
};

/** How many of the messages in the overall window are a node's own, and for how long, from when it asked. */
export type PaceShare = {
  readonly messages: number;
  /** How many will be, once others have given them up. */
  readonly fair: number;
  readonly forMs: number;
};

/**
 * What nodes that speak on one platform write down together, so that its limits hold over all of them. Time is
 * measured in one place; nothing depends on the clocks of nodes.
 *
 * @throws whatever the store does, when it cannot be reached.
 */
export type PaceBook = {
  /** Renews the share of this node in the overall window; what it holds is nobody else's until the next time. */
  share(overall: Window, asked: ShareAsked): Promise<PaceShare>;
  /**
   * Writes down messages, of different channels, that may go within `slackMs` from now, where their channels'
   * windows allow; counted as if they went at the end of it.
   */
  take(entries: readonly PaceEntry[], slackMs: number): Promise<PaceAnswer>;
  /** Writes down messages, of different channels, that went regardless. */
  note(entries: readonly PaceEntry[]): Promise<void>;
  /**
   * Lets nothing into a channel for a while, because the platform asked for it. Gives for how long nothing may
   * go anywhere, where that follows from what other nodes were told, too; else 0.
   */
  waits(channel: string, ms: number): Promise<number>;
  /** Hears that a message arrived whose sending began so many milliseconds ago: who writes is not shut out. */
  arrived(agoMs: number): Promise<void>;
};
