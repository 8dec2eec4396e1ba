import { type Alert, isSamePlan } from "../digest/alert.ts";
import type { Digest, DigestRound } from "../digest/digest.ts";
import { alertsOf } from "./alerts-of.ts";
import { isDisproved } from "./correction-of.ts";
import { certaintyOf } from "./certainty.ts";
import { foldRepeats, type ToldBefore } from "./fold-repeats.ts";
import { occasionIdOf } from "./identify.ts";
import type { Occasion, OccasionId, OccasionKind } from "./occasion.ts";
import { articlesBehind } from "./occasion-articles.ts";
import type { PlanningDeps } from "./planning.ts";
import { replanStrayed } from "./replan-strayed.ts";
import { needsBegunRound } from "../talks/transitions.ts";

const HOUR_MS = 3_600_000;
/** How long each kind is worth telling. */
const WORTH_MS = { alert: 6 * HOUR_MS, correction: 24 * HOUR_MS, moment: 3 * HOUR_MS } as const;
/** Names this look among the readers that digests are kept for. */
const READER = "alerts";
/** A clock may be set back by this without news being lost or told backwards. */
const CLOCK_BACK_MS = 2 * HOUR_MS;
/** What was told this long ago is history, whatever became of it. */
const CORRECTED_WITHIN_MS = 48 * HOUR_MS;
const LATEST = 60;

/**
 * Looks for what is to be told at once: changes since the last look, beginnings and ends of rounds, and
 * alerts that turned out wrong. The first look at some talks only remembers where they stand.
 */
export async function noticeChanges(deps: PlanningDeps, now: Date): Promise<void> {
  const talks = deps.followed.map(({ dossier }) => dossier.id);
  if (await wasClockSetBack(deps, talks, now)) await replanStrayed(deps, now);
  for (const each of talks) await noticeIn(deps, each, now);
}

/** Looked for in what was remembered last, which may be of another process. */
async function wasClockSetBack(
  { digests }: PlanningDeps,
  talks: readonly string[],
  now: Date,
): Promise<boolean> {
  for (const each of talks) {
    const last = await digests.last(each, READER);
    if (last !== null && Date.parse(last.at) - now.getTime() > CLOCK_BACK_MS) return true;
  }
  return false;
}

async function noticeIn(deps: PlanningDeps, talks: string, now: Date): Promise<void> {
  const { store, digests, digestOf } = deps;
  const previous = await digests.last(talks, READER);
  const digest = await digestOf(talks, instantOf(previous, now));
  if (previous === null) {
    await digests.keep(READER, digest);
    return;
  }
  const latest = await store.occasions.latest(talks, LATEST);
  const wrong = await disproved(deps, latest, { digest, now });
  const changes = withoutReturns(alertsOf(previous, digest), wrong, latest);
  const told = changes.length === 0 ? [] : await toldBefore(deps, latest);
  const { alerts, seen } = foldRepeats(changes, { previous, digest, told, now });
  const found = [
    ...wrong.map((what) => draft(what, WORTH_MS.correction, ["correction", what.of])),
    ...alertDrafts(alerts, previous),
    ...momentDrafts(previous, digest),
  ];
  if (found.length > 0 || isNews(previous, seen))
    await remember(deps, found, { digest, now, seen });
}

/** Alerts that were told, newest first, with how sure they were. */
async function toldBefore(
  { store }: PlanningDeps,
  latest: readonly Occasion[],
): Promise<readonly ToldBefore[]> {
  const told: ToldBefore[] = [];
  for (const { at, what, digest: name } of latest) {
    const then = what.kind === "alert" ? await store.archive.find(name) : null;
    if (what.kind !== "alert") continue;
    for (const alert of what.alerts)
      told.push({ at, alert, certainty: then === null ? 1 : certaintyOf(alert, then) });
  }
  return told;
}

const REMEMBER_MS = 600_000;

/** A look that finds nothing is remembered now and then; the feeds are looked at every few minutes. */
const isNews = (previous: Digest, seen: Digest): boolean =>
  Math.abs(Date.parse(seen.at) - Date.parse(previous.at)) >= REMEMBER_MS ||
  whatMatters(previous) !== whatMatters(seen);

const whatMatters = ({ phase, nextRound, events, delegations }: Digest): string =>
  JSON.stringify([phase, nextRound, events, delegations]);

const instantOf = (previous: Digest | null, now: Date): Date => {
  const last = previous === null ? 0 : Date.parse(previous.at);
  return last > now.getTime() && last - now.getTime() <= CLOCK_BACK_MS ? new Date(last) : now;
};

type Draft = {
  readonly what: OccasionKind;
  readonly worthMs: number;
  readonly name: readonly unknown[];
};

const draft = (what: OccasionKind, worthMs: number, name: readonly unknown[]): Draft => ({
  what,
  worthMs,
  name,
});

