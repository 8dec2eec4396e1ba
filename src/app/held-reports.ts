import type { ArticleId } from "../articles/article.ts";
import type { StoredReading } from "../facts/extraction-store.ts";
import { originalOf } from "../talks/originals.ts";
import type { Report } from "../talks/report.ts";
import type { TalksLog } from "../talks/talks-log.ts";
import type { Core } from "./core.ts";
import { copyOf, reportFrom, storyOf } from "./report-of.ts";
import { countsAt } from "./stored-reports.ts";

/** Reports in a log, each by the latest reading of its article and under its story's original. */
export type HeldReports = {
  readonly log: TalksLog;
  /**
   * Takes a reading in, in place of an earlier one of its article, where it counts. The order in which readings come
   * changes nothing.
   */
  take(reading: StoredReading): void;
  /** Whether there is a reading of an article. */
  holds(article: ArticleId): boolean;
  /** Lets go of what no longer counts at an instant; `heardBefore` as for a log that is opened. */
  moveTo(at: Date, heardBefore: Date | null): void;
  /** How many readings there are, and their revisions added up. */
  totals(): { readonly readings: number; readonly revisions: number };
};

type Held = {
  report: Report;
  readonly revision: number;
  /** The name of its story in the store; null for one that carries nobody's report. */
  readonly story: ArticleId | null;
};

type Stories = Map<ArticleId, [Held, ...Held[]]>;

/** Holds readings that count at an instant. */
export function createHeldReports(
  core: Core,
  at: Date,
  readings: readonly StoredReading[],
  heardBefore: Date | null,
): HeldReports {
  const log = core.openLog(heardBefore);
  const holding: Holding = { core, log, at, articles: new Map(), stories: new Map(), revisions: 0 };
  for (const reading of readings) put(holding, reading);
  for (const story of holding.stories.keys()) settle(holding, story);
  return {
    log,
    take: (reading) => take(holding, reading),
    moveTo: (next, heardUntil) => moveTo(holding, next, heardUntil),
    holds: (article) => holding.articles.has(article),
    totals: () => ({ readings: holding.articles.size, revisions: holding.revisions }),
  };
}

type Holding = {
  readonly core: Core;
  readonly log: TalksLog;
  at: Date;
  readonly articles: Map<ArticleId, Held>;
  readonly stories: Stories;
  revisions: number;
};

function take(holding: Holding, reading: StoredReading): void {
  const known = holding.articles.get(reading.articleId);
  if (known !== undefined && !isNewer(reading, known)) return;
  const counts = countsAt(holding.at, reading);
  if (known !== undefined) {
    release(holding, known);
    holding.log.remove(known.report);
    if (!counts || storyOf(reading) !== known.story) settle(holding, known.story);
  }
  if (!counts) return;
  put(holding, reading);
  settle(holding, storyOf(reading));
}

function moveTo(holding: Holding, next: Date, heardBefore: Date | null): void {
  holding.at = next;
  const gone = [...holding.articles.values()].filter(({ report }) => !countsAt(next, report));
  for (const held of gone) release(holding, held);
  holding.log.keepOnly((report) => countsAt(next, report), heardBefore);
  for (const { story } of gone) settle(holding, story);
}

/** Puts a reading in that there is none of. */
function put(holding: Holding, reading: StoredReading): void {
  const report = reportFrom(holding.core, reading);
  const held = { report, revision: reading.revision, story: storyOf(reading) };
  holding.articles.set(reading.articleId, held);
  holding.revisions += held.revision;
  holding.log.add(report);
  join(holding.stories, held);
}

/** Lets go of a reading; its report may still be in the log. */
function release(holding: Holding, held: Held): void {
  holding.articles.delete(held.report.articleId);
  holding.revisions -= held.revision;
  leave(holding.stories, held);
}

/** A reading may be placed in a story later than it is read. */
const isNewer = (reading: StoredReading, { revision, story }: Held): boolean =>
  reading.revision > revision || (reading.revision === revision && storyOf(reading) !== story);

function join(stories: Stories, held: Held): void {
  if (held.story === null) return;
  const copies = stories.get(held.story);
  if (copies === undefined) stories.set(held.story, [held]);
  else copies.push(held);
}

function leave(stories: Stories, { story, report }: Held): void {
  if (story === null) return;
  const [first, ...others] = (stories.get(story) ?? []).filter(
    (one) => one.report.articleId !== report.articleId,
  );
  if (first === undefined) stories.delete(story);
  else stories.set(story, [first, ...others]);
}

/** Names all copies of a story after its original, which may be another one than before. */
function settle({ core, log, stories }: Holding, story: ArticleId | null): void {
  const copies = story === null ? undefined : stories.get(story);
  if (copies === undefined) return;
  const [first, ...others] = copies;
  const reports = [first.report, ...others.map(({ report }) => report)] as const;
  const original = originalOf(reports, core.standingOf);
  for (const held of copies) {
    const named = copyOf(held.report, original);
    if (named === held.report) continue;
    log.remove(held.report);
    log.add(named);
    held.report = named;
  }
}
