import { once } from "node:events";
import type { Server } from "node:http";
import { backoffMs } from "../../src/lib/backoff.ts";
import type { Log } from "../../src/lib/log.ts";
import type { Secret } from "../../src/lib/secret.ts";
import type { TellHearing } from "../../src/platform/hearing.ts";
import type { CallApi } from "./api.ts";
import { ALLOWED_UPDATES } from "./updates.ts";
import { createWebhookServer } from "./webhook.ts";

/** What a webhook works with. */
export type Hook = {
  readonly call: CallApi;
  readonly url: string;
  readonly secret: Secret;
  readonly port: number;
  readonly take: (update: unknown) => void;
  readonly log: Log;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly tell: TellHearing;
};

const ADVICE = "Check TELEGRAM_WEBHOOK_URL; it is tried again by itself.";
const BACKOFF = { firstMs: 1_000, longestMs: 60_000 };

/**
 * Takes updates by webhook until the signal aborts. The webhook stays set: Telegram keeps what comes
 * while we are away.
 *
 * @throws {Error} when the port cannot be listened on.
 */
export async function hookUpdates(hook: Hook, signal: AbortSignal): Promise<void> {
  const { url, secret, port, tell } = hook;
  const take = (update: unknown) => {
    tell({ kind: "hearing", by: "webhook" });
    hook.take(update);
  };
  const server = createWebhookServer({ path: new URL(url).pathname, secret, take });
  server.listen(port);
  await once(server, "listening");
  try {
    await setWebhook(hook, signal);
    if (!signal.aborted) await once(signal, "abort");
  } finally {
    await closed(server);
  }
}

async function setWebhook(
  { call, url, secret, log, sleep, tell }: Hook,
  signal: AbortSignal,
): Promise<void> {
  const payload = { url, secret_token: secret.reveal(), allowed_updates: ALLOWED_UPDATES };
  for (let failures = 1; !signal.aborted; failures += 1) {
    const answer = await call("setWebhook", payload, { signal });
    if (answer.kind === "ok") return tell({ kind: "hearing", by: "webhook" });
    if (signal.aborted) return;
    const { failure } = answer;
    const reason = failure.kind === "answered" ? failure.description : failure.reason;
    log.error("webhook not set", { reason });
    tell({ kind: "lost", reason: `webhook not set: ${reason}`, advice: ADVICE });
    const asked = failure.kind === "answered" ? failure.retryAfterMs : null;
    await sleep(asked ?? backoffMs(failures, BACKOFF, Math.random), signal);
  }
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), LONGEST_CLOSE_MS).unref();
  });
}

const LONGEST_CLOSE_MS = 500;
