/** What nodes write down of what they send; in PostgreSQL alone. Instants are milliseconds since 1970. */
export type PaceTables = {
  pace_shares: PaceShareRow;
  pace_channels: PaceChannelRow;
  pace_platforms: PacePlatformRow;
};

/** How many messages of the overall window are one node's, and as how many it has use for. */
export type PaceShareRow = {
  platform: string;
  node: string;
  messages: number;
  wanted: number | null;
  ends_at: number;
};

/** What was sent to one channel lately, the last first. */
export type PaceChannelRow = {
  platform: string;
  channel: string;
  sent_at: number[];
  paused_until: number;
  noted_at: number;
  /** From when the row tells nothing any more. */
  idle_at: number;
};

/** Whether a platform shuts us out; a suspect is a channel that had to wait long while nothing arrived since. */
export type PacePlatformRow = {
  platform: string;
  paused_until: number;
  suspect: string | null;
  suspected_at: number;
  suspected_until: number;
};
