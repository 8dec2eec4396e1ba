import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Clock } from "../../../src/lib/clock.ts";
import { NOT_FOUND, UNAUTHORIZED } from "./dispatch.ts";
import type { Answer, Dispatch } from "./dispatch.ts";
import type { Fault, Faults } from "./faults.ts";
import { readRequest } from "./read-request.ts";
import type { Request } from "./read-request.ts";
import { Refusal } from "./refusal.ts";

/** What an HTTP front of the double needs. */
export type Front = {
  readonly token: string;
  readonly clock: Clock;
  readonly dispatch: Dispatch;
  readonly faults: Faults;
  /** Told of each call and what became of it. */
  readonly onCall: (method: string, request: Request, answer: Answer) => void;
  /** How far the `Date` header is ahead of the clock, in ms. */
  skewMs: number;
};

const NEVER = new AbortController().signal;

/** Makes a server that takes `/bot<token>/<method>` by GET and POST. */
export function createHttpServer(front: Front): Server {
  return createServer({ keepAliveTimeout: 60_000 }, (message, response) => {
    const chunks: Buffer[] = [];
    message.on("data", (chunk: Buffer) => chunks.push(chunk));
    message.on("end", () => {
      const body = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
      serve(front, message, response, body).catch((error: unknown) => {
        const reason = error instanceof Error ? (error.stack ?? error.message) : "unknown";
        write(front, response, {
          status: 500,
          body: { ok: false, error_code: 500, description: reason },
        });
      });
    });
  });
}

async function serve(
  front: Front,
  message: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): Promise<void> {
  const [path = "", search] = (message.url ?? "").split("?", 2);
  const [, bot = "", method = ""] = path.split("/", 3);
  if (!/^bot\d+:[\w-]+$/.test(bot)) return write(front, response, NOT_FOUND);
  if (bot !== `bot${front.token}`) return write(front, response, UNAUTHORIZED);
  const fault = front.faults.take(method);
  if (fault !== null && (await interfere(front, response, fault))) return;
  const query = search === undefined ? null : new URLSearchParams(search);
  const answer = await answerTo(front, method, await parse(message, query, body), response);
  if (fault?.kind === "drop") response.destroy();
  else if (fault?.kind === "garbage") writeTruncated(response, answer);
  else write(front, response, answer);
}

async function parse(message: IncomingMessage, query: URLSearchParams | null, body: Buffer) {
  try {
    return await readRequest(message, query, body);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

async function answerTo(
  front: Front,
  method: string,
  request: Request | Refusal,
  response: ServerResponse,
): Promise<Answer> {
  if (request instanceof Refusal) {
    const { status, message } = request;
    return { status, body: { ok: false, error_code: status, description: message } };
  }
  const answer = await front.dispatch(method, request, signalFor(method, response));
  front.onCall(method, request, answer);
  return answer;
}

function signalFor(method: string, response: ServerResponse): AbortSignal {
  if (method.toLowerCase() !== "getupdates") return NEVER;
  const closed = new AbortController();
  response.on("close", () => closed.abort());
  return closed.signal;
}

/** Lets a fault happen before the handling; true when that ends the request. */
async function interfere(front: Front, response: ServerResponse, fault: Fault): Promise<boolean> {
  switch (fault.kind) {
    case "error": {
      const { status, description, parameters } = fault;
      write(front, response, {
        status,
        body: {
          ok: false,
          error_code: status,
          description,
          ...(parameters === undefined ? {} : { parameters: { ...parameters } }),
        },
      });
      return true;
    }
    case "drop":
      if (fault.when === "before") response.destroy();
      return fault.when === "before";
    case "delay":
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return false;
    case "garbage":
      if (fault.as === "truncated") return false;
      response.writeHead(502, { "content-type": "text/html" });
      response.end("<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>");
      return true;
  }
}

function write(front: Front, response: ServerResponse, { status, body }: Answer): void {
  if (response.destroyed) return;
  const text = JSON.stringify(body);
  response.writeHead(status, {
    date: new Date(front.clock.now().getTime() + front.skewMs).toUTCString(),
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
  });
  response.end(text);
}

function writeTruncated(response: ServerResponse, { status, body }: Answer): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { "content-type": "application/json" });
  response.end(text.slice(0, Math.floor(text.length / 2)));
}
