import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Digest } from "../../../src/digest/digest.ts";
import { summarize } from "../../../src/digest/summarize.ts";
import type { Extraction } from "../../../src/facts/fact.ts";
import { PHASES } from "../../../src/facts/phase.ts";
import type { Report } from "../../../src/talks/report.ts";
import { assessmentOf, happening } from "../../support/assessments.ts";
import { iranUs } from "../../support/real-seeds.ts";
import { claimOf, meetingOf, partyWord, reportOf, statementOf } from "../../support/reports.ts";

const NO_FEEDS = { read: 0, stale: 0, failed: 0 };
const AT = "2026-02-05T18:00:00Z";
const TEXT = "The talks will be held on Friday in Muscat, the spokesman said.";

const digestOf = (...reports: Report[]): Digest =>
  summarize(iranUs, assessmentOf(AT, ...reports), NO_FEEDS, null);

describe("a digest", () => {
  it("of nothing says nothing and cites nothing", () => {
    expect(digestOf()).toMatchObject({
      phase: null,
      confirmation: null,
      nextRound: null,
      positions: [],
      events: [],
      changes: [],
      sources: [],
      coverage: { articles: 0, newest: null },
    });
  });

  it("takes no report that a round is off for a witness of the round", () => {
    const plan = { date: "2026-02-11", venue: { city: "Muscat", country: "OMN" } } as const;
    const set = reportOf({
      id: "set",
      at: "2026-02-05T06:00:00Z",
      says: { phase: claimOf("scheduled"), meetings: [meetingOf(plan)] },
    });
    const off = reportOf({
      id: "off",
      at: "2026-02-05T05:00:00Z",
      says: { meetings: [meetingOf({ ...plan, status: "cancelled" })] },
    });
    const { nextRound, sources } = digestOf(set, off);
    expect(nextRound?.confirmation).toBe("one-outlet");
    const cited = sources.filter(({ n }) => nextRound?.citations.includes(n));
    expect(cited.map(({ published }) => published)).toEqual(["2026-02-05T06:00:00.000Z"]);
  });

  it("attributes a phase and a date that one leader alone gives", () => {
    const leader = reportOf({
      id: "leader",
      at: "2026-02-05T06:00:00Z",
      says: {
        phase: claimOf("scheduled", partyWord("USA", "Donald Trump")),
        meetings: [
          meetingOf({ date: "2026-02-11", attribution: partyWord("USA", "Donald Trump") }),
        ],
      },
    });
    expect(digestOf(leader)).toMatchObject({
      confirmation: "one-party",
      phaseAttributedTo: "Donald Trump",
      nextRound: { date: "2026-02-11", attributedTo: "Donald Trump" },
    });
  });

  it("cites for a step of the ladder those who stand on it, not ten outlets that came later", () => {
    const parties = ["IRN", "USA"].map((actor) =>
      reportOf({
        id: actor,
        at: "2026-02-05T06:00:00Z",
        says: {
          phase: claimOf("scheduled", partyWord(actor)),
          meetings: [meetingOf({ date: "2026-02-06" })],
        },
      }),
    );
    const outlets = Array.from({ length: 10 }, (_, n) =>
      reportOf({
        id: `outlet${n}`,
        at: `2026-02-05T1${n % 8}:00:00Z`,
        tier: "outlet",
        says: { phase: claimOf("scheduled") },
      }),
    );
    const { confirmation, phaseCitations, sources } = digestOf(...parties, ...outlets);
    const titles = sources.filter(({ n }) => phaseCitations.includes(n)).map(({ title }) => title);
    expect(confirmation).toBe("both-parties");
    expect(titles).toEqual(expect.arrayContaining(["Report IRN", "Report USA"]));
  });

  it("counts what was read by language, side and source", () => {
    const reports = [
      reportOf({ id: "a", at: "2026-02-05T06:00:00Z", owner: "irna", side: "IRN" }),
      reportOf({ id: "b", at: "2026-02-05T07:00:00Z", owner: "irna", side: "IRN" }),
      reportOf({ id: "c", at: "2026-02-05T08:00:00Z", owner: "wire" }),
    ];
    expect(digestOf(...reports).coverage).toMatchObject({
      articles: 3,
      sources: 2,
      byLanguage: { en: 3, ar: 0, fa: 0 },
      bySide: { IRN: 1, independent: 1 },
      newest: "2026-02-05T08:00:00.000Z",
    });
  });
});

const span = fc
  .tuple(fc.nat({ max: TEXT.length - 1 }), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]) => [start, Math.min(TEXT.length, start + length)] as const);

