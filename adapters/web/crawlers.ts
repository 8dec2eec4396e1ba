import { LANGUAGES } from "../../src/lib/language.ts";
import type { PageContent } from "../../src/platform/site.ts";
import type { Place } from "./document.ts";
import { escaped } from "./markup.ts";
import { pathsOf } from "./page.ts";

/** What crawlers may read (RFC 9309): all but streams, which never end, and what operators ask. */
export const renderRobots = ({ publicUrl, root }: Place): string =>
  [
    "User-agent: *",
    `Disallow: ${root}/*/events`,
    ...["healthz", "readyz", "metrics"].map((path) => `Disallow: ${root}/${path}`),
    ...(publicUrl === null ? [] : ["", `Sitemap: ${publicUrl}/sitemap.xml`]),
    "",
  ].join("\n");

/**
 * All pages with their versions in other languages (https://www.sitemaps.org/protocol.html); its addresses
 * must be absolute, so there is none without a public address.
 */
export function renderSitemap(publicUrl: string, pages: readonly PageContent[]): string {
  const urls = pages.map(({ talks, language, updatedAt }) => {
    const paths = pathsOf(talks);
    const versions = LANGUAGES.map(
      (each) =>
        `<xhtml:link rel="alternate" hreflang="${each}" href="${escaped(publicUrl + paths[each])}"/>`,
    );
    return [
      `<url><loc>${escaped(publicUrl + paths[language])}</loc>`,
      ...(updatedAt === null ? [] : [`<lastmod>${updatedAt.toISOString()}</lastmod>`]),
      ...versions,
      "</url>",
    ].join("");
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    `<url><loc>${escaped(publicUrl)}/</loc></url>`,
    ...urls,
    "</urlset>",
    "",
  ].join("\n");
}
