import type { Assessment } from "../talks/assessment.ts";
import type { Round } from "../talks/rounds/round.ts";
import { type Bibliography, witnesses } from "./bibliography.ts";
import type { DigestDispute } from "./digest.ts";
import type { Citation } from "../talks/report.ts";
import { fading, support, type Vote } from "../talks/vote.ts";
import type { Meeting, Venue } from "../facts/fact.ts";

/** What sources contradict each other on, or the parties argue over: both sides, never a coin toss. */
export function disputesOf(assessment: Assessment, sources: Bibliography): DigestDispute[] {
  return [
    ...phaseDispute(assessment, sources),
    ...dateDispute(assessment, sources),
    ...venueDispute(assessment, sources),
    ...toldDisagreements(assessment, sources),
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
    citations: witnesses(votes),
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
    citations: witnesses(named.filter(({ value }: Vote<Meeting>) => value.venue?.city === city)),
  }));
  return [dispute("venue", false, versions, sources)];
}

const isSamePlace = (a: Venue | null, b: Venue): boolean =>
  a !== null &&
  a.country === b.country &&
  (a.city === null || b.city === null || a.city === b.city);

/** What articles say the parties argued over; settled once they say so or the round was set since. */
function toldDisagreements(assessment: Assessment, sources: Bibliography): DigestDispute[] {
  const { disagreements, phase } = assessment;
  const subjects = [...new Set(disagreements.map(({ value }) => value.about))];
  return subjects.map((about) => {
    const told = disagreements.filter(({ value }) => value.about === about);
    const last = told.at(-1);
    const agreedSince =
      phase.current?.phase === "scheduled" && last !== undefined
        ? phase.current.since > last.citation.report.published
        : false;
    const versions = told.slice(-2).map(({ citation }) => ({
      value: citation.report.quote(citation.evidence),
      citations: [citation],
    }));
    return dispute(about, (last?.value.settled ?? false) || agreedSince, versions, sources);
  });
}
