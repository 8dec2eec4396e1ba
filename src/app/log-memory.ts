import type { Reading } from "../facts/extraction-store.ts";
import type { Store } from "../store/store.ts";
import type { TalksLog } from "../talks/talks-log.ts";
import type { Core } from "./core.ts";
import { createHeldReports, type HeldReports } from "./held-reports.ts";
import {
  dayOf,
  heardBefore,
  isTooOld,
  NEVER,
  storedReadings,
  storedTotals,
} from "./stored-reports.ts";
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
  readonly held: HeldReports;
  /** An instant of the day for which reports count. */
  at: Date;
  /** What the store holds and we do not, such as readings whose row is damaged; what we keep ourselves changes neither. */
  readonly apart: Totals;
  /** As the log was told. */
  heardBefore: Date | null;
  /** Something older than what counts came in: what was heard of last before may be another report. */
  hasOlder: boolean;
};

type Totals = { readonly readings: number; readonly revisions: number };
type Own = NewReading["reading"];
type Loading = { readonly done: Promise<Loaded>; readonly heard: Own[] };

type Memory = {
  readonly core: Core;
  readonly store: Store;
  loaded: Loaded | null;
  loading: Loading | null;
};

/**
 * Reads the store when first asked. What comes in or is edited changes the report that it is about; what has lost its
 * meaning is forgotten each day. It is as if all of it were read anew.
 */
export function createLogMemory(core: Core, store: Store): LogMemory {
  const memory: Memory = { core, store, loaded: null, loading: null };
  return {
    async compare() {
      const before = memory.loaded;
      if (before === null) return false;
      if (await isAsStored(core, store, before)) return before.hasOlder;
      const isAlike = await catchUp(core, store, before);
      if (!isAlike && memory.loaded === before) memory.loaded = null;
      return true;
    },

    hear(readings) {
      const own = readings.filter((each) => each.core === core).map(({ reading }) => reading);
      memory.loading?.heard.push(...own);
      if (memory.loaded !== null) for (const reading of own) take(memory.loaded, reading);
    },

    log(now) {
      const { loaded } = memory;
      if (loaded === null || dayOf(loaded.at) > dayOf(now)) return load(memory, now);
      if (loaded.hasOlder || dayOf(loaded.at) < dayOf(now)) return moveOn(memory, loaded, now);
      return Promise.resolve(loaded.held.log);
    },
  };
}

async function load(memory: Memory, now: Date): Promise<TalksLog> {
  const { core, store } = memory;
  const started: Loading = memory.loading ?? { done: read(core, store, now), heard: [] };
  memory.loading = started;
  try {
    const fresh = await started.done;
    // What was heard meanwhile may have been kept before the store was read, or after.
    for (const reading of started.heard.splice(0)) take(fresh, reading);
    if (memory.loading === started) [memory.loaded, memory.loading] = [fresh, null];
    return fresh.held.log;
  } catch (error) {
    if (memory.loading === started) memory.loading = null;
    throw error;
  }
}

/** Lets go of what no longer counts, and asks once more what was heard of last before that. */
async function moveOn({ core, store }: Memory, loaded: Loaded, now: Date): Promise<TalksLog> {
  loaded.hasOlder = false;
  try {
    const heard = await heardBefore(core.names.dossier.id, store, now);
    loaded.heardBefore = heard;
    if (dayOf(loaded.at) < dayOf(now)) loaded.at = now;
    loaded.held.moveTo(loaded.at, heard);
    return loaded.held.log;
  } catch (error) {
    loaded.hasOlder = true;
    throw error;
  }
}

async function read(core: Core, store: Store, at: Date): Promise<Loaded> {
  // Counted first: what is kept meanwhile is read twice then, rather than not at all.
  const totals = await storedTotals(core.names.dossier.id, store, at);
  // What is dated ahead counts once its time has come.
  const { readings, ...stored } = await storedReadings(core, store, { at, until: NEVER });
  const held = createHeldReports(core, at, readings, stored.heardBefore);
  const apart = differenceOf(totals, held.totals());
  return { held, at, apart, heardBefore: stored.heardBefore, hasOlder: false };
}

/** News of the last days comes in all the time; what is older than that hardly ever. */
const LATELY_MS = 2 * 86_400_000;

/** Takes in what others kept of what was published lately; tells whether that was all. */
async function catchUp(core: Core, store: Store, loaded: Loaded): Promise<boolean> {
  const lately = { since: new Date(loaded.at.getTime() - LATELY_MS), until: NEVER };
  for await (const reading of store.extractions.of(core.names.dossier.id, lately))
    take(loaded, reading);
  return isAsStored(core, store, loaded);
}

/** Whether the store holds what it held when it was read, and what we kept since; what is older is asked for anew. */
async function isAsStored(core: Core, store: Store, loaded: Loaded): Promise<boolean> {
  const { at, held, apart } = loaded;
  const before = held.totals();
  const talks = core.names.dossier.id;
  const older = await heardBefore(talks, store, at);
  if (older?.getTime() !== loaded.heardBefore?.getTime()) loaded.hasOlder = true;
  const totals = await storedTotals(talks, store, at);
  const now = differenceOf(totals, before);
  return now.readings === apart.readings && now.revisions === apart.revisions;
}

const differenceOf = (a: Totals, b: Totals): Totals => ({
  readings: a.readings - b.readings,
  revisions: a.revisions - b.revisions,
});

function take(loaded: Loaded, reading: Own): void {
  const { held, at } = loaded;
  const wasOlder = reading.revision > 1 && !held.holds(reading.articleId);
  if (wasOlder || isTooOld(at, reading)) loaded.hasOlder = true;
  held.take(asKept(reading));
}

/** As it comes out of the store: what was just read holds on to the whole text that its words are parts of. */
function asKept(reading: Own): Own {
  if (!reading.extraction.relevant) return reading;
  const { headline, extraction, quotes } = reading;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what was written just now
  const kept = JSON.parse(JSON.stringify({ headline, extraction, quotes })) as Reading;
  return { ...reading, ...kept };
}
