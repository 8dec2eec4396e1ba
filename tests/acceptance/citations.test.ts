import { describe, expect, it } from "vitest";
import { loadCore } from "../../src/app/core.ts";
import { readItemsFile } from "../../src/app/items-file.ts";
import { readReports } from "../../src/app/read-reports.ts";
import { digestAt, NO_FEEDS } from "../../src/app/tell.ts";
import type { Digest } from "../../src/digest/digest.ts";
import type { Extraction, Meeting, MeetingSlot } from "../../src/facts/fact.ts";
import { LANGUAGES } from "../../src/lib/language.ts";
import { contains, type Span } from "../../src/lib/span.ts";

const core = loadCore("iran-us");
const log = core.openLog();
const reports = readReports(
  core,
  LANGUAGES.flatMap((language) => readItemsFile(`seeds/corpus/items.${language}.json`).articles),
);
for (const report of reports) log.add(report);
const extractionOf = new Map(reports.map(({ url, extraction }) => [url, extraction]));

/** A part of a claim: what it says, the sources it cites, and where an article tells just that. */
type Part = {
  readonly says: string;
  readonly citations: readonly number[];
  readonly toldAt: (extraction: Extraction) => readonly Span[];
};

/** The sentences of the facts that pass, as an extraction gives them. */
const inMeetings =
  (slot: MeetingSlot, tells: (meeting: Meeting) => boolean) =>
  ({ meetings }: Extraction): readonly Span[] =>
    meetings
      .filter((meeting) => !meeting.background && tells(meeting))
      .map(({ grounds, evidence }) => grounds?.[slot] ?? evidence);

const isPlace = (a: Meeting["venue"], b: Meeting["venue"]): boolean =>
  a?.city === b?.city && a?.country === b?.country;

type RoundTold = Partial<Pick<Meeting, MeetingSlot>> & { readonly citations: readonly number[] };

function roundParts(name: string, round: RoundTold | null | undefined): Part[] {
  if (round === null || round === undefined) return [];
  const { date, time, venue, format, mediator, status, outcome, citations } = round;
  const part = (slot: MeetingSlot, value: unknown, tells: (meeting: Meeting) => boolean): Part[] =>
    value === null || value === undefined || value === "unknown"
      ? []
      : [
          {
            says: `${name} ${slot} ${JSON.stringify(value)}`,
            citations,
            toldAt: inMeetings(slot, tells),
          },
        ];
  return [
    ...part("date", date, (meeting) => meeting.date === date),
    ...part("time", time, (meeting) => meeting.time === time),
    ...part("venue", venue, (meeting) => isPlace(meeting.venue, venue ?? null)),
    ...part("format", format, (meeting) => meeting.format === format),
    ...part("mediator", mediator, (meeting) => meeting.mediator === mediator),
    ...part("status", status, (meeting) => meeting.status === status),
    ...part("outcome", outcome, (meeting) => meeting.outcome === outcome),
  ];
}

const delegationParts = ({ delegations }: Digest): Part[] =>
  delegations.flatMap(({ party, members, citations }) =>
    members.map(({ person, head }) => ({
      says: `${party} ${person}${head ? " as head" : ""}`,
      citations,
      toldAt: (extraction) =>
        extraction.delegations
          .filter((delegation) => delegation.party === party)
          .flatMap(({ members: named, evidence }) =>
            named
              .filter((one) => one.person === person && (one.head || !head))
              .map((one) => one.named ?? evidence),
          ),
    })),
  );

const statementParts = ({ positions }: Digest): Part[] =>
  positions.flatMap(({ party, statements }) =>
    statements.map(({ speaker, topic, stance, text, citations }) => ({
      says: `${speaker} on ${topic}`,
      citations,
      toldAt: (extraction) =>
        extraction.statements
          .filter(
            (one) =>
              one.party === party &&
              one.speaker === speaker &&
              one.topic === topic &&
              one.stance === stance &&
              one.text === text,
          )
          .map(({ evidence }) => evidence),
    })),
  );

