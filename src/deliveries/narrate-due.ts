import { changesSince } from "../digest/changes.ts";
import type { Narration } from "../digest/narration.ts";
import type { Subject } from "../summarize/narrator.ts";
import { type BriefingDesk, openDesk } from "./briefing-desk.ts";
import type { PlanningDeps } from "./planning.ts";
import type { Subscription } from "./subscription.ts";
import type { ReadersDue } from "./subscription-store.ts";

/** What a model wrote for those who are told the same; null where they are told without it. */
export type NarrationFor = (
  reader: Pick<Subscription, "talks" | "language" | "toldDigest">,
) => Narration | null;

/** Briefings wait no longer for a model, in milliseconds. */
const PATIENCE_MS = 8_000;
/** What falls due so soon is written of already. */
const AHEAD_MS = 3 * 60_000;
const LOOKED_AHEAD_MS = 180_000;
/** What was written before comes from the store. */
const AT_HAND_MS = 250;

/**
 * Has a model write of what is to be told now, for as long as briefings may wait, and of what is to be told
 * soon, which nobody waits for. Never rejects.
 */
export async function prepareBriefings(deps: PlanningDeps, now: Date): Promise<void> {
  const { narrator, store, log } = deps;
  if (narrator === null || narrator === undefined) return;
  try {
    const ahead = await store.subscriptions.readersDue(new Date(now.getTime() + AHEAD_MS));
    if (ahead.length === 0) return;
    const due = new Set((await store.subscriptions.readersDue(now)).map(keyOf));
    const desk = await openDesk(deps, now);
    const subjects = await subjectsOf(deps, desk, ahead);
    const isDueTo = ({ readers }: DueSubject) => readers.some((one) => due.has(keyOf(one)));
    const first = subjects.toSorted((a, b) => Number(isDueTo(b)) - Number(isDueTo(a)));
    await Promise.all(
      first.map(async ({ subject, readers }) => {
        const isDue = isDueTo({ subject, readers });
        const writing = narrator.prepare(
          subject,
          isDue ? PATIENCE_MS : LOOKED_AHEAD_MS,
          "briefing",
        );
        if (isDue) await writing;
      }),
    );
  } catch (error) {
    // Briefings go out all the same.
    log.error("narrations not prepared", { err: error });
  }
}

/** What is written of all that is told now, looked up before anything is written down. */
export async function narrationsDue(
  deps: PlanningDeps,
  desk: BriefingDesk,
  now: Date,
): Promise<NarrationFor> {
  const { narrator, store } = deps;
  if (narrator === null || narrator === undefined) return () => null;
  const subjects = await subjectsOf(deps, desk, await store.subscriptions.readersDue(now));
  const told = new Map<string, Narration | null>();
  await Promise.all(
    subjects.map(async ({ subject, readers }) => {
      const narration = await narrator.narrate(subject, AT_HAND_MS, "briefing");
      for (const one of readers) told.set(keyOf(one), narration);
    }),
  );
  return (reader) => told.get(keyOf(reader)) ?? null;
}

const keyOf = ({ talks, language, toldDigest }: Parameters<NarrationFor>[0]): string =>
  JSON.stringify([talks, language, toldDigest]);

/** A digest to write of, and who is told it. */
type DueSubject = { readonly subject: Subject; readonly readers: readonly ReadersDue[] };

/** As many of each talks and language are told what changed since they were told last, in a model's words. */
const MOST_SINCE = 3;

/**
 * What to write of for readers, the most first. Schedules of all kinds make many different briefings before;
 * beyond the commonest, readers share what is written without regard to it, so that cost stays bounded.
 */
async function subjectsOf(
  deps: PlanningDeps,
  desk: BriefingDesk,
  readers: readonly ReadersDue[],
): Promise<readonly DueSubject[]> {
  const subjects: DueSubject[] = [];
  for (const alike of Map.groupBy(readers, (one) => `${one.talks} ${one.language}`).values()) {
    const told = alike.filter(({ toldDigest }) => toldDigest !== null).slice(0, MOST_SINCE);
    for (const one of told) subjects.push(...(await subjectOf(deps, desk, [one])));
    const others = alike.filter((one) => !told.includes(one));
    subjects.push(...(await subjectOf(deps, desk, others)));
  }
  return subjects;
}

/** With what changed for a single kind of readers, and without for several. */
async function subjectOf(
  { store: { archive } }: PlanningDeps,
  desk: BriefingDesk,
  readers: readonly ReadersDue[],
): Promise<readonly DueSubject[]> {
  const [first, second] = readers;
  const standing = first === undefined ? null : desk.find(first.talks);
  if (first === undefined || standing === null) return [];
  const { names, digest } = standing;
  const { language, toldDigest } = first;
  const before =
    toldDigest === null || second !== undefined ? null : await desk.archived(toldDigest, archive);
  const subject = { names, language, digest: { ...digest, changes: changesSince(before, digest) } };
  return [{ subject, readers }];
}
