import type { WebConfig } from "../../../adapters/web/config.ts";
import type { PaintCard } from "../../cards/remember-cards.ts";
import type { TalksDesk } from "../../commands/desk.ts";
import type { Config } from "../../config/config.ts";
import type { Env } from "../../config/env.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Log } from "../../lib/log.ts";
import type { Health } from "../../platform/health.ts";
import type { Sessions } from "../sessions.ts";
import { sourceOf } from "../talks-desks.ts";
import type { PageNarrator } from "./narrations.ts";
import { createSite } from "./site.ts";
import { siteTalks } from "./site-talks.ts";

/** What the page is served with. */
export type ServeDeps = {
  readonly config: Pick<Config, "PARLEY_LANG">;
  readonly env: Env;
  readonly sessions: Sessions;
  readonly desks: readonly TalksDesk[];
  readonly health: Health;
  readonly paintCard: PaintCard;
  /** Where a language model is used. */
  readonly narrator?: PageNarrator | null;
  readonly clock: Clock;
  readonly log: Log;
};

/** A page that is served, or not, as the settings say. */
export type ServedSite = {
  /** Something was read: who follows the page is told what changed. */
  readonly changed: () => Promise<void>;
  /** Serves until the signal aborts; a page that cannot be served leaves the rest running. */
  readonly serve: (signal: AbortSignal) => Promise<void>;
};

/**
 * Makes the page; it is not served yet.
 *
 * @throws {ConfigError} when its settings are wrong.
 */
export async function createServedSite(deps: ServeDeps): Promise<ServedSite> {
  const { parseWebConfig } = await import("../../../adapters/web/config.ts");
  const config = parseWebConfig(deps.env);
  if (config === null) return { changed: () => Promise.resolve(), serve: () => Promise.resolve() };
  const { sessions, desks, paintCard, narrator = null, clock, log } = deps;
  const site = createSite(
    desks.map((desk) => siteTalks(desk, () => sourceOf(sessions.current(), desk.names.dossier.id))),
    paintCard,
    { narrator, log },
  );
  return {
    async changed() {
      try {
        await site.changed(clock.now());
      } catch (error) {
        // The next look tells it.
        log.error("page not renewed", { err: error });
      }
    },
    async serve(signal) {
      const { createWebServer } = await import("../../../adapters/web/adapter.ts");
      const server = createWebServer({ ...deps, config, site, language: deps.config.PARLEY_LANG });
      try {
        await server.listen(signal, ({ host, port }) => log.info("page served", { host, port }));
      } catch (error) {
        log.error("page not served", { ...mendOf(config), err: error });
      }
    },
  };
}

const mendOf = ({ PARLEY_HTTP_HOST: host, PARLEY_HTTP_PORT: port }: WebConfig) => ({
  host,
  port,
  mend: "Choose another PARLEY_HTTP_PORT, or off; PARLEY_HTTP_HOST must be an address of this machine.",
});
