import { describe, expect, it } from "vitest";
import { readConfirmation } from "../../../src/digest/confirmation.ts";
import type { Attribution } from "../../../src/facts/fact.ts";
import type { Report } from "../../../src/talks/report.ts";
import { createStandingOf } from "../../../src/talks/source-standing.ts";
import { voteOf } from "../../../src/talks/vote.ts";
import { iranUs } from "../../support/real-seeds.ts";
import { OWN_WORD, partyWord, reportOf } from "../../support/reports.ts";

const standingOf = createStandingOf(iranUs);
const voteBy = (report: Report, attribution: Attribution = OWN_WORD) =>
  voteOf({ value: null, attribution, evidence: [0, 5], hedged: false }, report, standingOf);

const wire = (id: string) => reportOf({ id, at: "2026-02-05T06:00:00Z" });
const official = (id: string, side: string) =>
  reportOf({ id, at: "2026-02-05T06:00:00Z", tier: "official", side });
const copyOf = (id: string) =>
  reportOf({ id: `${id}-copy`, at: "2026-02-05T07:00:00Z", storyId: id, origin: id });

const HOST = { kind: "mediator", actor: "OMN", person: null } as const;
const TRUMP = partyWord("USA", "Donald Trump");

const ladder = (...votes: ReturnType<typeof voteBy>[]) => readConfirmation(votes, iranUs);

describe("the confirmation ladder", () => {
  it("starts at one outlet, and its copies add nothing", () => {
    const votes = [voteBy(wire("a")), voteBy(copyOf("a")), voteBy(copyOf("a"))];
    expect(ladder(...votes)).toEqual({ confirmation: "one-outlet", attributedTo: null });
  });

  it("does not climb on unnamed people, however many outlets quote them", () => {
    const unnamed = { kind: "anonymous", actor: "USA" } as const;
    const votes = ["a", "b", "c"].map((id) => voteBy(wire(id), unnamed));
    expect(ladder(...votes).confirmation).toBe("one-outlet");
  });

  it("ends at a text of both parties that a known source carries", () => {
    const joint = { kind: "joint" } as const;
    const unknown = reportOf({ id: "site", at: "2026-02-05T06:00:00Z", known: false });
    expect(ladder(voteBy(wire("a"), joint), voteBy(wire("b"), HOST)).confirmation).toBe(
      "joint-text",
    );
    expect(ladder(voteBy(unknown, joint)).confirmation).toBe("one-outlet");
  });

  it("climbs to independent outlets", () => {
    expect(ladder(voteBy(wire("a")), voteBy(wire("b"))).confirmation).toBe("independent-outlets");
  });

  it("climbs to one party, whose word alone it is", () => {
    const votes = ["a", "b", "c"].map((id) => voteBy(wire(id), TRUMP));
    expect(ladder(...votes)).toEqual({ confirmation: "one-party", attributedTo: "Donald Trump" });
  });

  it("names the party where several of its people say so", () => {
    const votes = [voteBy(wire("a"), TRUMP), voteBy(wire("b"), partyWord("USA", "Marco Rubio"))];
    expect(ladder(...votes).attributedTo).toBe("USA");
  });

  it("is no one's word alone once an outlet says so itself", () => {
    const votes = [voteBy(wire("a"), TRUMP), voteBy(wire("b"))];
    expect(ladder(...votes)).toEqual({ confirmation: "one-party", attributedTo: null });
  });

  it("climbs to both parties, by officials or by their own official source", () => {
    const said = voteBy(wire("a"), TRUMP);
    const both = { confirmation: "both-parties", attributedTo: null };
    expect(ladder(said, voteBy(wire("b"), partyWord("IRN")))).toEqual(both);
    expect(ladder(said, voteBy(official("irna", "IRN")))).toEqual(both);
  });

  it("climbs to the mediator or host", () => {
    expect(ladder(voteBy(wire("a"), TRUMP), voteBy(wire("b"), HOST)).confirmation).toBe(
      "mediator-or-host",
    );
    expect(ladder(voteBy(official("ona", "OMN"))).confirmation).toBe("mediator-or-host");
  });

  it("takes the word of a bystander for no party's", () => {
    const bystander = { kind: "other-actor", actor: "ISR", person: null } as const;
    expect(ladder(voteBy(wire("a"), bystander)).confirmation).toBe("one-outlet");
  });
});
