import type { Clock } from "../../src/lib/clock.ts";
import { type Language, LANGUAGES } from "../../src/lib/language.ts";
import type { FeedEntry, PageContent, Site } from "../../src/platform/site.ts";
import type { Assets } from "./assets.ts";
import type { WebConfig } from "./config.ts";
import { renderRobots, renderSitemap } from "./crawlers.ts";
import type { Place } from "./document.ts";
import { type Feed, renderJsonFeed, renderRss } from "./feeds.ts";
import { OPEN_HEADERS, PAGE_HEADERS } from "./headers.ts";
import { renderHome } from "./home.ts";
import { pathsOf, renderPage } from "./page.ts";
import { BRIEFLY, type Content, prepare, type Prepared } from "./prepared.ts";

/** Writes what is sent, each thing once for all who ask for it. */
export type Writer = {
  /** All the talks that are followed. */
  home(language: Language): Promise<Prepared>;
  /** `robots.txt` and `sitemap.xml`; null for the second where no public address is set. */
  robots(): Prepared;
  sitemap(): Promise<Prepared | null>;
  /** The page of some talks, or what is asked of it by name; null where there is none. */
  file(asked: Asked): Promise<Prepared | null>;
};

/** What is asked for: the page itself where no name is given. */
export type Asked = {
  readonly talks: string;
  readonly language: Language;
  readonly name: string | null;
};

/** What a writer writes with. */
export type WriterDeps = {
  readonly site: Site;
  readonly clock: Clock;
  readonly place: Place;
  readonly assets: Assets;
};

type Writing = WriterDeps & { readonly once: Once };

/** What listens on every address of a machine has none of them for its name. */
const EVERY_ADDRESS: ReadonlySet<string> = new Set(["0.0.0.0", "::"]);

/** Where the site is, by the settings. */
export function placeOf({
  PARLEY_PUBLIC_URL,
  PARLEY_HTTP_HOST,
  PARLEY_HTTP_PORT,
}: WebConfig): Place {
  const publicUrl = PARLEY_PUBLIC_URL ?? null;
  const near = EVERY_ADDRESS.has(PARLEY_HTTP_HOST) ? "localhost" : PARLEY_HTTP_HOST;
  const host = near.includes(":") ? `[${near}]` : near;
  return {
    publicUrl,
    origin: publicUrl ?? `http://${host}:${PARLEY_HTTP_PORT}`,
    root: publicUrl === null ? "" : new URL(publicUrl).pathname.replace(/\/$/, ""),
  };
}

const HTML = "text/html; charset=utf-8";

/** A writer of what the site tells. */
export function createWriter(given: WriterDeps): Writer {
  const once = createOnce();
  const deps: Writing = { ...given, once };
  const { site, clock, place } = deps;
  const robots = prepare({
    mediaType: "text/plain; charset=utf-8",
    body: renderRobots(place),
    caching: DAILY,
    headers: OPEN_HEADERS,
  });
  return {
    robots: () => robots,
    sitemap: () => sitemapFile(deps),

    home: (language) => homeFile(deps, language),

    async file({ talks, language, name }) {
      const now = clock.now();
      if (name === null) return pageFile(deps, await site.page(talks, language, now));
      if (isFeed(name)) {
        const entries = await site.entries(talks, language, now);
        return entries === null ? null : feedFile(deps, name, { talks, language, entries });
      }
      if (!DOCUMENTS.has(name)) return null;
      const document = await site.document(talks, name, language, now);
      if (document === null) return null;
      return once(document, name, () => ({ ...document, caching: BRIEFLY, headers: OPEN_HEADERS }));
    },
  };
}

async function homeFile(
  { site, clock, place, assets, once }: Writing,
  language: Language,
): Promise<Prepared> {
  const now = clock.now();
  const found = await Promise.all(site.talks.map(({ id }) => site.page(id, language, now)));
  const pages = found.filter((content) => content !== null);
  const [first] = pages;
  const write = (): Content => ({
    mediaType: HTML,
    body: renderHome(language, pages, place, assets),
    caching: BRIEFLY,
    headers: { ...PAGE_HEADERS, vary: "accept-encoding, accept-language" },
  });
  return first === undefined || pages.length > 1 ? prepare(write()) : once(first, "home", write);
}

const DAILY = "public, max-age=86400";

async function sitemapFile({ site, clock, place }: WriterDeps): Promise<Prepared | null> {
  if (place.publicUrl === null) return null;
  const now = clock.now();
  const asked = site.talks.flatMap(({ id }) => LANGUAGES.map((each) => site.page(id, each, now)));
  const pages = (await Promise.all(asked)).filter((content) => content !== null);
  return prepare({
    mediaType: "application/xml; charset=utf-8",
    body: renderSitemap(place.publicUrl, pages),
    caching: BRIEFLY,
    headers: OPEN_HEADERS,
  });
}

const DOCUMENTS: ReadonlySet<string> = new Set([
  "calendar.ics",
  "digest.json",
  "feeds.opml",
  "card.png",
  "badge.svg",
]);

const pageFile = ({ place, assets, once }: Writing, content: PageContent | null): Prepared | null =>
  content === null
    ? null
    : once(content, "page", () => ({
        mediaType: HTML,
        body: renderPage(content, place, assets),
        caching: BRIEFLY,
        headers: PAGE_HEADERS,
      }));

const FEEDS = {
  "feed.xml": { mediaType: "application/rss+xml; charset=utf-8", render: renderRss },
  "feed.json": { mediaType: "application/feed+json; charset=utf-8", render: renderJsonFeed },
} as const;

const isFeed = (name: string): name is keyof typeof FEEDS => Object.hasOwn(FEEDS, name);

type Entries = {
  readonly talks: string;
  readonly language: Language;
  readonly entries: readonly FeedEntry[];
};

function feedFile(
  { site, place, once }: Writing,
  name: keyof typeof FEEDS,
  { talks, language, entries }: Entries,
): Prepared {
  const { mediaType, render } = FEEDS[name];
  const feed: Feed = {
    name: site.talks.find(({ id }) => id === talks)?.name[language] ?? talks,
    language,
    pageUrl: `${place.origin}${pathsOf(talks)[language]}`,
    entries,
  };
  return once(entries, name, () => ({
    mediaType,
    body: render(feed),
    caching: BRIEFLY,
    headers: OPEN_HEADERS,
  }));
}

/** Gives what was prepared of some content under a key, or prepares it. */
type Once = (content: object, key: string, write: () => Content) => Prepared;

/** The site gives the same object for as long as it says the same. */
function createOnce(): Once {
  const prepared = new WeakMap<object, Map<string, Prepared>>();
  return (content, key, write) => {
    const known = prepared.get(content) ?? new Map<string, Prepared>();
    prepared.set(content, known);
    const file = known.get(key) ?? prepare(write());
    known.set(key, file);
    return file;
  };
}
