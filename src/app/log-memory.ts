import type { ArticleId } from "../articles/article.ts";
import { CLOCK_SKEW_MS } from "../articles/parse-feed.ts";
import type { Store } from "../store/store.ts";
import type { TalksLog } from "../talks/talks-log.ts";
import type { Core } from "./core.ts";
import { reportMaker, type ReportParts } from "./report-of.ts";
import { countsAt, partsOf, storedReports, storedTotals } from "./stored-reports.ts";
import type { NewReading } from "./take-in.ts";

/** Holds the reports of one set of talks in memory, as the store has them. */
export type LogMemory = {
  /** Takes what was kept in; cheap. */
  hear(readings: readonly NewReading[]): void;
  /** The reports that count at an instant; read from the store once, and shared by all who ask. */
  log(now: Date): Promise<TalksLog>;
  /**
   * Looks whether another process kept something in the store, and takes it in then; tells whether it did.
   * Cheap: what was published lately is read alone, and all of it only where that does not make both alike.
   */
  compare(): Promise<boolean>;
};

type Loaded = {
  readonly day: number;
  readonly log: TalksLog;
  /** Reports that count since the baseline's instant. */
  counting: number;
  readonly baseline: Baseline;
  readonly known: Set<ArticleId>;
  readonly toReport: (parts: ReportParts) => ReturnType<ReturnType<typeof reportMaker>>;
};

/** How the store's totals stood to what was read from it; what we keep ourselves changes neither number. */
type Baseline = {
  /** Since when reports count, as of this instant. */
  readonly at: Date;
  /** Readings that the store has and the log has not, such as those of a row that is damaged. */
  readonly apart: number;
  readonly edits: number;
};

type Loading = { readonly day: number; readonly done: Promise<Loaded>; readonly heard: Own[] };
type Own = NewReading["reading"];

const DAY_MS = 86_400_000;

/** Reads the store when first asked, anew each day, so that what has lost its meaning is forgotten. */
export function createLogMemory(core: Core, store: Store): LogMemory {
  let loaded: Loaded | null = null;
  let loading: Loading | null = null;

  const forget = () => {
    loaded = null;
    loading = null;
  };

  const load = async (now: Date): Promise<TalksLog> => {
    const started: Loading = loading ?? {
      day: dayOf(now),
      done: read(core, store, now),
      heard: [],
    };
    loading = started;
    try {
      const fresh = await started.done;
      // What was heard meanwhile may have been kept before the store was read, or after.
      for (const reading of started.heard.splice(0)) take(fresh, reading);
      if (loading === started) [loaded, loading] = [fresh, null];
      return fresh.log;
    } catch (error) {
      if (loading === started) loading = null;
      throw error;
    }
  };

  return {
    async compare() {
      const before = loaded;
      if (before === null || (await isAsStored(core, store, before))) return false;
      if (!(await catchUp(core, store, before)) && loaded === before) forget();
      return true;
    },

    hear(readings) {
      const own = readings.filter((each) => each.core === core).map(({ reading }) => reading);
      // A log takes nothing back: after an edit it is read from the store once more.
      if (own.some(({ revision }) => revision > 1)) forget();
      if (loading !== null) loading.heard.push(...own);
      else if (loaded !== null) for (const reading of own) take(loaded, reading);
    },

    log: (now) => (loaded?.day === dayOf(now) ? Promise.resolve(loaded.log) : load(now)),
  };
}

const dayOf = (at: Date): number => Math.floor(at.getTime() / DAY_MS);

async function read(core: Core, store: Store, now: Date): Promise<Loaded> {
  // Counted first: what is kept meanwhile is read twice then, rather than not at all.
  const totals = await storedTotals(core.names.dossier.id, store, now);
  // What a publisher's clock dates ahead of ours counts once its time has come.
  const { reports, heardBefore } = await storedReports(core, store, now, CLOCK_SKEW_MS);
  const log = core.openLog(heardBefore);
  for (const report of reports) log.add(report);
  const known = new Set(reports.map(({ articleId }) => articleId));
  const counting = reports.filter((report) => countsAt(now, report)).length;
  const baseline = baselineOf(now, counting, totals);
  return { day: dayOf(now), log, counting, baseline, known, toReport: reportMaker(core) };
}

/** News of the last days comes in all the time; what is older than that hardly ever. */
const LATELY_MS = 2 * DAY_MS;

/** Takes in what others kept of what was published lately; tells whether that was all. */
async function catchUp(core: Core, store: Store, loaded: Loaded): Promise<boolean> {
  const { extractions } = store;
  const { at } = loaded.baseline;
  const lately = { since: new Date(at.getTime() - LATELY_MS), until: new Date(8.64e15) };
  for await (const reading of extractions.of(core.names.dossier.id, lately))
    if (countsAt(at, reading)) take(loaded, reading);
  return isAsStored(core, store, loaded);
}

/** Whether the store holds what it held when a log was read from it, and what we kept since. */
async function isAsStored(
  core: Core,
  store: Store,
  { counting, baseline }: Pick<Loaded, "counting" | "baseline">,
): Promise<boolean> {
  const totals = await storedTotals(core.names.dossier.id, store, baseline.at);
  const { apart, edits } = baselineOf(baseline.at, counting, totals);
  return apart === baseline.apart && edits === baseline.edits;
}

function baselineOf(
  at: Date,
  counting: number,
  { readings, revisions }: Awaited<ReturnType<typeof storedTotals>>,
): Baseline {
  return { at, apart: readings - counting, edits: revisions - readings };
}

function take(loaded: Loaded, reading: Own): void {
  const { log, known, toReport, baseline } = loaded;
  if (known.has(reading.articleId)) return;
  known.add(reading.articleId);
  log.add(toReport(partsOf(reading)));
  if (countsAt(baseline.at, reading)) loaded.counting += 1;
}
