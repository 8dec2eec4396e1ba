import RssParser from "rss-parser";
import { z } from "zod";
import type { Prolog } from "./feed-prolog.ts";
import {
  type FeedFailure,
  feedFailure,
  isWebAddress,
  type RawFeed,
  type RawItem,
} from "./feed-item.ts";
import { repairFeedXml } from "./repair-feed-xml.ts";

/** Reads an RSS 0.9–2.0, RDF or Atom document whose prolog is known. */
export async function readXmlFeed(text: string, prolog: Prolog): Promise<RawFeed | FeedFailure> {
  const prefix = /^(?!rdf:)\w+:/i.exec(prolog.root)?.[0] ?? "";
  const parser = new RssParser({
    defaultRSS: 2,
    xml2js: { tagNameProcessors: [(name: string) => renamed(name, prefix)] },
    customFields: { item: ITEM_FIELDS, feed: FEED_FIELDS },
  });
  try {
    const parsed: unknown = await parser.parseString(repairFeedXml(elementText(text, prolog)));
    const document = Document.safeParse(parsed);
    if (!document.success) return feedFailure("not-a-feed", "the document holds no list of items");
    const { items, ...feed } = document.data;
    return { kind: "read", items: items.map(rawItemOf), notItems: 0, ttlMs: ttlOf(feed) };
  } catch (error) {
    const message = error instanceof Error ? error.message : "unreadable";
    return feedFailure("broken-xml", message.replaceAll(/\s+/g, " ").slice(0, 200));
  }
}

/** From the first element's start to its end tag; what servers add behind it would not be XML. */
function elementText(text: string, { root, start }: Prolog): string {
  const closing = `</${root}>`;
  const end = text.lastIndexOf(closing);
  const element = end < start ? text.slice(start) : text.slice(start, end + closing.length);
  return element.replaceAll(NOT_XML, "");
}

// oxlint-disable-next-line eslint/no-control-regex -- XML 1.0 forbids these, feeds hold them
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The elements whose nesting rss-parser follows, by their names in lower case. */
const STRUCTURE: ReadonlyMap<string, string> = new Map([
  ["rss", "rss"],
  ["channel", "channel"],
  ["item", "item"],
  ["feed", "feed"],
  ["entry", "entry"],
  ["rdf:rdf", "rdf:RDF"],
  ["rdf", "rdf:RDF"],
]);

/**
 * Hides all other elements from rss-parser, which else strips their HTML in quadratic time and drops
 * a whole Atom feed for one unreadable date; they come back by {@link ITEM_FIELDS}.
 */
function renamed(name: string, prefix: string): string {
  const own = name.startsWith(prefix) ? name.slice(prefix.length) : name;
  const lower = own.toLowerCase().replace(/^rss:/, "");
  return STRUCTURE.get(lower) ?? HIDDEN + lower;
}

const HIDDEN = "hidden:";

const kept = (name: string): [string, string, { keepArray: boolean }] => [
  HIDDEN + name,
  name,
  { keepArray: true },
];

/** Everything that may carry a publication date, the likeliest first (RSS, Dublin Core, Atom 1.0, 0.3). */
const DATES = ["pubdate", "published", "issued", "dc:date", "date", "dcterms:issued"] as const;
/** Dates of a later change, which stand in where no publication date is readable. */
const CHANGES = ["updated", "modified", "created", "dcterms:modified"] as const;

const ITEM_FIELDS = [
  "title",
  "dc:title",
  "description",
  "summary",
  "content",
  "content:encoded",
  "encoded",
  "link",
  "atom:link",
  "feedburner:origlink",
  "guid",
  "id",
  ...DATES,
  ...CHANGES,
].map(kept);

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- rss-parser's types leave out the renaming form
const FEED_FIELDS = ["ttl", "sy:updateperiod", "sy:updatefrequency"].map(kept) as never[];

/** A value as xml2js gives it: its text, or an object with text under `_` and attributes under `$`. */
const Value = z.union([
  z.string(),
  z.object({
    _: z.string().optional(),
    $: z.record(z.string(), z.string()).optional(),
  }),
]);
type Value = z.output<typeof Value>;

const Values = z.array(Value).optional().catch(undefined);
const Fields = z.object({ "rdf:about": z.string().optional().catch(undefined) }).catchall(Values);
type Fields = z.output<typeof Fields>;

const Item = z.preprocess(onlyKept, Fields);
const Document = z.object({
  items: z.array(Item),
  ttl: Values,
  "sy:updateperiod": Values,
  "sy:updatefrequency": Values,
});
type FeedFields = Omit<z.output<typeof Document>, "items">;

const KEPT = new Set(["rdf:about", ...ITEM_FIELDS.map(([, name]) => name)]);

function onlyKept(item: unknown): unknown {
  if (typeof item !== "object" || item === null) return item;
  return Object.fromEntries(Object.entries(item).filter(([name]) => KEPT.has(name)));
}

function rawItemOf(item: Fields): RawItem {
  const first = (...names: readonly string[]) => names.flatMap((name) => texts(item, name))[0];
  return {
    guid: first("guid", "id") ?? item["rdf:about"] ?? null,
    links: linksOf(item),
    title: first("title", "dc:title") ?? null,
    summary: first("description", "summary") ?? null,
    body: first("content:encoded", "encoded", "content") ?? null,
    dates: [...DATES, ...CHANGES].flatMap((name) => texts(item, name)),
  };
}

const valuesOf = (item: Fields, name: string): readonly Value[] => {
  const values = item[name];
  return Array.isArray(values) ? values : [];
};

const textOf = (value: Value): string =>
  (typeof value === "string" ? value : (value._ ?? "")).trim();

const attribute = (value: Value, name: string): string | undefined =>
  typeof value === "string" ? undefined : value.$?.[name];

const texts = (item: Fields, name: string): string[] =>
  valuesOf(item, name)
    .map(textOf)
    .filter((text) => text !== "");

function linksOf(item: Fields): string[] {
  const alternates = [...valuesOf(item, "link"), ...valuesOf(item, "atom:link")]
    .filter((link) => ["alternate", undefined].includes(attribute(link, "rel")))
    .map((link) => attribute(link, "href") ?? textOf(link));
  const permanent = [...valuesOf(item, "guid"), ...valuesOf(item, "id")]
    .filter((guid) => attribute(guid, "ispermalink")?.toLowerCase() !== "false")
    .filter((guid) => attribute(guid, "isPermaLink")?.toLowerCase() !== "false")
    .map(textOf);
  const names = [...permanent, item["rdf:about"] ?? ""].filter(isWebAddress);
  const original = texts(item, "feedburner:origlink");
  return [...original, ...alternates, ...names].filter((link) => link !== "");
}

const MINUTE_MS = 60_000;

/** Lengths of the syndication module's periods, in minutes. */
const PERIODS: ReadonlyMap<string, number> = new Map([
  ["hourly", 60],
  ["daily", 1_440],
  ["weekly", 10_080],
]);

const firstText = (values: readonly Value[] | undefined): string =>
  (values ?? []).map(textOf)[0] ?? "";

function ttlOf(feed: FeedFields): number | null {
  const ttl = firstText(feed.ttl);
  if (/^\d{1,6}$/.test(ttl)) return Number(ttl) * MINUTE_MS;
  const period = PERIODS.get(firstText(feed["sy:updateperiod"]).toLowerCase());
  const frequency = firstText(feed["sy:updatefrequency"]);
  if (period === undefined) return null;
  return (period / (/^[1-9]\d{0,3}$/.test(frequency) ? Number(frequency) : 1)) * MINUTE_MS;
}
