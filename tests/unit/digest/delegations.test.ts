import { describe, expect, it } from "vitest";
import { tellDelegations } from "../../../src/digest/delegations.ts";
import type { DelegationMember } from "../../../src/facts/fact.ts";
import { assessmentOf } from "../../support/assessments.ts";
import { iranUs } from "../../support/real-seeds.ts";
import { reportOf } from "../../support/reports.ts";

const naming = (id: string, ...members: (string | DelegationMember)[]) =>
  reportOf({
    id,
    at: "2026-02-05T06:00:00Z",
    says: {
      delegations: [
        {
          party: "USA",
          evidence: [0, 5],
          members: members.map((member) =>
            typeof member === "string" ? { person: member, head: false } : member,
          ),
        },
      ],
    },
  });

const told = (...reports: ReturnType<typeof naming>[]) =>
  tellDelegations(assessmentOf("2026-02-05T18:00:00Z", ...reports), iranUs).map(
    ({ members, citations }) => ({
      members: members.map(({ person }) => person).toSorted(),
      cited: [...new Set(citations.map(({ report }) => report.articleId))].toSorted(),
    }),
  );

describe("delegations", () => {
  it("leave out a name that one source alone gives beside known ones", () => {
    expect(told(naming("a", "Steve Witkoff", "Ann Example"))).toEqual([
      { members: ["Steve Witkoff"], cited: ["a"] },
    ]);
  });

  it("tell it once a second source gives it, or where nobody better known is named", () => {
    const twice = [naming("a", "Steve Witkoff", "Ann Example"), naming("b", "Ann Example")];
    expect(told(...twice)[0]?.members).toEqual(["Ann Example", "Steve Witkoff"]);
    expect(told(naming("a", "Ann Example"))[0]?.members).toEqual(["Ann Example"]);
  });

  it("cite reports that between them name everyone told", () => {
    const reports = [naming("a", "Steve Witkoff"), naming("b", "Jared Kushner")];
    expect(told(...reports)).toEqual([
      { members: ["Jared Kushner", "Steve Witkoff"], cited: ["a", "b"] },
    ]);
    const both = naming("c", "Steve Witkoff", "Jared Kushner");
    expect(told(...reports, both)[0]?.cited).toEqual(["c"]);
  });

  it("cite who tells of the head, where others only name them", () => {
    const head = naming("head", { person: "Steve Witkoff", head: true });
    const [first] = told(head, naming("both", "Steve Witkoff", "Jared Kushner"));
    expect(first?.cited).toEqual(["both", "head"]);
  });

  it("cite the sentence that names each", () => {
    const report = naming("a", { person: "Steve Witkoff", head: false, named: [60, 80] });
    const [delegation] = tellDelegations(assessmentOf("2026-02-05T18:00:00Z", report), iranUs);
    expect(delegation?.citations.map(({ evidence }) => evidence)).toEqual([[60, 80]]);
  });
});
