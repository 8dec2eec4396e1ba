import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { type Context, Hono } from "hono";
import type { Clock } from "../../src/lib/clock.ts";
import type { Language } from "../../src/lib/language.ts";
import type { Log } from "../../src/lib/log.ts";
import type { Health } from "../../src/platform/health.ts";
import type { Site } from "../../src/platform/site.ts";
import { loadAssets } from "./assets.ts";
import { clientOf } from "./clients.ts";
import type { WebConfig } from "./config.ts";
import { OWN_HEADERS, PAGE_HEADERS } from "./headers.ts";
import { guardOf } from "./guard.ts";
import type { Place } from "./document.ts";
import { type Problem, renderProblem } from "./home.ts";
import { languageLiked, languageNamed } from "./languages.ts";
import { LIMITS, type WebLimits } from "./limits.ts";
import { type Address, listenUntil } from "./listen.ts";
import { operatorRoutes } from "./operators.ts";
import { answer } from "./prepared.ts";
import { createStreams, type Streams } from "./streams.ts";
import { type Asked, createWriter, placeOf, type Writer } from "./writer.ts";

/** What the web is served with. */
export type WebDeps = {
  readonly site: Site;
  readonly health: Health;
  readonly config: WebConfig;
  /** Of readers whose browser asks for none of ours. */
  readonly language: Language;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits?: WebLimits;
};

/** A server of pages, feeds and documents. */
export type WebServer = {
  /**
   * Serves until the signal aborts, and closes what is open then.
   *
   * @throws the error of the socket, such as a port that is taken.
   */
  listen(signal: AbortSignal, onListening?: (address: Address) => void): Promise<void>;
};

/** A web server over what the site tells; it does not listen yet. */
export function createWebServer(deps: WebDeps): WebServer {
  const { site, config } = deps;
  const limits = deps.limits ?? LIMITS;
  return {
    async listen(signal, onListening) {
      const { PARLEY_HTTP_PORT: port, PARLEY_HTTP_HOST: host } = config;
      const streams = createStreams(site, limits);
      const { fetch } = createApp(deps, streams, limits);
      try {
        await listenUntil({ fetch, host, port, limits, streams, onListening }, signal);
      } finally {
        streams.close();
      }
    },
  };
}

type App = Hono<{ Bindings: HttpBindings }>;

function createApp(deps: WebDeps, streams: Streams, limits: WebLimits): App {
  const { log } = deps;
  const place = placeOf(deps.config);
  const assets = loadAssets();
  const wished = (c: Context): Language =>
    languageNamed(c.req.query("lang")) ??
    languageLiked(c.req.header("accept-language")) ??
    deps.language;
  const problem = (c: Context, what: Problem): Response => {
    const language = languageNamed(c.req.path.split("/")[2]) ?? wished(c);
    return c.body(renderProblem(what, language, place, assets), STATUS[what], {
      ...PAGE_HEADERS,
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
    });
  };

  const app: App = new Hono<{ Bindings: HttpBindings }>();
  app.use(guardOf(limits, problem));
  app.notFound((c) => problem(c, "notFound"));
  app.onError((error, c) => {
    log.error("page not served", { path: c.req.path.slice(0, 100), err: error });
    return problem(c, "unwell");
  });
  operatorRoutes(app, deps);
  app.get("/assets/:name", (c) => {
    const file = assets.byName.get(c.req.param("name"));
    return file === undefined ? c.notFound() : answer(c, file);
  });
  const writer = createWriter({ ...deps, place, assets });
  app.get("/robots.txt", (c) => answer(c, writer.robots()));
  app.get("/sitemap.xml", async (c) => {
    const file = await writer.sitemap();
    return file === null ? c.notFound() : answer(c, file);
  });
  app.get("/", async (c) => answer(c, await writer.home(wished(c))));
  talksRoutes(app, { ...deps, place, writer, wished });
  app.get("/:talks/:lang/events", streamRoute(deps, streams, problem));
  return app;
}

type TalksParts = Pick<WebDeps, "site"> & {
  readonly place: Place;
  readonly writer: Writer;
  readonly wished: (c: Context) => Language;
};

function talksRoutes(app: App, { site, place, writer, wished }: TalksParts): void {
  const fileOf = async (c: Context, lang: string, asked: Omit<Asked, "language">) => {
    const language = languageNamed(lang);
    const file = language === null ? null : await writer.file({ ...asked, language });
    return file === null ? c.notFound() : answer(c, file);
  };
  const isFollowed = (talks: string): boolean => site.talks.some(({ id }) => id === talks);
  for (const path of ["/:talks", "/:talks/"] as const)
    app.get(path, (c) => {
      const talks = c.req.param("talks");
      if (!isFollowed(talks)) return c.notFound();
      return c.redirect(`${place.root}/${talks}/${wished(c)}`);
    });
  app.get("/:talks/:lang/", (c) => {
    const { talks, lang } = c.req.param();
    const language = languageNamed(lang);
    if (language === null || !isFollowed(talks)) return c.notFound();
    return c.redirect(`${place.root}/${talks}/${language}`, 301);
  });
  app.get("/:talks/:lang", (c) => {
    const { talks, lang } = c.req.param();
    return fileOf(c, lang, { talks, name: null });
  });
  app.get("/:talks/:lang/:name{.+\\..+}", (c) => {
    const { talks, lang, name } = c.req.param();
    return fileOf(c, lang, { talks, name });
  });
}

const STREAM_HEADERS = {
  ...OWN_HEADERS,
  "cache-control": "no-store",
  "x-accel-buffering": "no",
} as const;

const streamRoute =
  ({ site, clock }: WebDeps, streams: Streams, problem: (c: Context, what: Problem) => Response) =>
  async (c: Context<{ Bindings: HttpBindings }>): Promise<Response> => {
    const { talks = "", lang } = c.req.param();
    const standing = await site.standing(talks, clock.now());
    if (standing === null || languageNamed(lang) === null) return problem(c, "notFound");
    if (c.req.method === "HEAD")
      return c.body(null, 200, { ...STREAM_HEADERS, "content-type": "text/event-stream" });
    const client = clientOf(c.env.incoming);
    const asked = { talks, client, standing, headers: STREAM_HEADERS };
    return streams.open(asked, c.env.outgoing) ? RESPONSE_ALREADY_SENT : problem(c, "tooMany");
  };

const STATUS = {
  notFound: 404,
  notAllowed: 405,
  tooLong: 414,
  tooMany: 429,
  unwell: 503,
} as const satisfies Record<Problem, number>;
