import { describe, expect, it } from "vitest";
import type { Language } from "../../../src/lib/language.ts";
import { demoDesk } from "../../support/conversations.ts";

/** The day after the round in Muscat, which was on 6 February. */
const DAY_AFTER = new Date("2026-02-07T09:00:00Z");
const desk = demoDesk(() => DAY_AFTER);

async function tellsOf(language: Language, question: string) {
  const digest = await desk.bearing(question, language, DAY_AFTER);
  const said = digest.positions.flatMap(({ statements }) => statements);
  return {
    digest,
    said,
    saidOn: [...new Set(said.map(({ published }) => dayIn(published)))].toSorted(),
    doneOn: [...new Set(digest.events.flatMap(({ date }) => date ?? []))].toSorted(),
  };
}

/** Muscat is four hours ahead, all year. */
const dayIn = (published: string): string =>
  new Date(Date.parse(published) + 4 * 3_600_000).toISOString().slice(0, 10);

const THIRD = ["2026-02-03"];
const SIXTH = ["2026-02-06"];

describe("a question about days", () => {
  it.each([
    ["en", "What happened on 3 February?", THIRD],
    ["ar", "ماذا حدث يوم 3 فبراير؟", THIRD],
    ["fa", "۱۴ بهمن چه شد؟", THIRD],
    ["fa", "روز ۳ فوریه چه اتفاقی افتاد؟", THIRD],
    ["en", "What happened on Friday?", SIXTH],
    ["ar", "ماذا حدث أمس؟", SIXTH],
    ["fa", "دیروز چه شد؟", SIXTH],
  ] as const)(
    "brings what was said and done then alone (%s: %s)",
    async (language, question, days) => {
      const { saidOn, doneOn } = await tellsOf(language, question);
      expect(saidOn).toEqual(days);
      expect(doneOn).toEqual(days);
    },
  );

  it.each([
    ["en", "What happened between 3 and 6 February?"],
    ["ar", "ماذا حدث بين 3 و6 فبراير؟"],
    ["fa", "بین ۱۴ تا ۱۷ بهمن چه شد؟"],
  ] as const)("brings what was done on any of several days (%s)", async (language, question) => {
    const { saidOn, doneOn } = await tellsOf(language, question);
    expect(doneOn).toEqual(expect.arrayContaining([...THIRD, "2026-02-04", ...SIXTH]));
    for (const day of saidOn) expect(day >= "2026-02-03" && day <= "2026-02-06").toBe(true);
  });

  it.each([
    ["en", "What did Araghchi say last Friday?"],
    ["ar", "ماذا قال عراقجي يوم الجمعة الماضي؟"],
    ["fa", "عراقچی جمعه گذشته چه گفت؟"],
  ] as const)("brings the words of whom it is about first (%s)", async (language, question) => {
    const { said, saidOn } = await tellsOf(language, question);
    expect(said[0]?.speaker).toBe("Abbas Araghchi");
    expect(saidOn).toEqual(SIXTH);
  });

  it.each([
    ["en", "What changed since yesterday?"],
    ["ar", "ماذا تغير منذ أمس؟"],
    ["fa", "از دیروز چه تغییر کرد؟"],
  ] as const)(
    "brings what changed since then, and what was said until now (%s)",
    async (language, question) => {
      const { digest, saidOn } = await tellsOf(language, question);
      expect(digest.changes.map(({ kind }) => kind)).toContain("phase");
      expect(saidOn).toContain("2026-02-06");
      for (const day of saidOn) expect(day >= "2026-02-06").toBe(true);
    },
  );

  it.each([
    ["en", "What did Araghchi say before 4 February?"],
    ["ar", "ماذا قال عراقجي قبل 4 فبراير؟"],
    ["fa", "عراقچی پیش از ۱۵ بهمن چه گفت؟"],
  ] as const)("brings what was said until then (%s)", async (language, question) => {
    const { saidOn } = await tellsOf(language, question);
    expect(saidOn.length).toBeGreaterThan(0);
    for (const day of saidOn) expect(day <= "2026-02-04").toBe(true);
  });

  it.each([
    ["en", "What did Araghchi say on 3 January 2020?"],
    ["ar", "ماذا قال عراقجي يوم 3 يناير 2020؟"],
    ["fa", "عراقچی ۱۳ دی ۱۳۹۸ چه گفت؟"],
  ] as const)("brings nothing from other days in their place (%s)", async (language, question) => {
    const { digest, said } = await tellsOf(language, question);
    expect([said, digest.events]).toEqual([[], []]);
  });
});

describe("a question that names no day", () => {
  it.each([
    ["en", "Did Trump threaten Iran?", "Donald Trump"],
    ["ar", "هل هدد ترامب إيران؟", "Donald Trump"],
    ["fa", "آیا ترامپ ایران را تهدید کرد؟", "Donald Trump"],
    ["en", "Did Araghchi say that missiles are off the table?", "Abbas Araghchi"],
    ["ar", "هل قال عراقجي إن الصواريخ خارج التفاوض؟", "Abbas Araghchi"],
    ["fa", "آیا عراقچی گفت درباره موشک‌ها مذاکره نمی‌شود؟", "Abbas Araghchi"],
  ] as const)("brings the words of whom it names (%s: %s)", async (language, question, speaker) => {
    const { said } = await tellsOf(language, question);
    expect(said.slice(0, 3).map((one) => one.speaker)).toContain(speaker);
  });

  it.each([
    ["en", "When is the next round?", "Who leads the delegation?"],
    ["ar", "متى الجولة المقبلة؟", "من يرأس الوفد؟"],
    ["fa", "دور بعدی کی است؟", "رئیس هیئت کیست؟"],
  ] as const)("keeps where the talks stand (%s)", async (language, next, leads) => {
    const known = await desk.digest(DAY_AFTER, null);
    for (const question of [next, leads]) {
      const { digest } = await tellsOf(language, question);
      expect(digest.nextRound).toEqual(known.nextRound);
      expect(digest.lastRound).toEqual(known.lastRound);
      expect(digest.delegations).toEqual(known.delegations);
    }
  });
});
