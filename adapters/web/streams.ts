import type { ServerResponse } from "node:http";
import type { Site } from "../../src/platform/site.ts";
import { HEARTBEAT_MS, MOST_UNREAD_BYTES, type WebLimits } from "./limits.ts";

/** Open event streams (HTML Living Standard, section 9.2). */
export type Streams = {
  /** Keeps a stream open and tells on it what changes; false where there are too many. */
  open(asked: StreamAsked, response: ServerResponse): boolean;
  close(): void;
};

/** Of what a stream is asked, by whom, and what is so at its beginning. */
export type StreamAsked = {
  readonly talks: string;
  readonly client: string;
  readonly standing: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** All who follow some talks; nobody listens for talks that nobody follows. */
type Channel = { readonly followers: Set<ServerResponse>; readonly deafen: () => void };

/** A client that was cut off comes back after so long, in milliseconds. */
const RETRY_MS = 5_000;

/** Streams that tell each new standing of their talks. */
export function createStreams(
  site: Pick<Site, "onChange">,
  limits: Pick<WebLimits, "streams" | "streamsOfClient">,
): Streams {
  const channels = new Map<string, Channel>();
  const shares = createShares(limits);
  const heart = setInterval(() => {
    for (const { followers } of channels.values()) tell(followers, ":\n\n");
  }, HEARTBEAT_MS).unref();

  const channelOf = (talks: string): Channel => {
    const known = channels.get(talks);
    if (known !== undefined) return known;
    const channel = openChannel(site, talks);
    channels.set(talks, channel);
    return channel;
  };

  return {
    open(asked, response) {
      if (!shares.take(asked.client)) return false;
      const { followers, deafen } = channelOf(asked.talks);
      followers.add(response);
      response.on("error", () => response.destroy());
      response.once("close", () => {
        shares.give(asked.client);
        followers.delete(response);
        if (followers.size > 0) return;
        deafen();
        channels.delete(asked.talks);
      });
      begin(asked, response);
      return true;
    },
    close() {
      clearInterval(heart);
      for (const { followers } of channels.values())
        for (const response of followers) response.end();
    },
  };
}

function openChannel(site: Pick<Site, "onChange">, talks: string): Channel {
  const followers = new Set<ServerResponse>();
  const deafen = site.onChange(talks, (standing) => tell(followers, eventOf(standing)));
  return { followers, deafen };
}

/** Counts what each client has open. */
function createShares({
  streams,
  streamsOfClient,
}: Pick<WebLimits, "streams" | "streamsOfClient">) {
  const taken = new Map<string, number>();
  let all = 0;
  return {
    take(client: string): boolean {
      const own = taken.get(client) ?? 0;
      if (all >= streams || own >= streamsOfClient) return false;
      all += 1;
      taken.set(client, own + 1);
      return true;
    },
    give(client: string): void {
      const left = (taken.get(client) ?? 1) - 1;
      all -= 1;
      if (left === 0) taken.delete(client);
      else taken.set(client, left);
    },
  };
}

function begin({ headers, standing }: StreamAsked, response: ServerResponse): void {
  response.socket?.setTimeout(0);
  response.writeHead(200, { ...headers, "content-type": "text/event-stream" });
  response.write(`retry: ${RETRY_MS}\n${eventOf(standing)}`);
}

const eventOf = (standing: string): string => `event: version\ndata: ${standing}\n\n`;

/** Nothing is kept for a reader who does not read. */
function tell(followers: ReadonlySet<ServerResponse>, words: string): void {
  for (const response of followers)
    if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
    else response.write(words);
}
