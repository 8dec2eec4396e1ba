import { describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "../../../../src/lib/language.ts";
import type { Claim } from "../../../../src/summarize/claim.ts";
import { openArchive } from "../../../eval/model/claims-at.ts";

const archive = openArchive();
const checker = archive.core.checker();

const DAY_MS = 86_400_000;
const DAYS = Array.from({ length: 60 }, (_, day) =>
  new Date(Date.parse("2026-01-19T18:00:00Z") + day * DAY_MS).toISOString(),
);

/** Every claim of the demo corpus that is told otherwise than one before. */
const claimsIn = (language: Language): readonly Claim[] => [
  ...new Map(
    DAYS.flatMap((at) => archive.claims(at, language)).map((claim) => [claim.told, claim]),
  ).values(),
];

const stands = (text: string, claims: readonly Claim[], language: Language): boolean =>
  checker.sentence(text, claims, language).kind === "supported";

describe.each(LANGUAGES)("the wordings in %s", (language) => {
  it("read back every claim that they tell", () => {
    const fallen = claimsIn(language).filter(
      ({ told, ...claim }) => !stands(told, [{ told, ...claim }], language),
    );
    expect(fallen.map(({ told }) => told)).toEqual([]);
  });

  it("let no event bear out another", () => {
    const borneOut = DAYS.filter((_, day) => day % 5 === 0).flatMap((at) => {
      const events = archive.claims(at, language).filter(({ fact }) => fact.kind === "event");
      return events.flatMap(({ told }) =>
        events
          .filter((other) => other.told !== told && stands(told, [other], language))
          .map((other) => [told, other.told]),
      );
    });
    expect(borneOut).toEqual([]);
  });
});
