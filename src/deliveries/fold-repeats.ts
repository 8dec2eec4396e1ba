import { type Alert, isSameEvent, isSameRound } from "../digest/alert.ts";
import type { Digest } from "../digest/digest.ts";
import type { Occasion } from "./occasion.ts";

const HOUR_MS = 3_600_000;
/** Within this time a move that was told already is not told again; if it lasts, it is told after. */
const SETTLE_MS = 3 * HOUR_MS;
/** Events and names that sources drop and take up again are told once. */
const REPEAT_MS = 36 * HOUR_MS;

/** What a look for changes has before it; `latest` occasions are newest first. */
export type Look = {
  readonly previous: Digest;
  readonly digest: Digest;
  readonly latest: readonly Occasion[];
  readonly now: Date;
};

/**
 * Alerts without those that only repeat what was told a short while ago, and the digest to compare with
 * next time: where a move is folded, phase and round stay as they were told, so that a reader is never
 * left with the wrong one.
 */
export function foldRepeats(
  alerts: readonly Alert[],
  { previous, digest, latest, now }: Look,
): { readonly alerts: readonly Alert[]; readonly seen: Digest } {
  const told = (withinMs: number) =>
    latest.flatMap(({ at, what }) =>
      what.kind === "alert" && now.getTime() - at.getTime() < withinMs ? what.alerts : [],
    );
  const isRepeat = (alert: Alert): boolean =>
    alert.kind === "phase" || alert.kind === "round"
      ? isToAndFro(alert, told(SETTLE_MS))
      : told(REPEAT_MS).some((other) => isSameAlert(alert, other));
  const fresh = alerts.filter((alert) => !isRepeat(alert));
  const folded = alerts.filter((alert) => !fresh.includes(alert));
  const seen = {
    ...digest,
    ...(folded.some(({ kind }) => kind === "phase") ? { phase: previous.phase } : {}),
    ...(folded.some(({ kind }) => kind === "round") ? { nextRound: previous.nextRound } : {}),
  };
  return { alerts: fresh, seen };
}

/** There, back and there again, with nothing else between; the way back may have been a correction. */
function isToAndFro(
  alert: Extract<Alert, { kind: "phase" | "round" }>,
  told: readonly Alert[],
): boolean {
  const [last, before] = told.filter(({ kind }) => kind === alert.kind);
  if (last === undefined) return false;
  if (isSameAlert(alert, last)) return true;
  const back: Alert =
    alert.kind === "phase"
      ? { kind: "phase", from: alert.to, to: alert.from }
      : { kind: "round", from: alert.to, to: alert.from };
  return isSameAlert(back, last) && before !== undefined && isSameAlert(alert, before);
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
