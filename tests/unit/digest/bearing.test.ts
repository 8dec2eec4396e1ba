import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bearersOf } from "../../../src/digest/bearing.ts";
import type { Span } from "../../../src/lib/span.ts";
import type { Vote } from "../../../src/talks/vote.ts";
import { OWN_WORD, reportOf } from "../../support/reports.ts";

type Given = { id: string; voice?: string; weight?: number; known?: boolean; storyId?: string };

const reports = new Map<string, ReturnType<typeof reportOf>>();

/** A vote by a report of a name; the same name is the same report. */
function voteBy(given: Given, evidence: Span = [0, 5]): Vote<null> {
  const { id, voice = `owner:${id}`, weight = 0.5, known = true, storyId = id } = given;
  const report = reports.get(id) ?? reportOf({ id, at: "2026-02-05T06:00:00Z", known, storyId });
  reports.set(id, report);
  return { value: null, voice, weight, attribution: OWN_WORD, citation: { report, evidence } };
}

const cited = (...given: Parameters<typeof bearersOf>): readonly string[] => [
  ...new Set(bearersOf(...given).map(({ report }) => report.articleId)),
];

describe("the reports cited for a claim", () => {
  it("are the one that tells every part, where there is one", () => {
    const [day, hour] = [voteBy({ id: "day" }), voteBy({ id: "hour" })];
    const [dayToo, hourToo] = [voteBy({ id: "both" }), voteBy({ id: "both" }, [10, 15])];
    const bearing = bearersOf([
      [day, dayToo],
      [hour, hourToo],
    ]);
    expect(bearing.map(({ report, evidence }) => [report.articleId, evidence])).toEqual([
      ["both", [0, 5]],
      ["both", [10, 15]],
    ]);
  });

  it("add to the weightiest voices who tells the rest", () => {
    const party = voteBy({ id: "party", voice: "actor:IRN", weight: 0.85 });
    const wire = voteBy({ id: "wire", voice: "owner:wire", weight: 0.7 });
    const hour = voteBy({ id: "hour", weight: 0.3 });
    expect(cited([[party, wire], [hour]], [wire, party])).toEqual(["party", "wire", "hour"]);
  });

  it("are of one voice the report that tells most, and none is cited beside its copy", () => {
    const short = voteBy({ id: "short", voice: "actor:USA", weight: 0.85 });
    const full = voteBy({ id: "full", voice: "actor:USA", weight: 0.8 });
    const copy = voteBy({ id: "copy", voice: "owner:x", storyId: "full" });
    expect(
      cited(
        [
          [short, full, copy],
          [full, copy],
        ],
        [short, full, copy],
      ),
    ).toEqual(["full"]);
  });

  it("are of sources that are known, where those tell it", () => {
    const unknown = [
      voteBy({ id: "rumour", known: false }),
      voteBy({ id: "rumour", known: false }),
    ];
    const [day, hour] = [voteBy({ id: "a-day" }), voteBy({ id: "an-hour" })];
    expect(
      cited([
        [...unknown.slice(0, 1), day],
        [...unknown.slice(1), hour],
      ]).toSorted(),
    ).toEqual(["a-day", "an-hour"]);
  });

  it("tell every part that any report tells", () => {
    const aPart = fc.array(fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.array(aPart, { maxLength: 6 }), aPart, (parts, ladder) => {
        const votes = parts.map((ids, part) =>
          ids.map((id) => voteBy({ id }, [part * 10, part * 10 + 5])),
        );
        const bearing = bearersOf(
          votes,
          ladder.map((id) => voteBy({ id })),
        );
        for (const [part, told] of votes.entries())
          expect(bearing.some(({ evidence }) => evidence[0] === part * 10)).toBe(
            told.length > 0 || (part === 0 && ladder.length > 0),
          );
      }),
      { seed: 20_260_205, numRuns: 300 },
    );
  });
});
