import { describe, expect, it } from "vitest";
import type { Digest } from "../../../src/digest/digest.ts";
import type { Language } from "../../../src/lib/language.ts";
import { pictureOf } from "../../../src/messages/picture-of.ts";
import { CARD_DIGESTS } from "../../support/cards.ts";
import { EMPTY_DIGEST, iranUsNames } from "../../support/digests.ts";

const SCHEDULED = CARD_DIGESTS["scheduled"] ?? EMPTY_DIGEST;
const captionOf = (digest: Digest, language: Language = "en") =>
  pictureOf(iranUsNames, digest, { language, timeZone: "Asia/Muscat" }).caption;

describe("the line under a picture", () => {
  it.each([
    ["en", "Iran–US talks: Scheduled – Next round: Friday 6 February 2026 (tomorrow)"],
    [
      "ar",
      "المحادثات الإيرانية الأمريكية: محددة الموعد – الجولة المقبلة: الجمعة 6 فبراير/شباط 2026 (غداً)",
    ],
    [
      "fa",
      "مذاکرات ایران و آمریکا: زمان‌بندی‌شده – دور بعدی: فردا، جمعه ۱۷ بهمن ۱۴۰۴ (۶ فوریه ۲۰۲۶)",
    ],
  ] as const)("tells in %s which talks, where they stand and when they go on", (language, line) => {
    expect(captionOf(SCHEDULED, language)).toBe(line);
  });

  it.each([
    ["what sources differ on", CARD_DIGESTS["contested"], "Scheduled; Cancelled"],
    ["that a round is in doubt", CARD_DIGESTS["contested"], "Status: in doubt"],
    ["whose word alone it is", CARD_DIGESTS["one-mans-word"], "on the word of Donald Trump alone"],
    [
      "that nobody told of a round whose day has passed",
      { ...SCHEDULED, unreportedRound: { date: "2026-02-03", citations: [1] } as const },
      "Nothing has been reported on whether the round of Tuesday 3 February 2026 was held",
    ],
  ])("is no surer than the card: it tells %s", (_, digest, words) => {
    expect(captionOf(digest ?? EMPTY_DIGEST)).toContain(words);
  });

  it.each(["cancelled", "postponed"] as const)("names no day of a round that is %s", (status) => {
    const nextRound = { ...SCHEDULED.nextRound!, status };
    expect(captionOf({ ...SCHEDULED, nextRound })).toBe("Iran–US talks: Scheduled");
  });
});
