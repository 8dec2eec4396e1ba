import type { Clock } from "../../lib/clock.ts";
import type { HealthCheck } from "../../platform/health.ts";
import type { Hearing, TellHearing } from "../../platform/hearing.ts";

/** What listening on a platform may be found to be. */
export const LISTENING_STATES = ["hearing", "resuming", "lost"] as const;

/** How listening on a platform stands at an instant. */
export type Listening = {
  readonly state: (typeof LISTENING_STATES)[number];
  /** How long nobody was heard, in milliseconds; 0 while people are. */
  readonly awayMs: number;
  /** In words, for operators. */
  readonly detail: string;
};

/** Remembers what an adapter tells of its listening. */
export type ListeningMemory = {
  readonly tell: TellHearing;
  readonly now: () => Listening;
};

/** A poll is answered within half a minute, or fails soon after. */
const LONGEST_POLL_MS = 90_000;
/** Connections break and are resumed now and then; what takes longer does not mend by itself soon. */
const AWAY_MS = 5 * 60_000;

type Told = { readonly hearing: Hearing; readonly at: Date; readonly since: Date };

/** Listening of which nothing was told yet. */
export function createListeningMemory(clock: Clock): ListeningMemory {
  const startedAt = clock.now();
  let told: Told = { hearing: NOT_YET, at: startedAt, since: startedAt };
  return {
    tell(hearing) {
      const at = clock.now();
      told = { hearing, at, since: sinceOf(told, hearing, at) };
    },
    now: () => standingOf(told, clock.now()),
  };
}

const NOT_YET: Hearing = {
  kind: "lost",
  reason: "not connected yet",
  advice: "The log says what stands in the way.",
};

/** Since when it stands so: trouble with polls began at the last that was answered. */
function sinceOf(before: Told, hearing: Hearing, at: Date): Date {
  const wasHearing = before.hearing.kind === "hearing";
  if (wasHearing === (hearing.kind === "hearing")) return before.since;
  return wasHearing && isPolling(before.hearing) ? before.at : at;
}

const isPolling = (hearing: Hearing): boolean =>
  hearing.kind === "hearing" && hearing.by === "polling";

function standingOf({ hearing, at, since }: Told, now: Date): Listening {
  const silentMs = Math.max(0, now.getTime() - at.getTime());
  if (isPolling(hearing) && silentMs > LONGEST_POLL_MS)
    return { state: "lost", awayMs: silentMs, detail: lostDetail(STUCK, at) };
  if (hearing.kind === "hearing")
    return { state: "hearing", awayMs: 0, detail: hearingDetail(hearing.by, at, since) };
  const awayMs = Math.max(0, now.getTime() - since.getTime());
  return { state: hearing.kind, awayMs, detail: lostDetail(hearing, since) };
}

const STUCK: Exclude<Hearing, { kind: "hearing" }> = {
  kind: "lost",
  reason: "no poll was answered",
  advice: "Answers may take too long: look at the log, and restart when this goes on.",
};

function hearingDetail(
  by: Extract<Hearing, { kind: "hearing" }>["by"],
  at: Date,
  since: Date,
): string {
  switch (by) {
    case "gateway":
      return `gateway connected since ${since.toISOString()}`;
    case "another-node":
      return `another node listens since ${since.toISOString()}`;
    case "polling":
      return `last poll answered ${at.toISOString()}`;
    case "webhook":
      return `by webhook, last used ${at.toISOString()}`;
  }
}

const lostDetail = (
  { kind, reason, advice }: Exclude<Hearing, { kind: "hearing" }>,
  since: Date,
): string => `${kind} since ${since.toISOString()}: ${reason}; ${advice}`;

/** Whether people are heard, as a check: what is being mended still has a while. */
export const listeningCheck = (platform: string, { awayMs, detail }: Listening): HealthCheck => ({
  name: `${platform}-listening`,
  ok: awayMs < AWAY_MS,
  detail,
});
