import type { Event } from "../../src/facts/fact.ts";
import { type Assessment, assess } from "../../src/talks/assessment.ts";
import type { Report } from "../../src/talks/report.ts";
import { createStandingOf } from "../../src/talks/source-standing.ts";
import { createTalksLog } from "../../src/talks/talks-log.ts";
import { iranUs } from "./real-seeds.ts";

/** Where the talks stand at an ISO instant, as some reports tell. */
export function assessmentOf(at: string, ...reports: readonly Report[]): Assessment {
  const log = createTalksLog({ dossier: iranUs, standingOf: createStandingOf(iranUs) });
  for (const report of reports) log.add(report);
  const moment = new Date(at);
  return assess(iranUs, log.stateAt(moment), moment);
}

/** An event as an article asserts it. */
export const happening = (event: Partial<Event>): Event => ({
  type: "MOBILIZE",
  mode: null,
  source: "USA",
  target: "IRN",
  date: null,
  intensity: -5.5,
  modality: "asserted",
  background: false,
  topics: [],
  evidence: [0, 5],
  ...event,
});
