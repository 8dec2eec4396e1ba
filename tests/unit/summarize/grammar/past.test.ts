import { describe, expect, it } from "vitest";
import { loadCore } from "../../../../src/app/core.ts";
import { LANGUAGES } from "../../../../src/lib/language.ts";
import { demoDesk } from "../../../support/conversations.ts";
import { claimsTold } from "../../../support/wordings.ts";

const WEEKS_AFTER = new Date("2026-02-27T09:00:00Z");
const desk = demoDesk(() => WEEKS_AFTER);
const checker = loadCore("iran-us").checker();

async function pastIn(language: (typeof LANGUAGES)[number], question: string) {
  const digest = await desk.bearing(question, language, WEEKS_AFTER);
  return claimsTold(desk.names, digest, language).filter(
    ({ fact }) => fact.kind === "past-phase" || fact.kind === "past-round",
  );
}

const verdict = (
  text: string,
  ...[claims, language]: [Parameters<typeof checker.sentence>[1], "en"]
) => checker.sentence(text, claims, language).kind;

describe("what was so on a day asked about", () => {
  it.each(LANGUAGES)(
    "is told and read back with its day, whose word it was and where (%s)",
    async (language) => {
      const past = await pastIn(language, "3/2/2026 - 6/2/2026, 4 February 2026, 6 February 2026");
      expect(past.map(({ fact }) => fact.kind)).toEqual(
        expect.arrayContaining(["past-phase", "past-round"]),
      );
      for (const claim of past)
        expect([claim.told, checker.sentence(claim.told, [claim], language).kind]).toEqual([
          claim.told,
          "supported",
        ]);
    },
  );

  it("is cited from the sources of that time", async () => {
    const digest = await desk.bearing("What happened on 4 February?", "en", WEEKS_AFTER);
    const { phases = [] } = digest.past ?? {};
    expect(phases.map(({ phase }) => phase)).toContain("cancelled");
    for (const { citations, date } of phases)
      for (const n of citations) {
        const source = digest.sources.find((one) => one.n === n);
        expect(source?.published.slice(0, 10) ?? "").toMatch(/^2026-02-0[34]$/);
        expect(date).toBe("2026-02-04");
      }
  });

  it.each([
    [
      "without its day",
      "It was reported that the talks had been cancelled, according to independent outlets, though sources contradict each other on this.",
    ],
    [
      "as of today",
      "The talks have been cancelled, according to independent outlets, though sources contradict each other on this.",
    ],
    [
      "on another day",
      "On 5 February 2026 it was reported that the talks had been cancelled, according to independent outlets, though sources contradict each other on this.",
    ],
    [
      "without whose word it was",
      "On 4 February 2026 it was reported that the talks had been cancelled.",
    ],
    [
      "as another phase",
      "On 4 February 2026 it was reported that the talks had collapsed, according to independent outlets, though sources contradict each other on this.",
    ],
  ])("does not stand %s", async (_, text) => {
    const past = await pastIn("en", "What happened on 4 February 2026?");
    const cancelled = past.filter(({ told }) => told.includes("had been cancelled"));
    expect(cancelled).toHaveLength(1);
    expect(verdict(text, cancelled, "en")).toBe("unsupported");
    expect(
      verdict(
        "Reports said on 4 February 2026 that the talks had been called off, according to independent outlets, though sources contradict each other on this.",
        cancelled,
        "en",
      ),
    ).toBe("supported");
  });
});
