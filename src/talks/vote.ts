import type { Tier } from "../config/dossier.ts";
import type { Attribution } from "../facts/fact.ts";
import type { Span } from "../lib/span.ts";
import type { Citation, Report, SourceStanding } from "./report.ts";
import type { StandingOf } from "./source-standing.ts";

/** A voice for one version of something: who says so, how much it counts, and where. */
export type Vote<T> = {
  readonly value: T;
  /** Votes of one voice count once: ten outlets that quote one official are that official. */
  readonly voice: string;
  /** 0 to 1. */
  readonly weight: number;
  readonly attribution: Attribution;
  readonly citation: Citation;
};

/** What an unattributed claim of a source is worth. */
const TIER_WEIGHT: Readonly<Record<Tier, number>> = {
  official: 0.8,
  wire: 0.75,
  outlet: 0.5,
  aggregator: 0.3,
};

/** How faithfully a source carries the word of others. */
const CARRIER: Readonly<Record<Tier, number>> = {
  official: 1,
  wire: 1,
  outlet: 0.95,
  aggregator: 0.6,
};

const HEDGED = 0.5;

type Claim<T> = {
  readonly value: T;
  readonly attribution: Attribution;
  readonly evidence: Span;
  readonly hedged: boolean;
};

/** Turns what an article claims into a vote, by who stands behind it. */
export function voteOf<T>(claim: Claim<T>, report: Report, standingOf: StandingOf): Vote<T> {
  const { attribution } = claim;
  const weight =
    ownWeight(attribution, report.source, standingOf) *
    CARRIER[report.source.tier] *
    (claim.hedged ? HEDGED : 1);
  return {
    value: claim.value,
    voice: voiceOf(attribution, report, standingOf),
    weight,
    attribution,
    citation: { report, evidence: claim.evidence },
  };
}

/** Parties and hosts decide on the talks; everyone else only tells of them. */
function ownWeight(
  attribution: Attribution,
  source: SourceStanding,
  standingOf: StandingOf,
): number {
  switch (attribution.kind) {
    case "joint":
      return 0.97;
    case "mediator":
      return 0.95;
    case "party":
      return 0.85;
    case "other-actor":
      return 0.35;
    case "anonymous":
      return 0.3;
    case "outlet":
      return TIER_WEIGHT[standingOf({ name: attribution.outlet, url: "" }).tier] * 0.8;
    case "article":
      return TIER_WEIGHT[source.tier];
  }
}

function voiceOf(attribution: Attribution, report: Report, standingOf: StandingOf): string {
  switch (attribution.kind) {
    case "joint":
      return "joint";
    case "mediator":
    case "party":
    case "other-actor":
      return `actor:${attribution.actor}`;
    case "anonymous":
      return `anonymous:${attribution.actor ?? report.storyId}`;
    case "outlet":
      return `owner:${standingOf({ name: attribution.outlet, url: "" }).owner}`;
    case "article":
      return `owner:${report.origin}`;
  }
}

/**
 * How well a version is supported, 0 to 1: the chance that at least one of its voices is right, were
 * they independent. `fade` weighs a vote by its age.
 */
export function support(
  votes: readonly Vote<unknown>[],
  fade: (vote: Vote<unknown>) => number = () => 1,
): number {
  const best = new Map<string, number>();
  for (const vote of votes) {
    const weight = vote.weight * fade(vote);
    if (weight > (best.get(vote.voice) ?? 0)) best.set(vote.voice, weight);
  }
  let doubt = 1;
  for (const weight of best.values()) doubt *= 1 - weight;
  return 1 - doubt;
}

/** Weighs a vote by half for every `halfLifeMs` of its age at `at`. */
export const fading =
  (at: Date, halfLifeMs: number) =>
  (vote: Vote<unknown>): number =>
    2 ** (-Math.max(0, at.getTime() - vote.citation.report.published.getTime()) / halfLifeMs);

/** Whether those who decide on the talks, a party or a host, say so under their name. */
export const isOnRecord = ({ kind }: Attribution): boolean =>
  kind === "joint" || kind === "party" || kind === "mediator";

/** As many sites that nothing is known of, independent of each other, do for one that is known. */
const MANY_UNKNOWN = 4;

/** Whether any source that is known carries a version, or many that are not. */
export const isVouchedFor = (votes: readonly Vote<unknown>[]): boolean =>
  votes.some(({ citation }) => citation.report.source.known) ||
  new Set(votes.map(({ citation }) => citation.report.origin)).size >= MANY_UNKNOWN;
