import type { Clock } from "../../src/lib/clock.ts";
import type { Language } from "../../src/lib/language.ts";
import type { FeedEntry, PageContent, Site } from "../../src/platform/site.ts";
import type { Assets } from "./assets.ts";
import type { WebConfig } from "./config.ts";
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

/** Where the site is, by the settings. */
export function placeOf({
  PARLEY_PUBLIC_URL,
  PARLEY_HTTP_HOST,
  PARLEY_HTTP_PORT,
}: WebConfig): Place {
  const publicUrl = PARLEY_PUBLIC_URL ?? null;
  const host = PARLEY_HTTP_HOST.includes(":") ? `[${PARLEY_HTTP_HOST}]` : PARLEY_HTTP_HOST;
  return {
    publicUrl,
    origin: publicUrl ?? `http://${host}:${PARLEY_HTTP_PORT}`,
    root: publicUrl === null ? "" : new URL(publicUrl).pathname.replace(/\/$/, ""),
  };
}

const HTML = "text/html; charset=utf-8";

/** A writer of what the site tells. */
export function createWriter(deps: WriterDeps): Writer {
  const { site, clock, place, assets } = deps;
  return {
    async home(language) {
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
      return first === undefined || pages.length > 1
        ? prepare(write())
        : once(first, "home", write);
    },

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

const DOCUMENTS: ReadonlySet<string> = new Set([
  "calendar.ics",
  "digest.json",
  "feeds.opml",
  "card.png",
  "badge.svg",
]);

const pageFile = ({ place, assets }: WriterDeps, content: PageContent | null): Prepared | null =>
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
  { site, place }: WriterDeps,
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

const prepared = new WeakMap<object, Map<string, Prepared>>();

/** The site gives the same object for as long as it says the same. */
function once(content: object, key: string, write: () => Content): Prepared {
  const known = prepared.get(content) ?? new Map<string, Prepared>();
  prepared.set(content, known);
  const file = known.get(key) ?? prepare(write());
  known.set(key, file);
  return file;
}
