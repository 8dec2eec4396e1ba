import type { Digest } from "../digest/digest.ts";
import type { FeedCoverage } from "../digest/summarize.ts";
import type { Log } from "../lib/log.ts";
import type { Store } from "../store/store.ts";
import type { TalksLog } from "../talks/talks-log.ts";
import type { Core } from "./core.ts";
import { createLogMemory } from "./log-memory.ts";
import type { NewReading } from "./take-in.ts";
import { digestAt } from "./tell.ts";

/** Follows where one set of talks stands, and logs when that changes. */
export type StandingWatch = {
  /** Takes what was kept in; cheap. */
  hear(readings: readonly NewReading[]): void;
  /**
   * Tells where the talks stand now, what another process kept in the store included, and logs what differs
   * from what was logged last.
   */
  look(now: Date, feeds: FeedCoverage): Promise<Digest>;
  /** Takes in what another process kept in the store, and tells whether there was anything; cheap. */
  refresh(): Promise<boolean>;
  /** The reports that count at an instant; another log after what one took in has changed. */
  log(now: Date): Promise<TalksLog>;
};

/** Names this log among the readers that digests are kept for. */
const READER = "log";

/** Hears that talks entered a phase. */
export type OnPhase = (talks: string, to: Digest["phase"]) => void;

/** Watches the talks of a core over the store. */
export function createStandingWatch(
  core: Core,
  store: Store,
  log: Log,
  onPhase: OnPhase = () => undefined,
): StandingWatch {
  const memory = createLogMemory(core, store);
  return {
    hear: (readings) => memory.hear(readings),
    log: (now) => memory.log(now),
    refresh: () => memory.compare(),

    async look(now, feeds) {
      await memory.compare();
      const digest = digestAt(core, await memory.log(now), now, { since: null, feeds });
      const before = await store.digests.last(digest.talks, READER);
      const changes = standingChanges(before, digest);
      for (const change of changes) log.info(change.event, change.fields);
      if ((before?.phase ?? null) !== digest.phase) onPhase(digest.talks, digest.phase);
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
