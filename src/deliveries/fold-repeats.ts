import { type Alert, isSameEvent, isSameRound } from "../digest/alert.ts";
import type { Digest } from "../digest/digest.ts";
import { certaintyOf } from "./certainty.ts";

const HOUR_MS = 3_600_000;
/** Within this time a move that was told already is not told again; if it lasts, it is told after. */
const SETTLE_MS = 3 * HOUR_MS;
/** Events and names that sources drop and take up again are told once. */
const REPEAT_MS = 36 * HOUR_MS;

/** So much surer, what was told once reaches readers who want only what is sure. */
const SURER = 0.15;

/** An alert that was told, with how sure it was then: 0 to 1. */
export type ToldBefore = {
  readonly at: Date;
  readonly alert: Alert;
  readonly certainty: number;
};

/** What a look for changes has before it; what was told is newest first. */
export type Look = {
  readonly previous: Digest;
  readonly digest: Digest;
  readonly told: readonly ToldBefore[];
  readonly now: Date;
};

/**
 * Alerts without those that only repeat what was told a short while ago, and the digest to compare with
 * next time: where a move is folded, phase and round stay as they were told, so that a reader is never
 * left with the wrong one.
 */
export function foldRepeats(
  alerts: readonly Alert[],
  { previous, digest, told, now }: Look,
): { readonly alerts: readonly Alert[]; readonly seen: Digest } {
  const toldWithin = (ms: number) => told.filter(({ at }) => now.getTime() - at.getTime() < ms);
  const isRepeat = (alert: Alert): boolean => {
    if (alert.kind !== "phase" && alert.kind !== "round")
      return toldWithin(REPEAT_MS).some((other) => isSameAlert(alert, other.alert));
    const before = toldToAndFro(alert, toldWithin(SETTLE_MS));
    return before !== null && certaintyOf(alert, digest) < before.certainty + SURER;
  };
  const fresh = alerts.filter((alert) => !isRepeat(alert));
  const folded = alerts.filter((alert) => !fresh.includes(alert));
  const seen = {
    ...digest,
    ...(folded.some(({ kind }) => kind === "phase") ? { phase: previous.phase } : {}),
    ...(folded.some(({ kind }) => kind === "round") ? { nextRound: previous.nextRound } : {}),
  };
  return { alerts: fresh, seen };
}

/** There, back and there again, with nothing else between: gives when it was told first, else null. */
function toldToAndFro(
  alert: Extract<Alert, { kind: "phase" | "round" }>,
  told: readonly ToldBefore[],
): ToldBefore | null {
  const [last, before] = told.filter((each) => each.alert.kind === alert.kind);
  if (last === undefined) return null;
  // The way back may have been a correction.
  if (isSameAlert(alert, last.alert)) return last;
  const back: Alert =
    alert.kind === "phase"
      ? { kind: "phase", from: alert.to, to: alert.from }
      : { kind: "round", from: alert.to, to: alert.from };
  if (before === undefined || !isSameAlert(back, last.alert)) return null;
  return isSameAlert(alert, before.alert) ? before : null;
}

function isSameAlert(a: Alert, b: Alert): boolean {
  switch (a.kind) {
    case "phase":
      return b.kind === "phase" && a.from === b.from && a.to === b.to;
    case "round":
      return b.kind === "round" && isSameRound(a.from, b.from) && isSameRound(a.to, b.to);
    case "delegation":
      return (
        b.kind === "delegation" &&
        a.party === b.party &&
        a.joined.every((person) => b.joined.includes(person))
      );
    case "event":
      return b.kind === "event" && isSameEvent(a.event, b.event);
  }
}
