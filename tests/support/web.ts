import { createWebServer } from "../../adapters/web/adapter.ts";
import { parseWebConfig } from "../../adapters/web/config.ts";
import { LIMITS, type WebLimits } from "../../adapters/web/limits.ts";
import type { Env } from "../../src/config/env.ts";
import type { Health } from "../../src/platform/health.ts";
import type { Site } from "../../src/platform/site.ts";

/** A server on loopback. */
export type RunningWeb = {
  readonly origin: string;
  readonly port: number;
  /** Events logged as wrong. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
};

export type WebOptions = {
  readonly site: Site;
  readonly now?: () => Date;
  readonly env?: Env;
  readonly health?: Health;
  readonly limits?: Partial<WebLimits>;
};

/** All is well, and nothing is measured. */
export const WELL: Health = {
  ready: () => Promise.resolve([{ name: "store", ok: true, detail: "" }]),
  metrics: () => Promise.resolve({ mediaType: "text/plain; version=0.0.4", body: "up 1\n" }),
};

const quiet = () => undefined;

/** Serves a site on a port that is free. */
export async function serveWeb(options: WebOptions): Promise<RunningWeb> {
  const { site, now = () => new Date(), env = {}, health = WELL, limits = {} } = options;
  const config = parseWebConfig({ PARLEY_HTTP_PORT: "0", ...env });
  if (config === null) throw new Error("the web is off");
  const complaints: string[] = [];
  const server = createWebServer({
    site,
    health,
    config,
    language: "en",
    clock: { now },
    log: {
      debug: quiet,
      info: quiet,
      warn: quiet,
      error: (event, fields) => complaints.push(`${event} ${String(fields?.["err"])}`),
    },
    limits: { ...LIMITS, ...limits },
  });
  const stopping = new AbortController();
  const listening = Promise.withResolvers<number>();
  const ended = server.listen(stopping.signal, ({ port }) => listening.resolve(port));
  ended.catch(listening.reject);
  const port = await listening.promise;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    complaints,
    async close() {
      stopping.abort();
      await ended;
    },
  };
}
