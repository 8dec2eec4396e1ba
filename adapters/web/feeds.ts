import { siteCatalogOf } from "../../src/i18n/site/catalog.ts";
import type { Language } from "../../src/lib/language.ts";
import type { FeedEntry } from "../../src/platform/site.ts";
import { escaped } from "./markup.ts";
import { renderBlocks } from "./render.ts";

/** A feed of some talks in one language. */
export type Feed = {
  readonly name: string;
  readonly language: Language;
  /** The page's own address, absolute. */
  readonly pageUrl: string;
  readonly entries: readonly FeedEntry[];
};

const contentOf = ({ blocks }: FeedEntry, language: Language): string =>
  renderBlocks(blocks, { language, heading: "h3", citations: "out", open: true });

/** The feed as RSS 2.0 (https://www.rssboard.org/rss-specification). */
export function renderRss({ name, language, pageUrl, entries }: Feed): string {
  const words = siteCatalogOf(language);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    `<title>${escaped(words["feed.title"]({ talks: name }))}</title>`,
    `<link>${escaped(pageUrl)}</link>`,
    `<description>${escaped(words.about)}</description>`,
    `<language>${language}</language>`,
    `<atom:link href="${escaped(pageUrl)}/feed.xml" rel="self" type="application/rss+xml"/>`,
    ...entries.map((entry) =>
      [
        "<item>",
        `<title>${escaped(entry.title)}</title>`,
        `<link>${escaped(pageUrl)}</link>`,
        `<guid isPermaLink="false">${escaped(entry.id)}-${language}</guid>`,
        `<pubDate>${entry.at.toUTCString()}</pubDate>`,
        `<description>${escaped(contentOf(entry, language))}</description>`,
        "</item>",
      ].join("\n"),
    ),
    "</channel></rss>",
    "",
  ].join("\n");
}

/** The feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function renderJsonFeed({ name, language, pageUrl, entries }: Feed): string {
  const words = siteCatalogOf(language);
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: words["feed.title"]({ talks: name }),
    description: words.about,
    language,
    home_page_url: pageUrl,
    feed_url: `${pageUrl}/feed.json`,
    items: entries.map((entry) => ({
      id: `${entry.id}-${language}`,
      url: pageUrl,
      title: entry.title,
      content_html: contentOf(entry, language),
      date_published: entry.at.toISOString(),
      language,
    })),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}
