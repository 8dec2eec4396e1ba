import { parseFeed } from "../../articles/parse-feed.ts";
import type { FeedAddress } from "../../feeds/feed-address.ts";
import { newCursor } from "../../feeds/feed-state.ts";
import { freshnessOf, usualGapOf } from "../../feeds/freshness.ts";
import type { Clock } from "../../lib/clock.ts";
import type { HttpAnswer, HttpGet } from "../../lib/http-answer.ts";
import { fail, type Finding, ok, warn } from "./finding.ts";

/** What looking at feeds needs. */
export type CheckFeedsDeps = {
  readonly get: HttpGet;
  readonly clock: Clock;
  readonly onChecked: () => void;
};

const AT_ONCE = 8;

/** Fetches each feed once, keeps nothing: whether it answers, can be read, and brings news. */
export async function checkFeeds(
  deps: CheckFeedsDeps,
  feeds: readonly FeedAddress[],
  signal: AbortSignal,
): Promise<Finding[]> {
  const findings = new Map<FeedAddress, Finding>();
  const queue = feeds.values();
  const worker = async () => {
    for (const feed of queue) {
      if (signal.aborted) return;
      findings.set(feed, await checkFeed(deps, feed, signal));
      deps.onChecked();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const found = feeds.flatMap((feed) => findings.get(feed) ?? []);
  return allBroken(found) ? [...found, OFFLINE] : found.map(softened);
}

const OFFLINE = fail(
  "feeds",
  "none can be reached",
  "Connect this machine to the web, or let it through the firewall.",
);

const allBroken = (found: readonly Finding[]): boolean =>
  found.length > 0 && found.every(({ kind }) => kind === "fail");

/** One feed of many may be down: Parley works on. */
const softened = (finding: Finding): Finding =>
  finding.kind === "fail" ? { ...finding, kind: "warn" } : finding;

async function checkFeed(
  { get, clock }: CheckFeedsDeps,
  feed: FeedAddress,
  signal: AbortSignal,
): Promise<Finding> {
  const about = `feed ${feed.feeds[0]?.id ?? feed.address}`;
  const answer = await get({ url: feed.address, accept: "*/*" }, signal);
  switch (answer.kind) {
    case "fresh":
      return judge(about, feed, answer, clock.now());
    case "unchanged":
      return ok(about, "answers");
    case "later":
      return warn(about, `asks to wait (status ${answer.status})`, "Nothing to do: Parley waits.");
    case "failed":
      return fail(about, `${answer.reason}: ${answer.detail.slice(0, 120)}`, mendOf(answer.reason));
  }
}

async function judge(
  about: string,
  feed: FeedAddress,
  { body, contentType, url }: Extract<HttpAnswer, { kind: "fresh" }>,
  now: Date,
): Promise<Finding> {
  const [first] = feed.feeds;
  const habits = { lang: first?.lang ?? "en", timeZone: first?.timeZone } as const;
  const parsed = await parseFeed({ bytes: body, contentType, url, ...habits }, now);
  if (parsed.kind === "failed")
    return fail(about, `${parsed.reason}: ${parsed.detail}`, "Look for the feed's new address.");
  const published = parsed.items.map((item) => item.published);
  const newest = published.toSorted((a, b) => b.getTime() - a.getTime())[0] ?? null;
  const cursor = { ...newCursor(feed.address), lastPollAt: now, lastSuccessAt: now };
  const seen = { lastItemAt: newest, items: published.length, usualGapMs: usualGapOf(published) };
  const { kind, reason } = freshnessOf({ ...cursor, ...seen }, now);
  const text = `${published.length} items, the newest of ${newest?.toISOString() ?? "no date"}`;
  if (kind === "dead") return warn(about, `${reason}: ${text}`, "Look for the feed's new address.");
  return ok(about, text);
}

function mendOf(reason: string): string {
  switch (reason) {
    case "address-refused":
      return "It leads to a private address; PARLEY_ALLOW_PRIVATE_FEEDS=true would allow it.";
    case "not-found":
    case "gone":
      return "Look for the feed's new address.";
    case "name-not-found":
      return "Check the address, and that this machine can resolve names.";
    default:
      return "Try again later; if it stays so, look for another feed.";
  }
}
