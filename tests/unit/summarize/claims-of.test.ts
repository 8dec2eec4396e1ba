import { describe, expect, it } from "vitest";
import { calendarDate } from "../../../src/lib/calendar-date.ts";
import { LANGUAGES } from "../../../src/lib/language.ts";
import { EMPTY_DIGEST, iranUsNames, quoteOf, RICH_DIGEST } from "../../support/digests.ts";
import { claimsTold } from "../../support/wordings.ts";

const toldIn = (language: "en" | "ar" | "fa", digest = RICH_DIGEST) =>
  claimsTold(iranUsNames, digest, language);

describe("what a model is given of a digest", () => {
  it("is each claim in the reader's words, with the sources it rests on", () => {
    const [phase, round] = toldIn("en");
    expect(phase).toMatchObject({
      id: "c1",
      fact: { kind: "phase" },
      told: "The talks are scheduled, according to both parties, though sources contradict each other on this, as has been reported since Wednesday 4 February 2026, 22:29 Muscat time.",
      citations: [1, 2, 3],
    });
    expect(round).toMatchObject({ id: "c2", fact: { kind: "next-round" }, citations: [1, 2] });
  });

  it.each([
    ["en", "Friday 6 February 2026 in Muscat, Oman at 10:00 local time", "tomorrow"],
    ["ar", "الجمعة 6 فبراير/شباط 2026 الساعة 10:00 بالتوقيت المحلي", "غداً"],
    ["fa", "جمعه ۱۷ بهمن ۱۴۰۴ (۶ فوریه ۲۰۲۶) ساعت ۱۰:۰۰ به وقت محلی", "فردا"],
  ] as const)("names the day of the round by its date alone, in %s", (language, when, distance) => {
    const told = toldIn(language).map((claim) => claim.told);
    expect(told[1]).toContain(when);
    expect(told.join("\n")).not.toContain(distance);
  });

  it("is the same an hour and a day later, while the digest says the same", () => {
    for (const language of LANGUAGES)
      expect(toldIn(language, { ...RICH_DIGEST, at: "2026-02-05T21:00:00.000Z" })).toEqual(
        toldIn(language),
      );
  });

  it("holds a speaker's words as they were published, and no other sentence of that article", () => {
    const statement = quoteOf({ text: "با حسن نیت\u202e می‌رویم", lang: "fa", citations: [3] });
    const claims = toldIn("en", {
      ...RICH_DIGEST,
      positions: [{ party: "IRN", statements: [statement] }],
    });
    const said = claims.find(({ fact }) => fact.kind === "statement");
    expect(said).toMatchObject({
      told: "Abbas Araghchi, foreign minister of Iran, spoke.",
      originals: [{ text: "با حسن نیت می‌رویم", lang: "fa" }],
    });
  });

  it("says a speaker's words where they are in the reader's language", () => {
    const said = toldIn("fa").find(({ fact }) => fact.kind === "statement");
    expect(said?.told).toContain("«با حسن نیت به مسقط می‌رویم»");
  });

  it.each([
    ["no round was held", null, 1],
    ["the last round was before what it would be the first since", calendarDate(2025, 5, 23), 1],
    ["that meeting was held", calendarDate(2026, 2, 6), 0],
  ] as const)("is a first meeting: where %s, %j, %i", (_, date, count) => {
    const held = date === null ? null : { ...RICH_DIGEST.lastRound!, date };
    const told = toldIn("en", { ...RICH_DIGEST, lastRound: held });
    expect(told.filter(({ fact }) => fact.kind === "milestone")).toHaveLength(count);
  });

  it("is no last round that is the very one under way", () => {
    const nextRound = { ...RICH_DIGEST.nextRound!, status: "underway" as const };
    const rounds = { nextRound, lastRound: { ...RICH_DIGEST.lastRound!, date: nextRound.date } };
    const kinds = toldIn("en", { ...RICH_DIGEST, ...rounds }).map(({ fact }) => fact.kind);
    expect(kinds).toContain("next-round");
    expect(kinds).not.toContain("last-round");
  });

  it("is no move of a round that was held to the day of the next", () => {
    const next = { ...RICH_DIGEST.nextRound!, date: calendarDate(2026, 3, 2) };
    const lastRound = { ...RICH_DIGEST.lastRound!, date: calendarDate(2026, 2, 26) };
    const from = { date: "2026-02-26", venue: lastRound.venue };
    const change = { kind: "round" as const, from, to: next, citations: next.citations };
    const told = toldIn("en", { ...RICH_DIGEST, nextRound: next, lastRound, changes: [change] });
    const changed = told.find(({ fact }) => fact.kind === "change");
    expect(changed?.told).toContain("2 March 2026");
    expect(changed?.told).not.toContain("26 February");
  });

  it("is nothing while nothing is known", () => {
    expect(toldIn("en", EMPTY_DIGEST)).toEqual([]);
  });
});
