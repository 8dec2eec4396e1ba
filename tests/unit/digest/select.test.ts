import { describe, expect, it } from "vitest";
import { selectEvents, selectPositions } from "../../../src/digest/select.ts";
import type { Event, Statement } from "../../../src/facts/fact.ts";
import { happening } from "../../support/assessments.ts";
import { iranUs } from "../../support/real-seeds.ts";
import { reportOf, statementOf } from "../../support/reports.ts";

const AT = new Date("2026-02-05T18:00:00Z");

const cited = <T extends { evidence: readonly [number, number] }>(value: T, at: string) => ({
  value,
  citation: { report: reportOf({ id: at, at }), evidence: value.evidence },
});
const said = (statement: Partial<Statement>, at = "2026-02-05T12:00:00Z") =>
  cited(statementOf(statement), at);
const done = (event: Partial<Event>, at = "2026-02-05T12:00:00Z") => cited(happening(event), at);

const chosen = (...statements: ReturnType<typeof said>[]) =>
  selectPositions(statements, iranUs, AT).map(({ party, statements: told }) => [
    party,
    told.map(({ value }) => value.text),
  ]);

describe("what each side says", () => {
  it("stands with the parties first, then mediators and others", () => {
    const parties = chosen(
      said({ party: "TUR", speaker: "A", text: "1" }),
      said({ party: "OMN", speaker: "B", text: "2" }),
      said({ party: "USA", speaker: "C", text: "3" }),
      said({ party: "IRN", speaker: "D", text: "4" }),
    );
    expect(parties.map(([party]) => party)).toEqual(["IRN", "USA", "OMN", "TUR"]);
  });

  it("is four statements of a party at most, two of a mediator, one of a bystander", () => {
    const many = ["IRN", "OMN", "TUR"].flatMap((party) =>
      ["A", "B", "C", "D", "E"].map((speaker) =>
        said({ party, speaker, text: `${party} ${speaker}` }),
      ),
    );
    expect(chosen(...many).map(([, told]) => told?.length)).toEqual([4, 2, 1]);
  });

  it("gives every speaker a first word before anyone a second", () => {
    const told = chosen(
      said({ speaker: "A", text: "a1", stance: "demands", topic: "sanctions" }),
      said({ speaker: "A", text: "a2", stance: "rejects", topic: "missiles" }),
      said({ speaker: "B", text: "b1" }, "2026-02-04T12:00:00Z"),
      said({ speaker: "C", text: "c1" }, "2026-02-04T12:00:00Z"),
      said({ speaker: "D", text: "d1" }, "2026-02-04T12:00:00Z"),
    );
    expect(told).toEqual([["IRN", ["a1", "b1", "c1", "d1"]]]);
  });

  it("leaves out a second word of one speaker on one topic in one tone", () => {
    const told = chosen(
      said({ text: "We want a deal.", topic: "sanctions", stance: "seeks-agreement" }),
      said({ text: "نريد اتفاقاً", topic: "sanctions", stance: "seeks-agreement" }),
    );
    expect(told[0]?.[1]).toHaveLength(1);
  });

  it("prefers what is newer, and under a name", () => {
    const told = chosen(
      said({ speaker: null, text: "unnamed" }),
      said({ speaker: "A", text: "old" }, "2026-01-28T12:00:00Z"),
      said({ speaker: "B", text: "new" }),
    );
    expect(told).toEqual([["IRN", ["new", "old"]]]);
  });

  it("takes the unnamed where hardly anyone speaks under a name", () => {
    const told = chosen(said({ speaker: null, text: "unnamed" }), said({ text: "named" }));
    expect(told).toEqual([["IRN", ["named", "unnamed"]]]);
  });

  it("tells nothing of bystanders without a name, nor of actors nobody knows", () => {
    const told = chosen(said({ party: "TUR", speaker: null }), said({ party: "XQZ" }));
    expect(told).toEqual([]);
  });
});

describe("events", () => {
  it("of one kind between two actors are told once, by the newest report", () => {
    const events = selectEvents(
      [done({ topics: [] }, "2026-02-01T12:00:00Z"), done({ topics: [] })],
      AT,
    );
    expect(events.map(({ citation }) => citation.report.published)).toEqual([
      new Date("2026-02-05T12:00:00Z"),
    ]);
  });

  it("keep the report that names more of what they aim at, within a day", () => {
    const fuller = done({ topics: ["missiles", "sanctions"] }, "2026-02-05T09:00:00Z");
    expect(selectEvents([fuller, done({ topics: ["missiles"] })], AT)).toEqual([fuller]);
  });

  it("are six at most, heaviest first, and meetings are told elsewhere", () => {
    const many = ["IRN", "OMN", "TUR", "QAT", "EGY", "SAU", "ARE"].map((target) =>
      done({ target }),
    );
    const heavy = done({ type: "ASSAULT", intensity: -9 });
    const told = selectEvents([...many, heavy, done({ type: "CONSULT", intensity: 2.5 })], AT);
    expect(told).toHaveLength(6);
    expect(told[0]).toBe(heavy);
    expect(told.some(({ value }) => value.type === "CONSULT")).toBe(false);
  });
});
