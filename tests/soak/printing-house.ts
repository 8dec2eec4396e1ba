import type { DossierFeed } from "../../src/config/dossier.ts";
import type { FeedAddress } from "../../src/feeds/feed-address.ts";
import type { HttpGet } from "../../src/lib/http-answer.ts";
import { LANGUAGES } from "../../src/lib/language.ts";
import { createPress, type Newspaper, type PrintedItem } from "./news.ts";

/** Feeds that are read beside the dossier's, so that there are `count` in all. */
export function addedFeeds(dossier: readonly FeedAddress[], count: number): DossierFeed[] {
  return Array.from({ length: Math.max(0, count - dossier.length) }, (_, n): DossierFeed => ({
    id: `paper-${n}`,
    url: `https://paper-${n}.example/feed.json`,
    name: `Paper ${n}`,
    also: [],
    labels: [],
    owner: `House ${n}`,
    tier: "outlet",
    lang: LANGUAGES[n % LANGUAGES.length] ?? "en",
    pollEveryMs: 900_000,
  }));
}

/** Prints a day's articles in feeds, and answers those who ask for them. */
export type PrintingHouse = {
  /** Writes the news of the day that begins at an instant; it appears as time passes. */
  write(day: Date): void;
  readonly get: HttpGet;
};

/** As many as a feed commonly lists. */
const LISTED = 30;

/** A printing house of all feeds; what has left a feed's list is forgotten. */
export function createPrintingHouse(
  addresses: readonly FeedAddress[],
  {
    seed,
    articles,
    now,
  }: { readonly seed: number; readonly articles: number; readonly now: () => Date },
): PrintingHouse {
  const papers = addresses.map(({ address, feeds: [first] }): Newspaper => ({
    url: address,
    lang: first?.lang ?? "en",
  }));
  const press = createPress(papers, seed);
  const printed = new Map<string, PrintedItem[]>(papers.map(({ url }) => [url, []]));
  const encoder = new TextEncoder();
  return {
    write(day) {
      for (const item of press(day, articles)) printed.get(item.feed)?.push(item);
      for (const [url, items] of printed) {
        const first = items.findIndex(({ published }) => published >= day);
        const next = first < 0 ? items.length : first;
        printed.set(url, items.slice(Math.max(0, next - LISTED)));
      }
    },
    async get({ url, etag }) {
      const at = now();
      const listed = (printed.get(url) ?? []).filter(({ published }) => published <= at);
      const items = listed.slice(-LISTED);
      const newest = items.at(-1)?.url ?? "empty";
      const facts = { url, movedTo: null, etag: `"${newest}"`, lastModified: null, maxAgeMs: null };
      if (etag === facts.etag) return { kind: "unchanged", ...facts };
      const body = encoder.encode(documentOf(items));
      return { kind: "fresh", body, contentType: "application/feed+json", ...facts };
    },
  };
}

const documentOf = (items: readonly PrintedItem[]): string =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "News",
    items: items.map(({ url, title, body, published }) => ({
      id: url,
      url,
      title,
      content_text: body,
      date_published: published.toISOString(),
    })),
  });
