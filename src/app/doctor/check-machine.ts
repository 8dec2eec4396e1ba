import { fail, type Finding, ok } from "./finding.ts";

const LEAST_NODE = 24;
/** No clock that is right tells a time before this program was written. */
const WRITTEN = Date.UTC(2026, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/** Whether Node is new enough and the clock can be right. */
export function checkMachine(nodeVersion: string, now: Date): Finding[] {
  const major = Number(/^v?(\d+)/.exec(nodeVersion)?.[1] ?? 0);
  return [
    major >= LEAST_NODE
      ? ok("node", nodeVersion)
      : fail(
          "node",
          `${nodeVersion} is too old`,
          "Start Parley by its npm scripts: `npm ci` brings Node 24 for them.",
        ),
    checkClock(now),
  ];
}

function checkClock(now: Date): Finding {
  const ms = now.getTime();
  if (ms >= WRITTEN && ms < LATEST) return ok("clock", now.toISOString());
  return fail(
    "clock",
    `${Number.isNaN(ms) ? "tells no time" : now.toISOString()} cannot be right`,
    "Set the machine's clock (NTP): news would be dated wrong.",
  );
}
