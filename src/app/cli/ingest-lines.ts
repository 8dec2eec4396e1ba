import type { FeedAddress } from "../../feeds/feed-address.ts";
import type { IngestReport } from "../ingest-feeds.ts";

const NAME_COLUMNS = 20;

/** One line of what the poll of a feed came to. */
export function ingestLine(
  feed: FeedAddress,
  report: IngestReport | undefined,
  stopped: boolean,
): string {
  const name = (feed.feeds[0]?.id ?? feed.host).padEnd(NAME_COLUMNS);
  if (report === undefined)
    return `${name}  ${stopped ? "not polled" : "not polled: its server asked to wait"}`;
  return `${name}  ${outcomeOf(report)}`;
}

function outcomeOf({ result, taken }: IngestReport): string {
  switch (result.kind) {
    case "unchanged":
      return "not changed";
    case "later":
      return `asks to wait ${Math.ceil(result.ms / 60_000)} min`;
    case "failed":
      return `FAILED ${result.reason}: ${result.detail.replace(/\s+/g, " ").slice(0, 120)}`;
    case "fresh":
      return takenText(taken, result.skipped);
  }
}

/** The counts of articles taken in, in words. */
export function takenText(taken: IngestReport["taken"], skipped: number): string {
  if (taken === null) return "no article";
  const counts = [
    `${taken.added} new`,
    `${taken.revised} revised`,
    `${taken.unchanged} known`,
    `${taken.relevant} about the talks`,
  ];
  if (skipped > 0) counts.push(`${skipped} unreadable`);
  if (taken.otherLanguages > 0) counts.push(`${taken.otherLanguages} in other languages`);
  return counts.join(", ");
}

/** The last line: all feeds together. */
export function ingestTotal(feeds: number, reports: readonly IngestReport[]): string {
  const sum = (count: (report: IngestReport) => number) =>
    reports.reduce((total, report) => total + count(report), 0);
  const failed = sum(({ result }) => (result.kind === "failed" ? 1 : 0));
  const all = takenText(
    {
      added: sum(({ taken }) => taken?.added ?? 0),
      revised: sum(({ taken }) => taken?.revised ?? 0),
      unchanged: sum(({ taken }) => taken?.unchanged ?? 0),
      relevant: sum(({ taken }) => taken?.relevant ?? 0),
      otherLanguages: sum(({ taken }) => taken?.otherLanguages ?? 0),
    },
    sum(({ result }) => (result.kind === "fresh" ? result.skipped : 0)),
  );
  return `${feeds} ${feeds === 1 ? "feed" : "feeds"}, ${failed} failed: ${all}`;
}
