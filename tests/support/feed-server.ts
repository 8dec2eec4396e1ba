import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Answers one request of a test's feed server. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A request as the server got it. */
export type SeenRequest = {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
};

/** A real HTTP server on the loopback interface that answers as a test tells it. */
export type FeedServer = {
  /** `http://127.0.0.1:port`, without a slash at the end. */
  readonly origin: string;
  readonly port: number;
  readonly seen: readonly SeenRequest[];
  /** The most requests that were being answered at one time. */
  mostAtOnce(): number;
  answer(path: string, answer: Answer): void;
  close(): Promise<void>;
};

/** Starts a server on a free port; paths that no test gave an answer to are 404. */
export async function startFeedServer(): Promise<FeedServer> {
  const answers = new Map<string, Answer>();
  const seen: SeenRequest[] = [];
  let open = 0;
  let most = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    seen.push({ path, headers: request.headers });
    open += 1;
    most = Math.max(most, open);
    response.on("close", () => (open -= 1));
    const answer = answers.get(path) ?? ((_, missing) => missing.writeHead(404).end());
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    seen,
    mostAtOnce: () => most,
    answer: (path, answer) => answers.set(path, answer),
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Answers with a status, headers and a body. */
export const reply =
  (status: number, headers: Record<string, string>, body: string | Uint8Array = ""): Answer =>
  (_, response) => {
    response.writeHead(status, headers).end(body);
  };
