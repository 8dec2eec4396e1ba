import { escapeUTF8 } from "entities";
import type { DossierFeed } from "../../config/dossier.ts";
import { PARLEY_NAMESPACE, SEPARATOR } from "./parley-attributes.ts";

/**
 * Writes feeds as OPML 2.0 (http://opml.org/spec2.opml). What OPML has no attribute for stands in a
 * namespace of its own, so that reading the document again gives the same feeds.
 */
export function writeOpml(title: string, feeds: readonly DossierFeed[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0" xmlns:parley="${PARLEY_NAMESPACE}">`,
    `  <head><title>${escaped(title)}</title></head>`,
    "  <body>",
    ...feeds.map((feed) => `    <outline ${attributesOf(feed)}/>`),
    "  </body>",
    "</opml>",
    "",
  ].join("\n");
}

function attributesOf(feed: DossierFeed): string {
  const attributes: readonly (readonly [name: string, value: string | undefined])[] = [
    ["type", "rss"],
    ["text", feed.name],
    ["xmlUrl", feed.url],
    ["language", feed.lang],
    ["parley:id", feed.id],
    ["parley:owner", feed.owner],
    ["parley:tier", feed.tier],
    ["parley:side", feed.side],
    ["parley:timeZone", feed.timeZone],
    ["parley:pollEveryMs", String(feed.pollEveryMs)],
    ["parley:also", feed.also.join(SEPARATOR) || undefined],
    ["parley:labels", feed.labels.join(SEPARATOR) || undefined],
  ];
  return attributes
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${escaped(value)}"`]))
    .join(" ");
}

// oxlint-disable-next-line eslint/no-control-regex -- XML 1.0 forbids these
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const escaped = (text: string): string =>
  escapeUTF8(text.toWellFormed().replace(NOT_XML, " ").replace(/\s+/g, " "));
