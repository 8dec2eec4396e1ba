import type { ArticleId } from "../articles/article.ts";
import type { StoredArticle } from "../articles/article-store.ts";
import type { StoredReading } from "../facts/extraction-store.ts";
import type { Stores } from "../store/store.ts";
import type { Report } from "../talks/report.ts";
import type { Core } from "./core.ts";
import { readingOf, reportFrom, storyOf, underOriginals } from "./report-of.ts";

const DAY_MS = 86_400_000;
/** The last instant that there is. */
export const NEVER = new Date(8.64e15);
/** Older reports no longer say where talks stand. */
const REACH_DAYS = 45;
/** Reports about something else count for this long: they show that the sources were read. */
const COVERAGE_DAYS = 1;

/** What the store holds that counts at an instant. */
export type StoredReadings = {
  /** By publication. */
  readonly readings: readonly StoredReading[];
  /** How many were read again because another version of the extractor had read them. */
  readonly readAgain: number;
  /** When the newest report about the talks was published that is too old to be among them; null for none. */
  readonly heardBefore: Date | null;
};

/** The same as reports. */
export type StoredReports = Omit<StoredReadings, "readings"> & {
  readonly reports: readonly Report[];
};

/** The reports of one set of talks, published up to `at`, from what is kept; it keeps nothing. */
export async function storedReports(core: Core, stores: Stores, at: Date): Promise<StoredReports> {
  const until = new Date(at.getTime() + 1);
  const { readings, ...others } = await storedReadings(core, stores, { at, until });
  const placed = readings.map((reading) => ({
    report: reportFrom(core, reading),
    story: storyOf(reading),
  }));
  return { reports: underOriginals(core, placed), ...others };
}

/** The readings of one set of talks that count at an instant, published before `until`; it keeps nothing. */
export async function storedReadings(
  core: Core,
  stores: Stores,
  { at, until }: { readonly at: Date; readonly until: Date },
): Promise<StoredReadings> {
  const talks = core.names.dossier.id;
  const { since, recent } = reachOf(at);
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
  const readings = found.filter((reading) => countsAt(at, reading)).toSorted(byPublication);
  return { readings, readAgain: unread.size, heardBefore: await heardBefore(talks, stores, at) };
}

/** When the newest report about the talks was published that is too old to count at an instant; null for none. */
export const heardBefore = (
  talks: string,
  { extractions }: Stores,
  at: Date,
): Promise<Date | null> => extractions.newestBefore(talks, reachOf(at).since);

/** What counts is the same all day, so that whoever holds it in memory lets go of some once a day. */
const reachOf = (at: Date) => {
  const today = dayOf(at) * DAY_MS;
  return {
    since: new Date(today - REACH_DAYS * DAY_MS),
    recent: new Date(today - COVERAGE_DAYS * DAY_MS),
  };
};

/** The UTC day of an instant, counted from 1970. */
export const dayOf = (at: Date): number => Math.floor(at.getTime() / DAY_MS);

/** Whether a report is one of those that {@link storedReadings} draws on and {@link storedTotals} counts. */
export function countsAt(
  at: Date,
  { published, extraction }: Pick<Report, "published" | "extraction">,
): boolean {
  const { since, recent } = reachOf(at);
  return published >= recent || (extraction.relevant && published >= since);
}

/** Whether a report is older than all that count at an instant. */
export const isTooOld = (at: Date, { published }: Pick<Report, "published">): boolean =>
  published < reachOf(at).since;

/** How many readings {@link storedReadings} draws on where nothing is published too late, and their revisions. */
export async function storedTotals(
  talks: string,
  { extractions }: Stores,
  at: Date,
): Promise<{ readonly readings: number; readonly revisions: number }> {
  const { since, recent } = reachOf(at);
  const until = NEVER;
  const about = await extractions.totals(talks, { since, until: recent, relevantOnly: true });
  const all = await extractions.totals(talks, { since: recent, until });
  return {
    readings: about.readings + all.readings,
    revisions: about.revisions + all.revisions,
  };
}

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
