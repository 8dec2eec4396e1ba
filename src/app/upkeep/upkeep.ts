import type { TalksDesk } from "../../commands/desk.ts";
import { toCalendarDate } from "../../lib/calendar-date.ts";
import type { Log } from "../../lib/log.ts";
import type { Store } from "../../store/store.ts";
import type { StoreSize } from "../../store/engine.ts";
import type { Core } from "../core.ts";
import { pruneTexts } from "./prune-texts.ts";

/** What is let go: the texts of articles, or whole rows. */
export const PRUNED = ["texts", "deliveries", "occasions", "digests", "narrations"] as const;
type Kind = (typeof PRUNED)[number];

/** What upkeep needs. */
export type UpkeepDeps = {
  readonly store: Store;
  readonly cores: () => readonly Core[];
  readonly desks: readonly Pick<TalksDesk, "names" | "rounds">[];
  /** For how many days texts of articles are kept; 0 is for ever. */
  readonly keepTextsDays: number;
  /** For how many days digests are kept that were told, 45 or more; 0 is for ever. */
  readonly keepDigestsDays: number;
  readonly monotonicMs: () => number;
  readonly log: Log;
  readonly observe?: UpkeepObserver;
};

/** Hears what upkeep does, for metrics. */
export type UpkeepObserver = {
  readonly pruned: (what: Kind, count: number) => void;
  readonly size: (size: StoreSize) => void;
};

/**
 * Removes what nothing will be told from any more, each minute a little, so that nobody waits for it and no hour of
 * the day must be hit.
 */
export type Upkeep = (now: Date) => Promise<void>;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Deliveries that came to an end are kept for this long, so that a doubt can be looked into. */
const SETTLED_DAYS = 7;
/** An alert may be taken back for some days. */
const TOLD_DAYS = 45;
/** What a model wrote is asked for while the facts stand so; what it used is told for the month. */
const MODEL_DAYS = 30;

/** Each run of a node holds leases under its own name, which nobody asks for again. */
const LEASES_DAYS = 1;

/** Work of one minute ends after this long; the next goes on. */
const MOST_MS = 2_000;
/** Deliveries removed at once, which takes some tens of milliseconds. */
const DELIVERIES_AT_ONCE = 500;

/** Upkeep of a store. */
export function createUpkeep(deps: UpkeepDeps): Upkeep {
  const { store, log, observe } = deps;
  let lastHour = -1;
  return async (now) => {
    const removed = new Map<Kind, number>();
    const note = (what: Kind, count: number) => {
      if (count > 0) removed.set(what, (removed.get(what) ?? 0) + count);
    };
    await eachMinute(deps, now, note);
    const hour = Math.floor(now.getTime() / HOUR_MS);
    if (hour !== lastHour) {
      lastHour = hour;
      await eachHour(deps, now, note);
      await keepRounds(deps, now);
      observe?.size(await store.size());
    }
    for (const [what, count] of removed) observe?.pruned(what, count);
    if (removed.size > 0) log.info("swept", Object.fromEntries(removed));
  };
}

type Note = (what: Kind, count: number) => void;

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

async function eachMinute(deps: UpkeepDeps, now: Date, note: Note): Promise<void> {
  const { store, keepTextsDays, monotonicMs } = deps;
  const endsMs = monotonicMs() + MOST_MS;
  const whileTime = async (what: Kind, step: () => Promise<number>) => {
    while (monotonicMs() < endsMs) {
      const count = await step();
      note(what, count);
      if (count === 0) return;
      await breathe();
    }
  };
  const settledBefore = daysBefore(now, SETTLED_DAYS);
  await whileTime("deliveries", () => store.outbox.prune(settledBefore, DELIVERIES_AT_ONCE));
  if (keepTextsDays > 0)
    await whileTime("texts", () =>
      pruneTexts(store, deps.cores(), daysBefore(now, keepTextsDays), now),
    );
  await store.giveBack();
}

/** Few rows, however long it was. */
async function eachHour(
  { store, keepDigestsDays }: UpkeepDeps,
  now: Date,
  note: Note,
): Promise<void> {
  note("occasions", await store.occasions.prune(daysBefore(now, TOLD_DAYS)));
  if (keepDigestsDays > 0)
    note("digests", await store.archive.prune(daysBefore(now, keepDigestsDays)));
  note("narrations", await store.narrations.prune(daysBefore(now, MODEL_DAYS)));
  await store.modelTokens.prune(toCalendarDate(daysBefore(now, MODEL_DAYS)));
  await store.leases.prune(LEASES_DAYS * DAY_MS);
}

/** What reports tell of a round is known for some weeks; calendars keep it for longer. */
async function keepRounds({ store, desks }: UpkeepDeps, now: Date): Promise<void> {
  for (const { names, rounds } of desks)
    await store.toldRounds.keep(names.dossier.id, await rounds(now));
}

/** Lets others have a turn. */
const breathe = () => new Promise<void>((resolve) => void setImmediate(resolve));