const attribution = fc.constantFrom(
  { kind: "article" } as const,
  partyWord("IRN", "Abbas Araghchi"),
  partyWord("USA"),
  { kind: "mediator", actor: "OMN", person: null } as const,
  { kind: "anonymous", actor: null } as const,
);

const someFacts: fc.Arbitrary<Partial<Extraction>> = fc.record({
  phase: fc
    .tuple(fc.constantFrom(...PHASES), attribution, span)
    .map(([phase, who, evidence]) => ({ ...claimOf(phase, who), evidence })),
  meetings: fc.array(
    fc
      .tuple(fc.constantFrom("2026-02-04", "2026-02-06", "2026-02-07"), attribution, span)
      .map(([date, who, evidence]) => meetingOf({ date, attribution: who, evidence })),
    { maxLength: 2 },
  ),
  delegations: fc.array(
    span.map((evidence) => ({
      party: "USA",
      members: [{ person: "Steve Witkoff", head: true }],
      evidence,
    })),
    { maxLength: 1 },
  ),
  statements: fc.array(
    fc
      .tuple(fc.constantFrom("IRN", "USA", "OMN", null), span)
      .map(([party, evidence]) =>
        statementOf({ party, evidence, text: TEXT.slice(evidence[0], evidence[1]) }),
      ),
    { maxLength: 3 },
  ),
  events: fc.array(
    span.map((evidence) => happening({ evidence })),
    { maxLength: 2 },
  ),
  disagreements: fc.array(
    span.map((evidence) => ({ about: "venue" as const, settled: false, evidence })),
    { maxLength: 1 },
  ),
  milestones: fc.array(
    span.map((evidence) => ({
      kind: "first-since" as const,
      since: "twelve-day-war",
      evidence,
    })),
    { maxLength: 1 },
  ),
});

const someReports: fc.Arbitrary<Report[]> = fc
  .array(fc.tuple(someFacts, fc.nat({ max: 90 }), fc.nat({ max: 6 })), { maxLength: 12 })
  .map((given) =>
    given.map(([says, hoursAgo, story], n) => ({
      ...reportOf({
        id: `r${n}`,
        at: new Date(Date.parse(AT) - hoursAgo * 3_600_000).toISOString(),
        storyId: `r${Math.min(n, story)}`,
        says,
      }),
      quote: ([start, end]: readonly [number, number]) => TEXT.slice(start, end),
    })),
  );

describe("whatever articles say", () => {
  it("every claim cites sources that are listed, each with words that its article has there", () => {
    fc.assert(
      fc.property(someReports, (reports) => {
        const digest = digestOf(...reports);
        const listed = new Set(digest.sources.map(({ n }) => n));
        const cited = citationsIn(digest);
        for (const citations of cited) {
          for (const n of citations) expect(listed).toContain(n);
          expect(new Set(citations).size).toBe(citations.length);
        }
        expect(new Set(cited.flat())).toEqual(listed);
        for (const { evidence } of digest.sources)
          for (const {
            span: [start, end],
            text,
          } of evidence) {
            expect(end).toBeLessThanOrEqual(TEXT.length);
            expect(text).toBe(TEXT.slice(start, end));
          }
      }),
      { seed: 20_260_206, numRuns: 150 },
    );
  });

  it("copies of one report that say the same are one source", () => {
    fc.assert(
      fc.property(someReports, (reports) => {
        const stories = new Set(reports.map(({ storyId }) => storyId));
        const alike = reports.map((one) => ({ ...one, quote: () => `words of ${one.storyId}` }));
        expect(digestOf(...alike).sources.length).toBeLessThanOrEqual(stories.size);
      }),
      { seed: 20_260_206, numRuns: 100 },
    );
  });
});

/** Every list of numbers under a name that ends in "itations", however deep. */
function citationsIn(value: unknown): number[][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key.endsWith("itations") ? [inner as number[]] : citationsIn(inner),
  );
}

describe("a digest after the day of a round that nobody reported on", () => {
  it("says so, and no longer that the parties stated it", () => {
    const plan = reportOf({
      id: "plan",
      at: "2026-02-02T18:00:00Z",
      says: {
        phase: claimOf("scheduled", partyWord("IRN")),
        meetings: [meetingOf({ date: "2026-02-03" })],
      },
    });
    expect(digestOf(plan)).toMatchObject({
      phase: "scheduled",
      confirmation: null,
      phaseAttributedTo: null,
      nextRound: null,
      lastRound: null,
      unreportedRound: { date: "2026-02-03", citations: [1] },
    });
  });
});
