import { decodeText } from "../lib/decode-text.ts";
import type { Language } from "../lib/language.ts";
import { articleIdOf } from "./article-id.ts";
import { canonicalUrl } from "./canonical-url.ts";
import { cutText } from "./clean-text.ts";
import { parseFeedDate } from "./feed-date.ts";
import {
  type FeedFailure,
  feedFailure,
  type FeedItem,
  type RawFeed,
  type RawItem,
  type SkipReason,
} from "./feed-item.ts";
import { readJsonFeed } from "./feed-json.ts";
import { readProlog } from "./feed-prolog.ts";
import { readXmlFeed } from "./feed-xml.ts";
import { htmlLine, htmlText } from "./html-text.ts";
import { entryNames } from "./page-entries.ts";

/** How many items were left out for one reason. */
export type SkippedCount = { readonly reason: SkipReason; readonly count: number };

/** What a feed's document holds. */
export type ParsedFeed =
  | {
      readonly kind: "parsed";
      /** In the document's order. */
      readonly items: readonly FeedItem[];
      readonly skipped: readonly SkippedCount[];
      /** How long the document asks not to be polled again, in milliseconds; null when it does not. */
      readonly ttlMs: number | null;
    }
  | FeedFailure;

/** What is known of a document besides its bytes. */
export type FeedDocument = {
  readonly bytes: Uint8Array;
  /** The `Content-Type` header; it decides the charset only. */
  readonly contentType: string | null;
  readonly lang: Language;
  /** The document's address, which relative links start from. */
  readonly url: string;
  /** Where dates are told that name no zone (IANA); UTC when unset. */
  readonly timeZone?: string | undefined;
};

/**
 * Reads a feed in RSS 0.9–2.0, RDF, Atom or JSON Feed. A bad item is left out and counted, never the
 * feed; a document that is none of these is a failure with its reason. An item without a readable
 * date is never dated `now`.
 */
export async function parseFeed(document: FeedDocument, now: Date): Promise<ParsedFeed> {
  const raw = await readDocument(document);
  if (raw.kind === "failed") return raw;
  const judged = raw.items.slice(0, MOST_ITEMS).map((item) => judge(item, document, now));
  const items = identify(judged.filter((item) => typeof item !== "string"));
  const reasons = [...judged.filter((item) => typeof item === "string"), ...items.repeated];
  const counts = new Map<SkipReason, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  counts.set("too-many", Math.max(0, raw.items.length - MOST_ITEMS));
  counts.set("not-an-item", raw.notItems);
  const skipped = [...counts].filter(([, count]) => count > 0);
  return {
    kind: "parsed",
    items: items.kept,
    skipped: skipped.map(([reason, count]) => ({ reason, count })),
    ttlMs: raw.ttlMs,
  };
}

/** A busy feed lists hundreds; one with more would hold up all others. */
const MOST_ITEMS = 2_000;

/** Larger documents are refused, whoever fetched them. */
const MOST_BYTES = 20_000_000;

const ROOTS = /^(\w+:)?(rss|feed|rdf)$/i;

async function readDocument(document: FeedDocument): Promise<RawFeed | FeedFailure> {
  if (document.bytes.length > MOST_BYTES)
    return feedFailure("too-large", `${document.bytes.length} bytes`);
  const { text } = decodeText(document.bytes, document);
  if (/^\s*$/.test(text.slice(0, 10_000)) && text.trim() === "")
    return feedFailure("empty", "the document is empty");
  if (text.includes("\0")) return feedFailure("binary", "the document holds NUL characters");
  if (/^\s{0,1000}\{/.test(text)) return readJsonFeed(text);
  const prolog = readProlog(text);
  if (prolog === null) return feedFailure("not-a-feed", "the document is neither XML nor JSON");
  if (prolog.doctype === "with-declarations")
    return feedFailure("entity-declarations", "the document type declares entities of its own");
  if (ROOTS.test(prolog.root)) return readXmlFeed(text, prolog);
  const isPage = prolog.doctype === "html" || HTML_ROOTS.test(prolog.root);
  return feedFailure(isPage ? "html-page" : "not-a-feed", `the document is <${prolog.root}>`);
}

const HTML_ROOTS = /^(html|head|body|div|p|script|title|meta|h1|center|br|table)$/i;

/** An item whose parts are all there. */
type JudgedItem = Omit<FeedItem, "id"> & { readonly link: string };

/** How far ahead of us a publisher's clock may be, in milliseconds. */
const CLOCK_SKEW_MS = 3_600_000;

function judge(raw: RawItem, from: FeedDocument, now: Date): JudgedItem | SkipReason {
  const link = raw.links.find((each) => canonicalUrl(each, from.url) !== null);
  const url = link === undefined ? null : canonicalUrl(link, from.url);
  if (link === undefined || url === null) return "no-link";
  const title = cutText(htmlLine(cutText(raw.title ?? "", 10_000)), LONGEST_TITLE);
  if (title === "") return "untitled";
  const dates = raw.dates.map((date) => parseFeedDate(date, from.timeZone));
  const published = dates.find((date) => date !== null);
  if (published === undefined) return "undated";
  if (published.getTime() > now.getTime() + CLOCK_SKEW_MS) return "future-dated";
  const guid = raw.guid === null ? null : cutText(raw.guid, LONGEST_GUID);
  return { guid, url, link, title, published, ...textsOf(raw) };
}

/** In UTF-16 units; the longest news texts are a tenth of the body's limit. */
const LONGEST_TITLE = 1_000;
const LONGEST_GUID = 1_000;
const LONGEST_SUMMARY = 20_000;
const LONGEST_BODY = 200_000;
/** How many times longer than its text a piece of markup may be before it is cut. */
const MARKUP_FACTOR = 5;

function textsOf(raw: RawItem): { summary?: string; body?: string } {
  const summary = plain(raw.summary, LONGEST_SUMMARY);
  const body = plain(raw.body, LONGEST_BODY);
  if (body === "") return summary === "" ? {} : { summary };
  return summary === "" || repeats(body, summary) ? { body } : { summary, body };
}

const plain = (markup: string | null, longest: number): string =>
  cutText(htmlText(cutText(markup ?? "", longest * MARKUP_FACTOR)), longest);

/** Whether a summary is but the body's beginning, perhaps with dots for the rest. */
const repeats = (body: string, summary: string): boolean =>
  body.startsWith(summary.replace(/[\s.\u2026[\]]{1,10}$/, ""));

function identify(items: readonly JudgedItem[]): {
  kept: FeedItem[];
  repeated: SkipReason[];
} {
  const entries = entryNames(items);
  const byId = new Map<string, FeedItem>();
  for (const [index, { link: _, ...item }] of items.entries()) {
    const id = articleIdOf(item.url, entries[index]);
    if (!byId.has(id)) byId.set(id, { id, ...item });
  }
  const kept = [...byId.values()];
  return { kept, repeated: items.slice(kept.length).map(() => "repeated") };
}
