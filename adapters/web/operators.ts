import type { HttpBindings } from "@hono/node-server";
import type { Context, Hono } from "hono";
import type { Clock } from "../../src/lib/clock.ts";
import type { Health, HealthCheck } from "../../src/platform/health.ts";
import { isBearer, isLocal } from "./clients.ts";
import type { WebConfig } from "./config.ts";
import { OWN_HEADERS } from "./headers.ts";
import { READY_STANDS_MS } from "./limits.ts";

type OperatorDeps = {
  readonly health: Health;
  readonly config: WebConfig;
  readonly clock: Clock;
};

const HEADERS = { ...OWN_HEADERS, "cache-control": "no-store" } as const;

/** What supervisors and collectors ask: `/healthz`, `/readyz`, `/metrics`. */
export function operatorRoutes(
  app: Hono<{ Bindings: HttpBindings }>,
  { health, config, clock }: OperatorDeps,
): void {
  const ready = readyOf(health, clock);
  app.get("/healthz", (c) => c.text("ok\n", 200, HEADERS));
  app.get("/readyz", async (c) => {
    const checks = await ready();
    const isReady = checks.every(({ ok }) => ok);
    const shown = isOperator(c, config) ? checks : checks.map(({ name, ok }) => ({ name, ok }));
    return c.json({ ready: isReady, checks: shown }, isReady ? 200 : 503, HEADERS);
  });
  app.get("/metrics", async (c) => {
    if (!isOperator(c, config))
      return c.text("Set PARLEY_METRICS_TOKEN and give it as a bearer token.\n", 401, {
        ...HEADERS,
        "www-authenticate": 'Bearer realm="metrics"',
      });
    const { mediaType, body } = await health.metrics();
    return c.body(body, 200, { ...HEADERS, "content-type": mediaType });
  });
}

/**
 * Who has the token; and who sits at this machine, unless a public address is set: then a proxy may be at
 * this machine too, and whoever comes through it looks the same.
 */
function isOperator(
  c: Context<{ Bindings: HttpBindings }>,
  { PARLEY_METRICS_TOKEN: token, PARLEY_PUBLIC_URL: publicUrl }: WebConfig,
): boolean {
  if (token !== undefined && isBearer(c.env.incoming, token)) return true;
  return token === undefined && publicUrl === undefined && isLocal(c.env.incoming);
}

/** However often it is asked, store and platforms are asked seldom. */
function readyOf(health: Health, clock: Clock): () => Promise<readonly HealthCheck[]> {
  let last: { readonly atMs: number; readonly checks: Promise<readonly HealthCheck[]> } | null =
    null;
  return () => {
    const atMs = clock.now().getTime();
    if (last === null || Math.abs(atMs - last.atMs) >= READY_STANDS_MS)
      last = { atMs, checks: health.ready() };
    return last.checks;
  };
}
