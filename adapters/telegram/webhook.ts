import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Secret } from "../../src/lib/secret.ts";

/** What a webhook's server is made of. */
export type WebhookOptions = {
  /** The path that Telegram was told. */
  readonly path: string;
  readonly secret: Secret;
  readonly take: (update: unknown) => void;
};

/** Far more than any update is long. */
const MOST_BYTES = 1_000_000;
const LONGEST_REQUEST_MS = 10_000;
const SECRET_HEADER = "x-telegram-bot-api-secret-token";

/** A server that takes updates from whoever knows the secret (Bot API, `setWebhook`); it does not listen yet. */
export function createWebhookServer(options: WebhookOptions): Server {
  const server = createServer((request, response) => void respond(request, response, options));
  server.requestTimeout = LONGEST_REQUEST_MS;
  return server;
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  options: WebhookOptions,
): Promise<void> {
  const status = await statusOf(request, options);
  response.writeHead(status, { connection: status === 200 ? "keep-alive" : "close" }).end();
}

/** Takes the update a request holds; gives the HTTP status of its answer. */
async function statusOf(
  request: IncomingMessage,
  { path, secret, take }: WebhookOptions,
): Promise<number> {
  request.on("error", () => {});
  if ((request.url ?? "").split("?")[0] !== path) return 404;
  if (!isSecret(request.headers[SECRET_HEADER], secret)) return 401;
  if (request.method !== "POST") return 405;
  const body = await bodyOf(request);
  if (body === null) return 413;
  try {
    take(JSON.parse(body));
    return 200;
  } catch {
    return 400;
  }
}

/** Compares in a time that tells nothing of the secret, nor of its length. */
function isSecret(given: string | string[] | undefined, secret: Secret): boolean {
  return timingSafeEqual(digest(typeof given === "string" ? given : ""), digest(secret.reveal()));
}

const digest = (text: string) => createHash("sha256").update(text).digest();

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.byteLength;
      if (bytes > MOST_BYTES) return null;
      chunks.push(chunk);
    }
  } catch {
    return null;
  }
  return Buffer.concat(chunks).toString("utf8");
}
