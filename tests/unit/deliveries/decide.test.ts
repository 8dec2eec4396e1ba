import { describe, expect, it } from "vitest";
import { certaintyOf } from "../../../src/deliveries/certainty.ts";
import { decide } from "../../../src/deliveries/decide.ts";
import { occasionIdOf } from "../../../src/deliveries/identify.ts";
import type { Occasion, OccasionKind } from "../../../src/deliveries/occasion.ts";
import { eventOf, RICH_DIGEST } from "../../support/digests.ts";
import { type Choices, clock, subscriptionOf } from "../../support/planning-story.ts";

const NOW = new Date("2026-02-05T18:00:00Z");
const DIGEST = { ...RICH_DIGEST, confidence: 0.7 };
const PHASE = { kind: "phase", from: "in-doubt", to: "scheduled" } as const;
const EVENT = { kind: "event", event: eventOf({ intensity: -5.5, citations: [2] }) } as const;
const ALERT: OccasionKind = { kind: "alert", alerts: [PHASE, EVENT] };
const MOMENT = { kind: "round-moment", round: RICH_DIGEST.nextRound! } as const;

const occasionOf = (what: OccasionKind, expiresAt = "2026-02-05T23:00:00Z"): Occasion => ({
  id: occasionIdOf("test"),
  talks: "iran-us",
  at: NOW,
  expiresAt: new Date(expiresAt),
  what,
  digest: "",
});
const decided = (choices: Choices, what: OccasionKind = ALERT, expiresAt?: string) => {
  const decision = decide(
    subscriptionOf("reader", choices),
    { occasion: occasionOf(what, expiresAt), digest: DIGEST },
    NOW,
  );
  return decision.kind === "skip" ? decision.reason : decision.kind;
};

const NIGHT = { from: clock("21:00"), until: clock("07:00") };

describe("who is told", () => {
  it.each([
    ["everyone who wants it", {}, "send"],
    ["nobody who paused", { status: { kind: "paused", until: null } }, "paused"],
    [
      "nobody whose pause goes on",
      { status: { kind: "paused", until: new Date("2026-02-06") } },
      "paused",
    ],
    ["who paused until now", { status: { kind: "paused", until: NOW } }, "send"],
    ["nobody who left", { status: { kind: "ended", at: NOW, reason: "blocked" } }, "ended"],
    ["nobody who wants other kinds", { alerts: ["round"] }, "not-wanted"],
    ["nobody who wants surer news", { minimumConfidence: 0.9 }, "too-uncertain"],
    ["nobody who wants graver events", { alerts: ["event"], eventIntensity: -8 }, "too-mild"],
    ["later who sleeps", { quietHours: NIGHT }, "hold"],
  ] as const)("%s", (_, choices, expected) => {
    expect(decided(choices as Choices)).toBe(expected);
  });

  it("only of the part that is wanted", () => {
    const subscription = subscriptionOf("reader", { alerts: ["event"] });
    const decision = decide(subscription, { occasion: occasionOf(ALERT), digest: DIGEST }, NOW);
    expect(decision.kind === "send" ? decision.what : null).toEqual({
      kind: "alert",
      alerts: [EVENT],
    });
  });

  it("nobody of what has expired", () =>
    expect(decided({}, ALERT, "2026-02-05T18:00:00Z")).toBe("expired"));
});

describe("a round's moment", () => {
  it.each([
    ["day-before", { roundMoments: ["day-before"] }, "send"],
    ["day-before", {}, "not-wanted"],
    ["day-before", { roundMoments: ["day-before"], quietHours: NIGHT }, "hold"],
    ["hour-before", { roundMoments: ["hour-before"], quietHours: NIGHT }, "send"],
    ["start", { roundMoments: ["start"] }, "already-told"],
    ["start", { roundMoments: ["start"], alerts: [] }, "send"],
    ["end", { roundMoments: ["end"] }, "send"],
  ] as const)("%s, where wanted is %o", (moment, choices, expected) => {
    expect(decided(choices as Choices, { ...MOMENT, moment })).toBe(expected);
  });
});

describe("an operator's words", () => {
  it("wait for the morning rather than be told as news", () => {
    const what: OccasionKind = { kind: "broadcast", words: { en: "Hello" } };
    const subscription = subscriptionOf("reader", { quietHours: NIGHT });
    const decision = decide(subscription, { occasion: occasionOf(what), digest: DIGEST }, NOW);
    expect(decision).toMatchObject({ kind: "send", dueAt: new Date("2026-02-06T03:00:00Z") });
  });
});

describe("how sure a thing is", () => {
  it("grows with other sources, not with more of one", () => {
    const eventBy = (...citations: [number, ...number[]]) =>
      certaintyOf({ kind: "event", event: eventOf({ citations }) }, DIGEST);
    expect(eventBy(6)).toBe(0.5);
    expect(eventBy(6, 7)).toBe(0.75);
    expect(eventBy(2)).toBe(0.75);
    const copies = DIGEST.sources.map((source) => ({ ...source, source: "One Daily" }));
    const event = eventOf({ citations: [6, 7] });
    expect(certaintyOf({ kind: "event", event }, { ...DIGEST, sources: copies })).toBe(0.5);
  });

  it("of a round is the parties' word, where they gave it", () => {
    const to = { ...MOMENT.round, confirmation: "both-parties", citations: [6] } as const;
    expect(certaintyOf({ kind: "round", from: null, to }, DIGEST)).toBe(0.9);
  });
});