function eventParts({ events }: Digest): Part[] {
  return events.flatMap((event): Part[] => {
    const { type, source, target, date, citations } = event;
    const alike = ({ events: told }: Extraction) =>
      told.filter(
        (one) =>
          one.type === type &&
          one.source === source &&
          one.target === target &&
          one.date === date &&
          one.topics.join() === event.topics.join(),
      );
    return [
      {
        says: `${type} ${source} ${target}`,
        citations,
        toldAt: (extraction) => alike(extraction).map(({ evidence }) => evidence),
      },
      {
        says: `${type} ${source} ${target} on ${date}`,
        citations,
        toldAt: (extraction) =>
          alike(extraction).map(({ grounds, evidence }) => grounds?.date ?? evidence),
      },
    ];
  });
}

function phaseParts({ phase, phaseCitations }: Digest): Part[] {
  if (phase === null) return [];
  return [
    {
      says: `phase ${phase}`,
      citations: phaseCitations,
      // The first word of a plan counts as a rumour, whatever it says.
      toldAt: ({ phase: claim }) =>
        claim !== null && (claim.phase === phase || phase === "rumoured") ? [claim.evidence] : [],
    },
  ];
}

function disputeParts({ disputes }: Digest): Part[] {
  return disputes.flatMap(({ about, versions }) =>
    versions.map(({ value, citations }) => ({
      says: `dispute over ${about}: ${value}`,
      citations,
      toldAt: (extraction) => [
        ...(extraction.phase?.phase === value ? [extraction.phase.evidence] : []),
        ...inMeetings("date", ({ date }) => date === value)(extraction),
        ...inMeetings("venue", ({ venue }) => venue?.city === value)(extraction),
        ...extraction.disagreements
          .filter((one) => one.about === about)
          .map(({ evidence }) => evidence),
      ],
    })),
  );
}

const partsOf = (digest: Digest): Part[] => [
  ...phaseParts(digest),
  ...roundParts("next round", digest.nextRound),
  ...roundParts("last round", digest.lastRound),
  ...roundParts("unreported round", digest.unreportedRound),
  ...delegationParts(digest),
  ...statementParts(digest),
  ...eventParts(digest),
  ...disputeParts(digest),
];

/** Whether some sentence shown under a source that the part cites is where that article tells it. */
const isBorneOut = ({ citations, toldAt }: Part, { sources }: Digest): boolean =>
  sources.some(({ n, url, evidence }) => {
    const extraction = extractionOf.get(url);
    if (!citations.includes(n) || extraction === undefined) return false;
    return toldAt(extraction).some((told) => evidence.some(({ span }) => contains(span, told)));
  });

const HOUR_MS = 3_600_000;
const from = Date.parse("2026-01-12T00:00:00Z");
const until = Date.parse("2026-03-04T00:00:00Z");
const instants = Array.from(
  { length: Math.floor((until - from) / (5 * HOUR_MS)) },
  (_, at) => new Date(from + at * 5 * HOUR_MS),
);
const digests = instants.map((at) => digestAt(core, log, at, { since: null, feeds: NO_FEEDS }));

describe("every digest of the demonstration articles", () => {
  it("cites for each part of each claim a sentence that tells it", () => {
    const unborne = digests.flatMap((digest) =>
      partsOf(digest)
        .filter((part) => !isBorneOut(part, digest))
        .map(({ says }) => `${digest.at} ${says}`),
    );
    expect(unborne).toEqual([]);
    expect(digests.flatMap(partsOf).length).toBeGreaterThan(2_000);
  });

  it("cites few sources for any claim", () => {
    const most = digests.flatMap(({ nextRound, lastRound, delegations }) =>
      [nextRound, lastRound, ...delegations].map((claim) => claim?.citations.length ?? 0),
    );
    expect(Math.max(...most)).toBeLessThanOrEqual(5);
  });

  it("shows no sentence of a source twice", () => {
    for (const { sources } of digests)
      for (const { evidence } of sources) {
        const texts = evidence.map(({ text }) => text);
        expect(new Set(texts).size).toBe(texts.length);
      }
  });
});
