import { createWebServer } from "../../adapters/web/adapter.ts";
import { parseWebConfig } from "../../adapters/web/config.ts";
import { LIMITS } from "../../adapters/web/limits.ts";
import { createLog } from "../../src/lib/log.ts";
import { corpusArticles, corpusSite } from "../../tests/support/corpus-site.ts";

/** What is asked of this process, and what it tells. */
export type Told = { readonly port: number } | { readonly residentMb: number };

const EVE_MS = Date.parse("2026-02-05T18:00:00Z");
const begun = performance.now();
const clock = { now: () => new Date(EVE_MS + (performance.now() - begun)) };

const config = parseWebConfig({ PARLEY_HTTP_PORT: "0" });
if (config === null) throw new Error("the web is off");
const { site } = corpusSite(clock, corpusArticles());
const tell = (told: Told) => process.send?.(told);
process.on("message", () => tell({ residentMb: Math.round(process.memoryUsage.rss() / 1e6) }));
process.on("disconnect", () => process.exit());

await createWebServer({
  site,
  config,
  clock,
  language: "en",
  health: {
    ready: () => Promise.resolve([]),
    metrics: () => Promise.resolve({ mediaType: "text/plain", body: "" }),
  },
  log: createLog({ level: "error", secrets: [], write: (line) => process.stderr.write(line) }),
  // One client asks for all of them here.
  limits: { ...LIMITS, requests: 1e9, streamsOfClient: LIMITS.streams },
}).listen(new AbortController().signal, ({ port }) => tell({ port }));
