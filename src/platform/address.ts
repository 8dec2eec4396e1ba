/** A place messages go: a chat, a channel, or a thread (topic) in one. Ids are as the platform writes them. */
export type Address = {
  readonly platform: string;
  readonly channel: string;
  /** Null outside threads. */
  readonly thread: string | null;
};

/** The address on one line: `telegram:-1001:7`, or `discord:42` outside threads. */
export const formatAddress = ({ platform, channel, thread }: Address): string =>
  [platform, channel, ...(thread === null ? [] : [thread])].join(":");

/** Reads what {@link formatAddress} wrote; null for anything else. */
export function parseAddress(line: string): Address | null {
  const [platform = "", channel = "", thread = null, ...more] = line.split(":");
  if (platform === "" || channel === "" || thread === "" || more.length > 0) return null;
  return { platform, channel, thread };
}
