import type { Dossier } from "../config/dossier.ts";
import type { Event } from "../facts/fact.ts";
import { LANGUAGES, type Language } from "../lib/language.ts";
import type { Assessment } from "../talks/assessment.ts";
import type { Citation } from "../talks/report.ts";
import type { CalledOffRound } from "../talks/rounds/called-off-round.ts";
import { bearersOf as bearersOfRound, type Round } from "../talks/rounds/round.ts";
import type { Cited, ReadingRecord } from "../talks/talks-state.ts";
import { bearersOf } from "./bearing.ts";
import { type Bibliography, createBibliography, newestFew, witnesses } from "./bibliography.ts";
import { changesSince } from "./changes.ts";
import { readConfirmation } from "./confirmation.ts";
import { tellDelegations } from "./delegations.ts";
import type { Citations, Coverage, Digest, DigestRound } from "./digest.ts";
import { disputesOf } from "./disputes.ts";
import { citedAt, partsOf } from "./round-parts.ts";
import { selectEvents, selectPositions } from "./select.ts";

/** How the feeds fared, for the coverage line. */
export type FeedCoverage = Coverage["feeds"];

/**
 * Writes the digest of an assessment by rule: every claim cites the sources it rests on. `previous` is
 * what the reader was last told, for the changes.
 */
export function summarize(
  dossier: Dossier,
  assessment: Assessment,
  feeds: FeedCoverage,
  previous: Digest | null,
): Digest {
  const sources = createBibliography(assessment.copies);
  const { phase } = assessment;
  const votes = phase.current?.votes ?? [];
  // What was stated of a day that has passed states nothing of now.
  const isGrounded = votes.length > 0 && assessment.unreportedRound === null;
  const ground = isGrounded ? readConfirmation(votes, dossier) : null;
  const claims = {
    talks: assessment.talks,
    at: assessment.at.toISOString(),
    phase: phase.current?.phase ?? null,
    phaseSince: phase.current?.since.toISOString() ?? null,
    phaseCitations: citeAll(sources, bearersOf([votes], votes)),
    confirmation: ground?.confirmation ?? null,
    phaseAttributedTo: ground?.attributedTo ?? null,
    confidence: Math.round(phase.confidence * 100) / 100,
    contested: phase.contested,
    nextRound: tellRound(assessment.nextRound, dossier, sources),
    lastRound: lastRoundOf(assessment.lastRound, sources),
    unreportedRound: unreportedOf(assessment.unreportedRound, sources),
    calledOffRound: calledOffOf(assessment.calledOffRound, sources),
    delegations: delegationsOf(assessment, dossier, sources),
    milestones: milestonesOf(assessment, sources),
    disputes: disputesOf(assessment, dossier, sources),
    positions: positionsOf(assessment, dossier, sources),
    events: eventsOf(assessment, sources),
    tension: assessment.tension,
    changes: [],
  };
  const digest: Digest = {
    ...claims,
    sources: sources.sources(),
    coverage: coverageOf(assessment, feeds),
  };
  return { ...digest, changes: changesSince(previous, digest) };
}

function citeAll(sources: Bibliography, [first, ...rest]: readonly Citation[]): readonly number[] {
  return first === undefined ? [] : sources.cite([first, ...rest]);
}

/** Claims come out of the fold with a citation each; one without is a bug worth stopping for. */
function cite(sources: Bibliography, [first, ...rest]: readonly Citation[]): Citations {
  if (first === undefined) throw new Error("A claim without a source reached the digest.");
  return sources.cite([first, ...rest]);
}

/** Where the day of an event is told, if not where the event is. */
const dayOf = ({ grounds }: Event, { report }: Citation): readonly Citation[] =>
  grounds?.date === undefined ? [] : [{ report, evidence: grounds.date }];

/** A round as a digest tells it, with its sources in `sources`. */
export function tellRound(
  round: Round | null,
  dossier: Dossier,
  sources: Bibliography,
): DigestRound | null {
  if (round === null) return null;
  const { date, time, timeZone, venue, format, mediator, status } = round;
  const votes = bearersOfRound(round);
  return {
    date,
    time,
    timeZone: timeZone ?? zoneOf(round, dossier),
    venue,
    format,
    mediator,
    status,
    ...readConfirmation(votes, dossier),
    citations: cite(sources, bearersOf(partsOf(round, round.about), citedAt("date", votes))),
  };
}

