import type { Digest } from "../digest/digest.ts";
import type { FeedCoverage } from "../digest/summarize.ts";
import type { Log } from "../lib/log.ts";
import type { Store } from "../store/store.ts";
import type { TalksLog } from "../talks/talks-log.ts";
import type { Core } from "./core.ts";
import { reportMaker } from "./report-of.ts";
import { partsOf, storedReports } from "./stored-reports.ts";
import type { NewReading } from "./take-in.ts";
import { digestAt } from "./tell.ts";

/** Follows where one set of talks stands, and logs when that changes. */
export type StandingWatch = {
  /** Takes what was kept in; cheap. */
  hear(readings: readonly NewReading[]): void;
  /** Tells where the talks stand now, and logs what differs from what was logged last. */
  look(now: Date, feeds: FeedCoverage): Promise<Digest>;
};

/** Names this log among the readers that digests are kept for. */
const READER = "log";
const DAY_MS = 86_400_000;

/** Watches the talks of a core over the store. */
export function createStandingWatch(core: Core, store: Store, log: Log): StandingWatch {
  let loaded: { readonly day: number; readonly log: TalksLog } | null = null;
  let toReport = reportMaker(core);

  /** Anew each day, so that what has lost its meaning is forgotten. */
  const talksLog = async (now: Date): Promise<TalksLog> => {
    const day = Math.floor(now.getTime() / DAY_MS);
    if (loaded?.day === day) return loaded.log;
    const fresh = core.openLog();
    toReport = reportMaker(core);
    for (const report of (await storedReports(core, store, now)).reports) fresh.add(report);
    loaded = { day, log: fresh };
    return fresh;
  };

  return {
    hear(readings) {
      const own = readings.filter((each) => each.core === core).map(({ reading }) => reading);
      // A log takes nothing back: after an edit it is read from the store once more.
      if (own.some(({ revision }) => revision > 1)) loaded = null;
      for (const reading of own) loaded?.log.add(toReport(partsOf(reading)));
    },

    async look(now, feeds) {
      const digest = digestAt(core, await talksLog(now), now, { since: null, feeds });
      const before = await store.digests.last(digest.talks, READER);
      const changes = standingChanges(before, digest);
      for (const change of changes) log.info(change.event, change.fields);
      if (before === null || changes.length > 0) await store.digests.keep(READER, digest);
      return digest;
    },
  };
}

type Change = { readonly event: string; readonly fields: Readonly<Record<string, unknown>> };

/** What differs between two digests in where the talks stand, as log lines. */
function standingChanges(before: Digest | null, now: Digest): readonly Change[] {
  const { talks } = now;
  const changes: Change[] = [];
  if ((before?.phase ?? null) !== now.phase)
    changes.push({
      event: "phase changed",
      fields: {
        talks,
        from: before?.phase ?? null,
        to: now.phase,
        confidence: now.confidence,
        contested: now.contested,
        sources: urlsOf(now, now.phaseCitations),
      },
    });
  const [was, is] = [roundOf(before), roundOf(now)];
  if (JSON.stringify(was) !== JSON.stringify(is))
    changes.push({
      event: "next round changed",
      fields: { talks, from: was, to: is, sources: urlsOf(now, now.nextRound?.citations ?? []) },
    });
  return changes;
}

function roundOf(digest: Digest | null) {
  const round = digest?.nextRound ?? null;
  if (round === null) return null;
  const { date, venue, status } = round;
  return { date, venue, status };
}

const urlsOf = ({ sources }: Digest, citations: readonly number[]): readonly string[] =>
  sources.filter(({ n }) => citations.includes(n)).map(({ url }) => url);
