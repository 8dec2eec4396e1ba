import type { ServerResponse } from "node:http";
import type { Site } from "../../src/platform/site.ts";
import { HEARTBEAT_MS, MOST_UNREAD_BYTES, type WebLimits } from "./limits.ts";

/** Open event streams (HTML Living Standard, section 9.2). */
export type Streams = {
  /** Keeps a stream open and tells on it what changes; false where there are too many. */
  open(asked: StreamAsked, response: ServerResponse): boolean;
  count(): number;
  close(): void;
};

/** Of what a stream is asked, by whom, and what is so at its beginning. */
export type StreamAsked = {
  readonly talks: string;
  readonly client: string;
  readonly standing: string;
  readonly headers: Readonly<Record<string, string>>;
};

type Stream = { readonly asked: StreamAsked; readonly response: ServerResponse };

/** A client that was cut off comes back after so long, in milliseconds. */
const RETRY_MS = 5_000;

/** Streams that tell each new standing of their talks. */
export function createStreams(
  site: Pick<Site, "onChange" | "talks">,
  limits: Pick<WebLimits, "streams" | "streamsOfClient">,
): Streams {
  const streams = new Set<Stream>();
  const ofClients = new Map<string, number>();
  const forget = (stream: Stream): void => {
    if (!streams.delete(stream)) return;
    const left = (ofClients.get(stream.asked.client) ?? 1) - 1;
    if (left === 0) ofClients.delete(stream.asked.client);
    else ofClients.set(stream.asked.client, left);
  };
  const tell = (words: string, isFor: (stream: Stream) => boolean): void => {
    for (const stream of streams) if (isFor(stream)) write(stream, words);
  };
  const deaf = site.talks.map(({ id }) =>
    site.onChange(id, (standing) => tell(eventOf(standing), ({ asked }) => asked.talks === id)),
  );
  const heart = setInterval(() => tell(":\n\n", () => true), HEARTBEAT_MS).unref();

  return {
    open(asked, response) {
      const own = ofClients.get(asked.client) ?? 0;
      if (streams.size >= limits.streams || own >= limits.streamsOfClient) return false;
      const stream = { asked, response };
      streams.add(stream);
      ofClients.set(asked.client, own + 1);
      response.on("close", () => forget(stream)).on("error", () => forget(stream));
      begin(stream);
      return true;
    },
    count: () => streams.size,
    close() {
      clearInterval(heart);
      for (const end of deaf) end();
      for (const { response } of streams) response.end();
    },
  };
}

function begin(stream: Stream): void {
  const { asked, response } = stream;
  response.socket?.setTimeout(0);
  response.writeHead(200, { ...asked.headers, "content-type": "text/event-stream" });
  write(stream, `retry: ${RETRY_MS}\n${eventOf(asked.standing)}`);
}

const eventOf = (standing: string): string => `event: version\ndata: ${standing}\n\n`;

/** Nothing is kept for a reader who does not read. */
function write({ response }: Stream, words: string): void {
  if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
  else response.write(words);
}