const zoneOf = ({ venue }: Round, { venues }: Dossier): string | null =>
  venues.find(({ city, country }) => city === venue?.city && country === venue.country)?.timeZone ??
  null;

function unreportedOf(
  round: Round | null,
  sources: Bibliography,
): NonNullable<Digest["unreportedRound"]> | null {
  if (round === null || round.date === null) return null;
  return { date: round.date, citations: cite(sources, witnesses(citedAt("date", round.votes))) };
}

function calledOffOf(
  round: CalledOffRound | null,
  sources: Bibliography,
): NonNullable<Digest["calledOffRound"]> | null {
  if (round === null) return null;
  const { date, venue, status, votes } = round;
  const citations = cite(sources, bearersOf(partsOf({ date, venue }, votes), votes));
  return { date, venue, status, citations };
}

function lastRoundOf(round: Round | null, sources: Bibliography): Digest["lastRound"] {
  if (round === null) return null;
  const { date, venue, outcome, votes, about } = round;
  const told = [...votes, ...about.filter((vote) => !votes.includes(vote))];
  const parts = partsOf({ date, venue, outcome }, told);
  return {
    date,
    venue,
    outcome,
    citations: cite(sources, bearersOf(parts, citedAt("date", votes))),
  };
}

function delegationsOf(
  assessment: Assessment,
  dossier: Dossier,
  sources: Bibliography,
): Digest["delegations"] {
  const roleOf = (name: string) =>
    dossier.people.find((person) => person.name === name)?.role.en ?? null;
  return tellDelegations(assessment, dossier).map(({ party, members, citations }) => ({
    party,
    members: members.map(({ person, head }) => ({ person, role: roleOf(person), head })),
    citations: cite(sources, citations),
  }));
}

function milestonesOf({ milestones }: Assessment, sources: Bibliography): Digest["milestones"] {
  return [...Map.groupBy(milestones, ({ value }) => value.since)].map(([since, told]) => ({
    since,
    citations: cite(sources, newestFew(told.map(({ citation }) => citation))),
  }));
}

function positionsOf(
  { statements, at }: Assessment,
  dossier: Dossier,
  sources: Bibliography,
): Digest["positions"] {
  return selectPositions(statements, dossier, at).map(({ party, statements: chosen }) => ({
    party,
    statements: chosen.map(({ value, citation }) => ({
      speaker: value.speaker,
      topic: value.topic,
      stance: value.stance,
      text: value.text,
      lang: citation.report.lang,
      direct: value.direct,
      published: citation.report.published.toISOString(),
      citations: cite(sources, [citation]),
    })),
  }));
}

function eventsOf({ events, at }: Assessment, sources: Bibliography): Digest["events"] {
  return selectEvents(events, at).map(({ value, citation }: Cited<Event>) => ({
    type: value.type,
    mode: value.mode,
    source: value.source,
    target: value.target,
    date: value.date,
    intensity: value.intensity,
    modality: value.modality,
    topics: value.topics,
    citations: cite(sources, [citation, ...dayOf(value, citation)]),
  }));
}

function coverageOf({ read, newestReport, learntAt }: Assessment, feeds: FeedCoverage): Coverage {
  const count = (keep: (record: ReadingRecord) => boolean) => read.filter(keep).length;
  const sides = [...new Set(read.map(({ side }) => side ?? "independent"))].toSorted();
  const newest = read.reduce<Date | null>(
    (latest, { published }) => (latest === null || published > latest ? published : latest),
    null,
  );
  return {
    articles: read.length,
    stories: new Set(read.map(({ story }) => story)).size,
    sources: new Set(read.map(({ source }) => source)).size,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry for each language
    byLanguage: Object.fromEntries(
      LANGUAGES.map((language) => [language, count(({ lang }) => lang === language)]),
    ) as Record<Language, number>,
    bySide: Object.fromEntries(
      sides.map((side) => [
        side,
        new Set(
          read
            .filter((record) => (record.side ?? "independent") === side)
            .map(({ source }) => source),
        ).size,
      ]),
    ),
    newest: newest?.toISOString() ?? null,
    newestReport: newestReport?.toISOString() ?? null,
    learntAt: learntAt?.toISOString() ?? null,
    feeds,
  };
}
