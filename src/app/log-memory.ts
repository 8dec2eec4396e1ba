import type { ArticleId } from "../articles/article.ts";
import { CLOCK_SKEW_MS } from "../articles/parse-feed.ts";
import type { Store } from "../store/store.ts";
import type { TalksLog } from "../talks/talks-log.ts";
import type { Core } from "./core.ts";
import { reportMaker, type ReportParts } from "./report-of.ts";
import { partsOf, storedReports } from "./stored-reports.ts";
import type { NewReading } from "./take-in.ts";

/** Holds the reports of one set of talks in memory, as the store has them. */
export type LogMemory = {
  /** Takes what was kept in; cheap. */
  hear(readings: readonly NewReading[]): void;
  /** The reports that count at an instant; read from the store once, and shared by all who ask. */
  log(now: Date): Promise<TalksLog>;
};

type Loaded = {
  readonly day: number;
  readonly log: TalksLog;
  readonly known: Set<ArticleId>;
  readonly toReport: (parts: ReportParts) => ReturnType<ReturnType<typeof reportMaker>>;
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
  const log = core.openLog();
  // What a publisher's clock dates ahead of ours counts once its time has come.
  const { reports } = await storedReports(core, store, now, CLOCK_SKEW_MS);
  for (const report of reports) log.add(report);
  const known = new Set(reports.map(({ articleId }) => articleId));
  return { day: dayOf(now), log, known, toReport: reportMaker(core) };
}

function take({ log, known, toReport }: Loaded, reading: Own): void {
  if (known.has(reading.articleId)) return;
  known.add(reading.articleId);
  log.add(toReport(partsOf(reading)));
}
