import { z } from "zod";
import {
  type FeedFailure,
  feedFailure,
  isWebAddress,
  type RawFeed,
  type RawItem,
} from "./feed-item.ts";

/** A field that the specification makes text; another type is as if it were not there. */
const Text = z.string().nullable().catch(null).default(null);

/** An item of a JSON Feed 1.0 or 1.1 (https://www.jsonfeed.org/version/1.1/). */
const JsonItem = z.object({
  id: z
    .union([z.string(), z.number().transform(String)])
    .nullable()
    .catch(null)
    .default(null),
  url: Text,
  external_url: Text,
  title: Text,
  summary: Text,
  content_html: Text,
  content_text: Text,
  date_published: Text,
  date_modified: Text,
});

const JsonFeed = z.object({
  version: z.string().regex(/^https?:\/\/(www\.)?jsonfeed\.org\/version\/1/),
  items: z.array(z.unknown()),
});

/** Reads a JSON Feed document. */
export function readJsonFeed(text: string): RawFeed | FeedFailure {
  const document = parseJson(text);
  if (document === undefined) return feedFailure("broken-json", "the document is not JSON");
  const feed = JsonFeed.safeParse(document);
  if (!feed.success) return feedFailure("not-a-feed", "the JSON is no JSON Feed of version 1");
  const items = feed.data.items.map((item) => JsonItem.safeParse(item));
  const read = items.flatMap((item) => (item.success ? [rawItemOf(item.data)] : []));
  return { kind: "read", items: read, notItems: items.length - read.length, ttlMs: null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function rawItemOf(item: z.output<typeof JsonItem>): RawItem {
  const { id } = item;
  return {
    guid: id,
    links: [...present([item.url, item.external_url]), ...present([id]).filter(isWebAddress)],
    title: item.title,
    summary: item.summary,
    body: item.content_html ?? escapeText(item.content_text),
    dates: present([item.date_published, item.date_modified]),
  };
}

const present = (texts: readonly (string | null)[]): string[] =>
  texts.filter((text) => text !== null && text !== "").filter((text) => text !== null);

/** Plain text, spelt so that reading it as HTML gives it back with its lines. */
function escapeText(text: string | null): string | null {
  if (text === null) return null;
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\n", "<br>");
}
