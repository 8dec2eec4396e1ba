import { isObject, listOf, numberOf, textOf } from "./json.ts";
import type { Json, JsonObject } from "./json.ts";
import { badRequest } from "./refusal.ts";
import type { PendingUpdate, UpdateQueue } from "./update-queue.ts";

/** Carries out a method that came as the answer to a webhook. */
export type CallFromReply = (method: string, parameters: JsonObject) => Promise<void>;

/** Where the server sends updates by itself. */
export type Webhook = {
  readonly url: string;
  set(parameters: JsonObject): void;
  remove(parameters: JsonObject): void;
  info(): JsonObject;
  close(): void;
};

type Settings = { readonly url: string; readonly secret: string | null };

/** Retries of one update before the next; the real server is slower and gives up after longer. */
const RETRY_MS = 50;

/** Delivers updates one after another while a webhook is set; a failed one is tried again until taken. */
export function createWebhook(
  queue: UpdateQueue,
  unixNow: () => number,
  callFromReply: CallFromReply,
): Webhook {
  let settings: Settings = { url: "", secret: null };
  let failure: { readonly date: number; readonly message: string } | null = null;
  let stop = new AbortController();
  let isRunning = false;

  const deliver = async ({ update }: PendingUpdate, to: Settings) => {
    const response = await fetch(to.url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(to.secret === null ? {} : { "x-telegram-bot-api-secret-token": to.secret }),
      },
      body: JSON.stringify(update),
      signal: stop.signal,
    });
    const body = await response.text();
    if (!response.ok) throw new Error(`Wrong response from the webhook: ${response.status}`);
    await followReply(body, callFromReply);
  };
  const run = async () => {
    if (isRunning) return;
    isRunning = true;
    for (
      let next = queue.pending[0];
      next !== undefined && settings.url !== "";
      next = queue.pending[0]
    ) {
      try {
        await deliver(next, settings);
        queue.confirm(next.id + 1);
      } catch (error) {
        if (stop.signal.aborted) break;
        failure = { date: unixNow(), message: error instanceof Error ? error.message : "unknown" };
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
    isRunning = false;
  };
  queue.onAdded = () => void run();

  return {
    get url() {
      return settings.url;
    },
    set(parameters) {
      const url = textOf(parameters, "url") ?? "";
      if (url !== "") checkUrl(url);
      const secret = textOf(parameters, "secret_token");
      if (secret !== null && !/^[\w-]{1,256}$/.test(secret)) {
        throw badRequest("secret token contains unallowed characters");
      }
      if (parameters["drop_pending_updates"] === true) queue.clear();
      if (parameters["allowed_updates"] !== undefined) {
        queue.allow(listOf(parameters, "allowed_updates").map(String));
      }
      settings = { url, secret };
      failure = null;
      stop = new AbortController();
      void run();
    },
    remove(parameters) {
      if (parameters["drop_pending_updates"] === true) queue.clear();
      settings = { url: "", secret: null };
    },
    info: (): JsonObject => ({
      url: settings.url,
      has_custom_certificate: false,
      pending_update_count: queue.pending.length,
      ...(failure === null
        ? {}
        : { last_error_date: failure.date, last_error_message: failure.message }),
    }),
    close() {
      settings = { url: "", secret: null };
      stop.abort();
    },
  };
}

function checkUrl(url: string): void {
  const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: "", hostname: "" };
  const isLoopback = ["127.0.0.1", "[::1]", "localhost"].includes(hostname);
  if (protocol !== "https:" && !(protocol === "http:" && isLoopback)) {
    throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
  }
}

async function followReply(body: string, callFromReply: CallFromReply): Promise<void> {
  if (!body.startsWith("{")) return;
  const reply = JSON.parse(body) as Json;
  const method = isObject(reply) ? textOf(reply, "method") : null;
  if (isObject(reply) && method !== null) await callFromReply(method, reply);
}

/** Reads `limit` of `getUpdates`: 1 to 100, 100 by default. */
export const readLimit = (parameters: JsonObject): number => {
  const limit = numberOf(parameters, "limit") ?? 100;
  return limit >= 1 && limit <= 100 ? limit : 100;
};
