import { expect, it } from "vitest";
import { scoreCheckpoint, type Checkpoint, type ScoredDigest } from "../../eval/checkpoints.ts";

const digest: ScoredDigest = {
  phase: "scheduled",
  contested: false,
  nextRound: {
    date: "2026-02-06",
    time: "10:00",
    venue: { city: "Muscat", country: "OMN" },
    format: null,
  },
  lastRound: null,
  delegations: [{ party: "USA", members: [{ person: "Steve Witkoff", head: true }] }],
  disputes: [{ about: "venue" }],
  events: [{ type: "MOBILIZE", source: "USA", target: "IRN" }],
};

const at = { id: "eve", at: "2026-02-05T19:00:00Z", why: "eve" };
const muscat = { city: "Muscat", country: "OMN" };

it.each<[string, Partial<Checkpoint>, number]>([
  ["the right phase", { phase: "scheduled" }, 0],
  ["one of two right phases", { phase: ["in-doubt", "scheduled"] }, 0],
  ["another phase", { phase: "underway" }, 1],
  ["contested where it is not", { contested: true }, 1],
  ["the next round", { nextRound: { date: "2026-02-06", venue: muscat } }, 0],
  ["another place", { nextRound: { venue: { city: "Istanbul", country: "TUR" } } }, 1],
  ["no next round", { nextRound: null }, 1],
  ["no last round", { lastRound: null }, 0],
  ["the head of a delegation", { heads: { USA: "Steve Witkoff" } }, 0],
  ["a head that is not named", { heads: { IRN: "Abbas Araghchi" } }, 1],
  ["a dispute", { disputes: ["venue"] }, 0],
  ["a dispute that is not told", { disputes: ["format"] }, 1],
  ["that a phase is not told", { mustNot: { phase: ["scheduled"] } }, 1],
  ["that an event is not told", { mustNot: { events: ["ASSAULT USA IRN"] } }, 0],
  ["that a date is not told", { mustNot: { nextDate: ["2026-02-06"] } }, 1],
])("asks for %s", (_, asked, misses) => {
  const result = scoreCheckpoint({ ...at, ...asked }, digest);

  expect(result.asked).toBe(1);
  expect(result.misses).toHaveLength(misses);
});