/** Named after the look before, so that a look that is done again after a crash finds the same. */
function alertDrafts(alerts: readonly Alert[], previous: Digest): Draft[] {
  const [first, ...rest] = alerts;
  if (first === undefined) return [];
  const what = { kind: "alert", alerts: [first, ...rest] } as const;
  return [draft(what, WORTH_MS.alert, ["alert", previous.at, alerts.map(coreOf)])];
}

const coreOf = (alert: Alert): unknown =>
  alert.kind === "event" ? { ...alert.event, citations: [] } : alert;

/** A round begins as its phase does, and ends as the talks leave it for what follows a round. */
function momentDrafts(previous: Digest, digest: Digest): Draft[] {
  const [from, to] = [previous.phase, digest.phase];
  if (to === null || from === to) return [];
  const moment =
    to === "underway" ? "start" : from === "underway" && needsBegunRound(to) ? "end" : null;
  const round = moment === null ? null : roundAtHand(previous, digest);
  if (moment === null || round === null) return [];
  const name = ["moment", moment, round.date, digest.at.slice(0, 10)];
  return [draft({ kind: "round-moment", moment, round }, WORTH_MS.moment, name)];
}

/** The round that was awaited, or the one just told as held. */
function roundAtHand(previous: Digest, digest: Digest): DigestRound | null {
  const held = digest.lastRound;
  if (previous.nextRound !== null) return previous.nextRound;
  if (digest.nextRound !== null && digest.phase === "underway") return digest.nextRound;
  if (held === null) return null;
  return {
    date: held.date,
    time: null,
    timeZone: null,
    venue: held.venue,
    format: null,
    mediator: null,
    status: "held",
    confirmation: digest.confirmation ?? "one-outlet",
    attributedTo: null,
    citations: held.citations,
  };
}

type Look = { readonly digest: Digest; readonly now: Date };
type Correction = Extract<OccasionKind, { kind: "correction" }>;

/** Alerts of the last days that have turned out wrong and were not taken back yet. */
async function disproved(
  { store }: PlanningDeps,
  latest: readonly Occasion[],
  { digest, now }: Look,
): Promise<Correction[]> {
  const corrected = new Set(
    latest.flatMap(({ what }) => (what.kind === "correction" ? [what.of] : [])),
  );
  const wrong: Correction[] = [];
  for (const { id, at, what, digest: name } of latest) {
    if (what.kind !== "alert" || corrected.has(id)) continue;
    if (now.getTime() - at.getTime() > CORRECTED_WITHIN_MS) continue;
    const then = await store.archive.find(name);
    const alert =
      then === null
        ? undefined
        : what.alerts.find((told) => isDisproved({ alert: told, digest: then }, digest));
    if (alert !== undefined) wrong.push({ kind: "correction", of: id, alert });
    // What came before was overtaken by this, whatever became of it.
    if (what.alerts.some(({ kind }) => kind === "phase")) break;
  }
  return wrong;
}

/** A correction tells that things are as before, the round included; no alert says it again. */
function withoutReturns(
  alerts: readonly Alert[],
  wrong: readonly Correction[],
  latest: readonly Occasion[],
): Alert[] {
  const takenBack = new Set(wrong.map(({ alert }) => alert.kind));
  const told = latest
    .flatMap(({ what }) => (what.kind === "alert" ? what.alerts : []))
    .find(({ kind }) => kind === "round");
  const known = told?.kind === "round" ? told.to : null;
  const isReturn = (alert: Alert): boolean =>
    alert.kind === "round" &&
    takenBack.has("phase") &&
    alert.from === null &&
    (known === null || (alert.to !== null && isSamePlan(known, alert.to)));
  return alerts.filter((alert) => !takenBack.has(alert.kind) && !isReturn(alert));
}

/** Together, so that what was found is neither lost nor found again. */
async function remember(
  { store, log, observe }: PlanningDeps,
  found: readonly Draft[],
  { digest, now, seen }: Look & { readonly seen: Digest },
): Promise<void> {
  const { talks } = digest;
  const added = await store.transaction(async ({ archive, occasions, digests }) => {
    await digests.keep(READER, seen);
    const kept: { readonly id: OccasionId; readonly what: OccasionKind }[] = [];
    const name = found.length === 0 ? "" : await archive.keep(digest);
    for (const each of found) {
      const id = occasionIdOf(talks, ...each.name);
      const isNew = await occasions.add({
        id,
        talks,
        at: now,
        expiresAt: new Date(now.getTime() + each.worthMs),
        what: each.what,
        digest: name,
      });
      if (isNew) kept.push({ id, what: each.what });
    }
    return kept;
  });
  for (const { id, what } of added) {
    const articles = articlesBehind(what, digest);
    log.info("occasion", { talks, what: what.kind, occasion: id, articles });
    observe({ kind: "occasion", what: what.kind });
  }
}
