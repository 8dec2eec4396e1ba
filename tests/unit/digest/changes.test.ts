import { describe, expect, it } from "vitest";
import { changesSince } from "../../../src/digest/changes.ts";
import type { Digest } from "../../../src/digest/digest.ts";
import { EMPTY_DIGEST, eventOf, quoteOf, RICH_DIGEST } from "../../support/digests.ts";

const changed = (change: Partial<Digest>) =>
  changesSince(RICH_DIGEST, { ...RICH_DIGEST, ...change });

describe("changes", () => {
  it("are none without a digest before, and none where nothing is other", () => {
    expect(changesSince(null, RICH_DIGEST)).toEqual([]);
    expect(changesSince(RICH_DIGEST, RICH_DIGEST)).toEqual([]);
    expect(changesSince(EMPTY_DIGEST, EMPTY_DIGEST)).toEqual([]);
  });

  it("are none where only the confidence, the confirmation or the sources are other", () => {
    const nextRound: Digest["nextRound"] = {
      ...RICH_DIGEST.nextRound!,
      confirmation: "joint-text",
      citations: [9],
    };
    expect(changed({ confidence: 0.2, nextRound })).toEqual([]);
  });

  it("tell a new phase", () => {
    expect(changed({ phase: "postponed", phaseCitations: [4] })).toEqual([
      { kind: "phase", from: "scheduled", to: "postponed", citations: [4] },
    ]);
  });

  it("tell a round that was moved, by what readers plan by", () => {
    const nextRound = { ...RICH_DIGEST.nextRound!, date: "2026-02-09" as const };
    expect(changed({ nextRound })).toMatchObject([
      { kind: "round", from: { date: "2026-02-06" }, to: { date: "2026-02-09" } },
    ]);
  });

  it("call no round off whose day has come", () => {
    const at = `${RICH_DIGEST.nextRound?.date}T20:00:00.000Z`;
    expect(changed({ at, nextRound: null })).toEqual([]);
  });

  it("tell a round that is gone", () => {
    expect(changed({ nextRound: null })).toMatchObject([
      { kind: "round", to: null, citations: [4] },
    ]);
  });

  it("tell who joined a delegation", () => {
    const [iran, ...others] = RICH_DIGEST.delegations;
    const joined = {
      ...iran!,
      members: [...iran!.members, { person: "Majid Takht-Ravanchi", role: null, head: false }],
    };
    expect(changed({ delegations: [joined, ...others] })).toMatchObject([
      { kind: "delegation", to: { party: "IRN", members: { length: 3 } } },
    ]);
  });

  it("tell a new statement and a new event, in this order", () => {
    const positions = [
      ...RICH_DIGEST.positions,
      { party: "TUR", statements: [quoteOf({ speaker: "Hakan Fidan", text: "We are ready." })] },
    ];
    const events = [...RICH_DIGEST.events, eventOf({ type: "COERCE", citations: [6] })];
    expect(changed({ positions, events })).toMatchObject([
      { kind: "position", to: { party: "TUR", speaker: "Hakan Fidan" }, citations: [1] },
      { kind: "event", to: { type: "COERCE", source: "USA", target: "IRN" }, citations: [6] },
    ]);
  });

  it("put the weightiest first", () => {
    const kinds = changesSince(EMPTY_DIGEST, RICH_DIGEST).map(({ kind }) => kind);
    expect([...new Set(kinds)]).toEqual(["phase", "round", "delegation", "position", "event"]);
  });
});
