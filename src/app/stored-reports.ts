import type { ArticleId } from "../articles/article.ts";
import type { StoredArticle } from "../articles/article-store.ts";
import type { StoredReading } from "../facts/extraction-store.ts";
import type { Stores } from "../store/store.ts";
import type { Report } from "../talks/report.ts";
import type { Core } from "./core.ts";
import { readingOf, reportMaker, type ReportParts } from "./report-of.ts";

const DAY_MS = 86_400_000;
/** Older reports no longer say where talks stand. */
const REACH_DAYS = 45;
/** Reports about something else count for this long: they show that the sources were read. */
const COVERAGE_DAYS = 1;

/** A report from the store, and whether it had to be read anew. */
export type StoredReports = {
  /** By publication. */
  readonly reports: readonly Report[];
  /** How many were read again because another version of the extractor had read them. */
  readonly readAgain: number;
  /** When the newest report about the talks was published that is too old to be among them; null for none. */
  readonly heardBefore: Date | null;
};

/**
 * The reports of one set of talks, published up to `at`, from what is kept; it keeps nothing. What is said
 * to be published up to `aheadMs` later comes with them, for those who ask again as time passes.
 */
export async function storedReports(
  core: Core,
  stores: Stores,
  at: Date,
  aheadMs = 0,
): Promise<StoredReports> {
  const talks = core.names.dossier.id;
  const { since, recent } = reachOf(at);
  const until = new Date(at.getTime() + aheadMs + 1);
  const unread = await unreadIn(core, stores, { since, until });
  const found: StoredReading[] = [...unread.values()].map((article) =>
    readingOf(article, core.extract(article)),
  );
  for (const part of [
    { since, until: recent, relevantOnly: true },
    { since: recent, until },
  ] as const)
    for await (const reading of stores.extractions.of(talks, part))
      if (!unread.has(reading.articleId)) found.push(reading);
  const toReport = reportMaker(core);
  const reports = found
    .filter(({ published, extraction }) => extraction.relevant || published >= recent)
    .toSorted(byPublication)
    .map((reading) => toReport(partsOf(reading)));
  const { newest } = await stores.extractions.totals(talks, {
    since: new Date(0),
    until: since,
    relevantOnly: true,
  });
  return { reports, readAgain: unread.size, heardBefore: newest };
}

const reachOf = (at: Date) => ({
  since: new Date(at.getTime() - REACH_DAYS * DAY_MS),
  recent: new Date(at.getTime() - COVERAGE_DAYS * DAY_MS),
});

/** Whether a report is one of those that {@link storedTotals} counts. */
export function countsAt(
  at: Date,
  { published, extraction }: Pick<Report, "published" | "extraction">,
): boolean {
  const { since, recent } = reachOf(at);
  return published >= recent || (extraction.relevant && published >= since);
}

/** How many readings {@link storedReports} draws on that were published since the same instants, and their revisions. */
export async function storedTotals(
  talks: string,
  { extractions }: Stores,
  at: Date,
): Promise<{ readonly readings: number; readonly revisions: number }> {
  const { since, recent } = reachOf(at);
  const until = new Date(8.64e15);
  const about = await extractions.totals(talks, { since, until: recent, relevantOnly: true });
  const all = await extractions.totals(talks, { since: recent, until });
  return {
    readings: about.readings + all.readings,
    revisions: about.revisions + all.revisions,
  };
}

/** A reading as a report takes it; an article of no story is its own. */
export const partsOf = (reading: StoredReading): ReportParts => ({
  ...reading,
  story: reading.story ?? reading.articleId,
});

const byPublication = (a: StoredReading, b: StoredReading): number =>
  a.published.getTime() - b.published.getTime() || (a.articleId < b.articleId ? -1 : 1);

type Range = { readonly since: Date; readonly until: Date };

async function unreadIn(
  { names, extractor }: Core,
  { extractions }: Stores,
  { since, until }: Range,
): Promise<ReadonlyMap<ArticleId, StoredArticle>> {
  const unread = new Map<ArticleId, StoredArticle>();
  for await (const article of extractions.unread(names.dossier.id, extractor(), since)) {
    if (article.published >= until) break;
    unread.set(article.id, article);
  }
  return unread;
}
