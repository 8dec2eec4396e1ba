import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:http";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import {
  GOODBYE_MS,
  KEEP_ALIVE_MS,
  LONGEST_REQUEST_MS,
  LONGEST_SILENCE_MS,
  MOST_HEADER_BYTES,
  type WebLimits,
} from "./limits.ts";
import type { Streams } from "./streams.ts";

/** Where a server listens. */
export type Address = { readonly host: string; readonly port: number };

/** What is listened with. */
export type Listening = Address & {
  readonly fetch: (request: Request, env: HttpBindings) => Response | Promise<Response>;
  readonly limits: Pick<WebLimits, "connections">;
  readonly streams: Pick<Streams, "close">;
  readonly onListening: ((address: Address) => void) | undefined;
};

/** Serves until the signal aborts; what is being sent then has a moment to end. */
export async function listenUntil(
  { fetch, host, port, limits, streams, onListening }: Listening,
  signal: AbortSignal,
): Promise<void> {
  if (signal.aborted) return;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server below speaks HTTP/1
  const answer = getRequestListener((request, env) => fetch(request, env as HttpBindings), {
    overrideGlobalObjects: true,
    // HTTP/1.0 asks without naming one, as simple probes do.
    hostname: "localhost",
  });
  const server = createServer(
    {
      maxHeaderSize: MOST_HEADER_BYTES,
      headersTimeout: LONGEST_REQUEST_MS,
      requestTimeout: LONGEST_REQUEST_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: LONGEST_REQUEST_MS / 2,
    },
    (request, response) => void answer(request, response),
  );
  server.maxConnections = limits.connections;
  server.setTimeout(LONGEST_SILENCE_MS);
  server.listen(port, host);
  await once(server, "listening");
  onListening?.({ host, port: portOf(server) });
  await aborted(signal);
  const closed = once(server, "close");
  server.close();
  streams.close();
  server.closeIdleConnections();
  const tooLate = setTimeout(() => server.closeAllConnections(), GOODBYE_MS);
  await closed;
  clearTimeout(tooLate);
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return address === null || typeof address === "string" ? 0 : address.port;
}

const aborted = (signal: AbortSignal): Promise<unknown> =>
  signal.aborted ? Promise.resolve() : once(signal, "abort");
