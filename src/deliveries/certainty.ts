import type { Tier } from "../config/dossier.ts";
import type { Alert } from "../digest/alert.ts";
import type { Confirmation, Digest, DigestRound } from "../digest/digest.ts";
import type { Phase } from "../facts/phase.ts";
import { localDate } from "../lib/calendar-date.ts";

/** What one source of a tier leaves of doubt. */
const DOUBT: Readonly<Record<Tier, number>> = {
  official: 0.2,
  wire: 0.25,
  outlet: 0.5,
  aggregator: 0.7,
};

/** How sure a round is once parties or hosts stand behind it; outlets count by what they are. */
const BY_STEP: Readonly<Record<Confirmation, number>> = {
  "one-outlet": 0,
  "independent-outlets": 0,
  "one-party": 0.6,
  "both-parties": 0.9,
  "mediator-or-host": 0.9,
  "joint-text": 0.99,
};

/** How sure what an alert tells is, 0 to 1; `digest` is where the talks stood then. */
export function certaintyOf(alert: Alert, digest: Digest): number {
  switch (alert.kind) {
    case "phase":
      return Math.max(digest.confidence, asAwaited(alert.to, digest));
    case "round":
      return alert.to === null ? digest.confidence : certaintyOfRound(alert.to, digest);
    case "delegation": {
      const { party } = alert;
      const cited = digest.delegations.find((delegation) => delegation.party === party)?.citations;
      return certaintyOfSources(cited ?? [], digest);
    }
    case "event":
      return certaintyOfSources(alert.event.citations, digest);
  }
}

/** What is left of a round's certainty for one report that it began on its day. */
const AWAITED = 0.8;

/** A beginning on the day that parties or hosts gave is hardly news: one report of it is enough. */
function asAwaited(to: Phase | null, { at, nextRound }: Digest): number {
  if (to !== "underway" || nextRound === null) return 0;
  const today = localDate(new Date(at), nextRound.timeZone ?? "UTC");
  return nextRound.date === today ? BY_STEP[nextRound.confirmation] * AWAITED : 0;
}

const certaintyOfRound = ({ confirmation, citations }: DigestRound, digest: Digest): number =>
  Math.max(BY_STEP[confirmation], certaintyOfSources(citations, digest));

/** Sources of one name are one. */
function certaintyOfSources(citations: readonly number[], { sources }: Digest): number {
  const doubts = new Map<string, number>();
  for (const { n, source, tier } of sources)
    if (citations.includes(n)) doubts.set(source, Math.min(doubts.get(source) ?? 1, DOUBT[tier]));
  return 1 - doubts.values().reduce((left, doubt) => left * doubt, 1);
}
