import { describe, expect, it } from "vitest";
import { alertsOf } from "../../../src/deliveries/alerts-of.ts";
import type { Digest, DigestRound } from "../../../src/digest/digest.ts";
import { eventOf, RICH_DIGEST } from "../../support/digests.ts";

const ROUND: DigestRound = RICH_DIGEST.nextRound!;
const BASE: Digest = { ...RICH_DIGEST, events: [], phase: "scheduled" };
const kindsOf = (before: Partial<Digest>, now: Partial<Digest>) =>
  alertsOf({ ...BASE, ...before }, { ...BASE, ...now }).map(({ kind }) => kind);
const round = (changes: Partial<DigestRound>) => ({ nextRound: { ...ROUND, ...changes } });

describe("nothing is told at once", () => {
  it("at the first start", () => expect(alertsOf(null, BASE)).toEqual([]));
  it("where nothing changed", () => expect(kindsOf({}, {})).toEqual([]));
  it("of a phase without a source", () =>
    expect(kindsOf({ phase: "in-doubt" }, { phaseCitations: [] })).toEqual([]));
  it("of what is no longer repeated", () =>
    expect(kindsOf({}, round({ time: null, format: null, venue: null }))).toEqual([]));
  it("of a manner that was open", () =>
    expect(kindsOf(round({ format: null }), round({ format: "indirect" }))).toEqual([]));
  it("of other wording or surer sources", () =>
    expect(kindsOf({}, round({ confirmation: "joint-text", citations: [5] }))).toEqual([]));
  it.each(["underway", "held"] as const)("of a round that is %s, for the phase tells", (status) =>
    expect(kindsOf({}, round({ status }))).toEqual([]),
  );
  it("of a round that passed", () =>
    expect(kindsOf(round({ date: "2026-02-04" }), { nextRound: null })).toEqual([]));
});

describe("a round", () => {
  it.each([
    ["that is newly fixed", { nextRound: null }, {}],
    ["whose day moved", {}, round({ date: "2026-02-08" })],
    ["whose hour moved", {}, round({ time: "15:00" })],
    ["whose place moved", {}, round({ venue: { city: "Geneva", country: "CHE" } })],
    ["whose manner changed", round({ format: "indirect" }), round({ format: "direct" })],
    ["whose hour becomes known", round({ time: null }), {}],
    ["that is in doubt while the talks are not", {}, round({ status: "in-doubt" })],
    [
      "that is dropped as the talks are in doubt",
      { phase: "in-doubt" },
      { phase: "in-doubt", nextRound: null },
    ],
  ] as const)("%s is told", (_, before, now) => {
    expect(kindsOf(before, now)).toEqual(["round"]);
  });

  it("cites what is new where it moved", () => {
    const sources = RICH_DIGEST.sources.map((source) => ({
      ...source,
      published: source.n === 2 ? BASE.at : "2026-02-01T00:00:00.000Z",
    }));
    const moved = { ...BASE, ...round({ date: "2026-02-08", citations: [1, 2, 3] }), sources };
    const [alert] = alertsOf(BASE, moved);
    expect(alert?.kind === "round" ? alert.to?.citations : null).toEqual([2]);
  });
});

describe("a change of phase", () => {
  it("tells by itself of a round that is in doubt and comes back into sight", () =>
    expect(
      kindsOf(
        { phase: "cancelled", nextRound: null },
        { phase: "in-doubt", ...round({ status: "in-doubt" }) },
      ),
    ).toEqual(["phase"]));

  it.each([
    ["the round's status", {}, { phase: "in-doubt", ...round({ status: "in-doubt" }) }],
    ["that no round is ahead", {}, { phase: "cancelled", nextRound: null }],
  ] as const)("tells of %s, too", (_, before, now) => {
    expect(kindsOf(before, now)).toEqual(["phase"]);
  });

  it("leaves what it does not imply", () =>
    expect(kindsOf({ phase: "in-doubt" }, round({ date: "2026-02-09" }))).toEqual([
      "phase",
      "round",
    ]));
});

const seenAgain = (published: string) =>
  kindsOf(
    { phase: "cancelled", nextRound: null },
    { sources: RICH_DIGEST.sources.map((source) => ({ ...source, published })) },
  );

describe("a round that a passing report of a cancellation hid", () => {
  it("is no news of its own when only the phase is told anew", () =>
    expect(seenAgain("2026-02-01T00:00:00.000Z")).toEqual(["phase"]));
  it("is news when what names it is new", () =>
    expect(seenAgain(BASE.at)).toEqual(["phase", "round"]));
});

describe("an event", () => {
  const fresh = { date: null, citations: [1] } as const;
  const events = (...those: Parameters<typeof eventOf>[0][]) => ({
    events: those.map((one) => eventOf({ ...fresh, ...one })),
  });

  it.each([
    ["new", {}, 1],
    ["not asserted", { modality: "hypothetical" }, 0],
    ["announced", { modality: "future" }, 0],
    ["friendly", { type: "AID", intensity: 10 }, 0],
    ["told by old articles only", { citations: [5] }, 0],
    ["of last week", { date: "2026-01-29" }, 0],
    ["of yesterday", { date: "2026-02-04" }, 1],
  ] as const)("that is %s", (_, event, count) => {
    expect(kindsOf({}, events(event))).toHaveLength(count);
  });

  it("told before is no news, whatever day it is given since", () =>
    expect(kindsOf(events({}), events({ date: "2026-02-05" }))).toEqual([]));
  it("of another day is another", () =>
    expect(kindsOf(events({ date: "2026-02-04" }), events({ date: "2026-02-05" }))).toEqual([
      "event",
    ]));
  it("is told with the two gravest beside it, no more", () =>
    expect(
      kindsOf(
        {},
        events(
          { type: "THREATEN", intensity: -3 },
          { type: "ASSAULT", intensity: -9 },
          { type: "SANCTION", intensity: -6 },
          { type: "COERCE", intensity: -7 },
        ),
      ),
    ).toHaveLength(3));
});

describe("a delegation", () => {
  it("tells who joined, not who was there", () => {
    const before = {
      ...BASE,
      delegations: BASE.delegations.map((one) => ({
        ...one,
        members: one.members.filter(({ person }) => person !== "Jared Kushner"),
      })),
    };
    expect(alertsOf(before, BASE)).toEqual([
      { kind: "delegation", party: "USA", joined: ["Jared Kushner"] },
    ]);
  });
});
