import type { Digest, DigestRound } from "../digest/digest.ts";
import type { ChartRound } from "./chart-days.ts";

/** The rounds that a digest knows by day, as a chart marks them. */
export function digestRounds({
  lastRound,
  nextRound,
  unreportedRound,
  tension,
}: Pick<Digest, "lastRound" | "nextRound" | "unreportedRound" | "tension">): readonly ChartRound[] {
  const held = lastRound?.date ?? null;
  const ahead = nextRound?.date ?? null;
  const kind = nextRound === null ? null : roundKind(nextRound);
  const isSame = held === ahead && kind !== null;
  const passed = unreportedRound?.date ?? null;
  const isUntold = passed !== null && passed !== held && passed !== ahead;
  const earlier = (tension.rounds ?? []).filter(
    (date) => date !== held && date !== ahead && date !== passed,
  );
  return [
    ...earlier.map((date): ChartRound => ({ date, kind: "held" })),
    ...(isUntold ? [{ date: passed, kind: "doubtful" } as const] : []),
    ...(held === null || isSame ? [] : [{ date: held, kind: "held" } as const]),
    ...(ahead === null || kind === null ? [] : [{ date: ahead, kind }]),
  ];
}

/**
 * How a chart marks a round; null for one that will not be on its day. One outlet's word, or one leader's,
 * makes no round expected.
 */
export function roundKind({
  status,
  attributedTo,
  confirmation,
}: DigestRound): ChartRound["kind"] | null {
  switch (status) {
    case "held":
    case "underway":
      return status;
    case "scheduled":
      return attributedTo === null && confirmation !== "one-outlet" ? "expected" : "doubtful";
    case "proposed":
    case "in-doubt":
      return "doubtful";
    case "postponed":
    case "cancelled":
      return null;
  }
}
