import type { RoundHistory } from "../../src/digest/rounds.ts";
import { sampleDigest } from "./store-samples.ts";

const TOLD = "2026-02-05T18:00:00Z";
const { nextRound, sources } = sampleDigest("iran-us", TOLD);
if (nextRound === null) throw new Error("the sample has a round");

/** A round that was announced on the eve, and met. */
export const TOLD_ROUND: RoundHistory = {
  date: "2026-02-06",
  round: nextRound,
  changedAt: new Date("2026-02-06T12:00:00Z"),
  announcedAt: new Date(TOLD),
  sources,
  firstDate: "2026-02-06",
  came: "met",
};
