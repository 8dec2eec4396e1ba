import { describe, expect, it } from "vitest";
import { alertsOf } from "../../../src/deliveries/alerts-of.ts";
import { foldRepeats } from "../../../src/deliveries/fold-repeats.ts";
import type { Alert } from "../../../src/digest/alert.ts";
import type { Digest } from "../../../src/digest/digest.ts";
import { RICH_DIGEST } from "../../support/digests.ts";

const NOW = new Date("2026-02-05T12:00:00Z");
const ROUND = RICH_DIGEST.nextRound!;
const standing = (changes: Partial<Digest>): Digest => ({
  ...RICH_DIGEST,
  at: NOW.toISOString(),
  events: [],
  ...changes,
});
const look = (previous: Digest, digest: Digest, alerts: readonly Alert[]) =>
  foldRepeats(alerts, { previous, digest, latest: [], now: NOW });

describe("a round that sources name no more", () => {
  const named = standing({ nextRound: ROUND });
  const unnamed = standing({ nextRound: null });

  it("is no news when they name it again, if nobody was told that it is off", () => {
    const { seen } = look(named, unnamed, []);
    expect(seen.nextRound).toEqual(ROUND);
    expect(alertsOf(seen, named)).toEqual([]);
  });

  it("is news when they name it again after readers were told that it is off", () => {
    const { seen } = look(named, unnamed, [{ kind: "round", from: ROUND, to: null }]);
    expect(seen.nextRound).toBeNull();
  });

  it("is over once its day has come", () => {
    const over = { ...unnamed, at: `${ROUND.date}T08:00:00.000Z` };
    expect(look(named, over, []).seen.nextRound).toBeNull();
  });
});
