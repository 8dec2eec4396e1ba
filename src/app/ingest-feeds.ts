import type { Article } from "../articles/article.ts";
import type { FeedItem } from "../articles/feed-item.ts";
import { detectLanguage } from "../articles/language.ts";
import { createDocumentReader } from "../articles/read-document.ts";
import type { FeedAddress } from "../feeds/feed-address.ts";
import { pollFeeds, type PollReport } from "../feeds/poll-feeds.ts";
import type { FeedStateStore } from "../feeds/feed-state-store.ts";
import type { Random } from "../lib/backoff.ts";
import type { Clock } from "../lib/clock.ts";
import type { HttpGet } from "../lib/http-answer.ts";
import type { Language } from "../lib/language.ts";
import type { Log } from "../lib/log.ts";
import { createEarlyCollector } from "./collect-early.ts";
import type { TakenIn, TakeIn } from "./take-in.ts";

/** What polling feeds and keeping their articles needs. */
export type IngestDeps = {
  readonly get: HttpGet;
  readonly states: FeedStateStore;
  readonly takeIn: TakeIn;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** See {@link pollFeeds}. */
  readonly mayPoll?: (feed: FeedAddress) => boolean;
};

/** What a poll came to, with what was kept of its articles; null where no document was kept. */
export type IngestReport = PollReport & {
  readonly taken: (TakenIn & { readonly otherLanguages: number }) | null;
};

/** Hosts asked at one time: most of the time goes by waiting for them. */
const CONCURRENCY = 96;

/** Polls the feeds that are due, once, and takes their articles in. */
export async function ingestFeeds(
  deps: IngestDeps,
  feeds: readonly FeedAddress[],
  signal: AbortSignal,
): Promise<readonly IngestReport[]> {
  const { get, states, takeIn, clock, random, log, mayPoll = () => true } = deps;
  const taken = new Map<FeedAddress, IngestReport["taken"]>();
  const collectEarly = createEarlyCollector();
  const read = createDocumentReader({
    clock,
    keep: async (feed, items) => {
      const { articles, otherLanguages } = toArticles(items, sourceOf(feed));
      const fetched = { feed: feed.feeds[0]?.id ?? feed.address, at: clock.now() };
      taken.set(feed, { ...(await takeIn.articles(articles, fetched)), otherLanguages });
      collectEarly();
    },
  });
  const poll = { get, read, clock, random, log, store: states, concurrency: CONCURRENCY, mayPoll };
  const reports = await pollFeeds(poll, feeds, signal);
  return reports.map((report) => ({ ...report, taken: taken.get(report.feed) ?? null }));
}

const sourceOf = ({ feeds: [first], host }: FeedAddress) => ({
  name: first?.name ?? host,
  lang: first?.lang ?? null,
});

/** A feed's items as articles of their source; items in a language that is not read are counted. */
export function toArticles(
  items: readonly FeedItem[],
  source: { readonly name: string; readonly lang: Language | null },
): { readonly articles: readonly Article[]; readonly otherLanguages: number } {
  const articles = items.flatMap((item): Article[] => {
    const words = [item.title, item.summary, item.body].filter(Boolean).join(" ");
    const lang = detectLanguage(words, source.lang);
    return lang === null ? [] : [{ ...item, source: source.name, lang }];
  });
  return { articles, otherLanguages: items.length - articles.length };
}
