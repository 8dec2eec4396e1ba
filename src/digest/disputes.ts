import type { Dossier } from "../config/dossier.ts";
import type { Assessment } from "../talks/assessment.ts";
import type { Citation } from "../talks/report.ts";
import type { Round } from "../talks/rounds/round.ts";
import { fading, support, type Vote } from "../talks/vote.ts";
import { type Bibliography, witnesses } from "./bibliography.ts";
import type { DigestDispute } from "./digest.ts";
import { tellDisagreements } from "./disagreements.ts";
import { citedAt, isSamePlace } from "./round-parts.ts";

/** What sources contradict each other on, or the parties argue over: both sides, never a coin toss. */
export function disputesOf(
  assessment: Assessment,
  dossier: Dossier,
  sources: Bibliography,
): DigestDispute[] {
  return [
    ...phaseDispute(assessment, sources),
    ...dateDispute(assessment, sources),
    ...venueDispute(assessment, sources),
    ...tellDisagreements(assessment, dossier).map(({ about, settled, ...version }) =>
      dispute(about, settled, [version], sources),
    ),
  ];
}

type Version = { readonly value: string; readonly citations: readonly Citation[] };

function dispute(
  about: DigestDispute["about"],
  settled: boolean,
  versions: readonly Version[],
  sources: Bibliography,
): DigestDispute {
  return {
    about,
    settled,
    versions: versions.flatMap(({ value, citations: [first, ...rest] }) =>
      first === undefined ? [] : [{ value, citations: sources.cite([first, ...rest]) }],
    ),
  };
}

function phaseDispute({ phase }: Assessment, sources: Bibliography): DigestDispute[] {
  const { current, rivals } = phase;
  if (current === null || rivals.length === 0) return [];
  const versions = [
    { value: current.phase, citations: witnesses(current.votes) },
    ...rivals.map((rival) => ({ value: rival.phase, citations: witnesses(rival.votes) })),
  ];
  return [dispute("phase", false, versions, sources)];
}

const RECENT_MS = 36 * 3_600_000;
/** Support under which another version is a slip, not a dispute. */
const ENOUGH = 0.4;

const standsAt = (votes: readonly Vote<unknown>[], at: Date): boolean =>
  support(votes, fading(at, RECENT_MS)) >= ENOUGH &&
  votes.some(({ citation }) => at.getTime() - citation.report.published.getTime() <= RECENT_MS);

function dateDispute(assessment: Assessment, sources: Bibliography): DigestDispute[] {
  const { nextRound, rivalRounds, at } = assessment;
  if (nextRound === null || nextRound.date === null) return [];
  const rivals = rivalRounds.filter(
    (rival) => standsAt(rival.votes, at) && isLater(rival, nextRound),
  );
  if (rivals.length === 0) return [];
  const versions = [nextRound, ...rivals].map(({ date, votes }) => ({
    value: date ?? "",
    citations: witnesses(citedAt("date", votes)),
  }));
  return [dispute("date", false, versions, sources)];
}

const newest = (votes: readonly Vote<unknown>[]): number =>
  Math.max(0, ...votes.map(({ citation }) => citation.report.published.getTime()));
const oldest = (votes: readonly Vote<unknown>[]): number =>
  Math.min(...votes.map(({ citation }) => citation.report.published.getTime()));

/** A version that was not repeated once the other was out is overtaken, not disputed. */
const isLater = (rival: Round, best: Round): boolean => newest(rival.votes) > oldest(best.votes);

function venueDispute(assessment: Assessment, sources: Bibliography): DigestDispute[] {
  const { nextRound, at } = assessment;
  const venue = nextRound?.venue ?? null;
  if (nextRound === null || venue === null) return [];
  const named = nextRound.votes.filter(({ value }) => typeof value.venue?.city === "string");
  const agreed = named.filter(({ value }) => isSamePlace(value.venue, venue));
  const others = named.filter(({ value }) => !isSamePlace(value.venue, venue));
  if (!standsAt(others, at) || newest(others) <= oldest(agreed)) return [];
  const places = [...new Set(named.map(({ value }) => value.venue?.city ?? ""))];
  const versions = places.map((city) => ({
    value: city,
    citations: witnesses(
      citedAt(
        "venue",
        named.filter(({ value }) => value.venue?.city === city),
      ),
    ),
  }));
  return [dispute("venue", false, versions, sources)];
}
