import type { Phase } from "../facts/phase.ts";
import { instantInZone } from "../lib/zone-offset.ts";
import type { Digest, DigestRound } from "./digest.ts";

/** When a round begins; null while day, hour or zone are open. */
export function beginningOf({ date, time, timeZone }: DigestRound): Date | null {
  if (date === null || time === null || timeZone === null) return null;
  return instantInZone(new Date(`${date}T${time}:00Z`), timeZone);
}

/** The last round, or null where it is the very one at hand: while that is under way it is not over. */
export const roundOver = ({
  lastRound,
  nextRound,
}: Pick<Digest, "lastRound" | "nextRound">): Digest["lastRound"] =>
  lastRound?.date === nextRound?.date ? null : lastRound;

/** Whether anybody waits for a date where no round is known. */
export const awaitsRound = (phase: Phase | null): boolean => phase !== null && !OVER.has(phase);

const OVER: ReadonlySet<Phase> = new Set([
  "cancelled",
  "suspended",
  "collapsed",
  "concluded-with-agreement",
  "concluded-without-agreement",
]);
