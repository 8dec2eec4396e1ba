import { expect, it } from "vitest";
import type { Language } from "../../../src/lib/language.ts";
import { extractFrom } from "../../support/extract-news.ts";

type Case = readonly [lang: Language, title: string];

const claimIn = ([lang, title]: Case): string => {
  const { phase } = extractFrom({ lang, title });
  if (phase === null) return "none";
  const { attribution } = phase;
  const by = "actor" in attribution ? attribution.actor : attribution.kind;
  return `${phase.phase} by ${by}${phase.hedged ? ", hedged" : ""}`;
};

const DENIED: readonly Case[] = [
  ["en", "Iran dismisses a report that the talks with the US have been called off"],
  ["en", "Tehran rejects a channel's claim that the talks with Washington were postponed"],
  ["en", "Iran rejected as baseless a newspaper story that talks with the US had been cancelled"],
  ["en", "Iran waves aside rumours of a cancellation of its talks with the United States"],
  ["ar", "طهران ترفض مزاعم صحيفة بشأن إلغاء المفاوضات مع واشنطن"],
  ["ar", "إيران تنفي صحة ما أوردته قناة عن تأجيل المحادثات مع أمريكا"],
  ["ar", "إيران تكذب خبر إلغاء المفاوضات مع الولايات المتحدة"],
  ["fa", "ایران ادعای یک شبکه درباره لغو مذاکرات با آمریکا را رد کرد"],
  ["fa", "تهران شایعه تعویق مذاکرات با واشنگتن را بی‌اساس خواند"],
  ["fa", "ایران گزارش‌ها درباره لغو گفت‌وگو با آمریکا را تکذیب کرد"],
];

it.each(DENIED)("[%s] takes what is denied for denied, by whom denies it: %s", (...news) => {
  expect(claimIn(news)).toBe("scheduled by IRN");
});

const TOLD: readonly Case[] = [
  ["en", "Reports say that the talks between Iran and the US were cancelled"],
  ["en", "Iran confirmed reports that its talks with the US were cancelled"],
  ["ar", "أفادت تقارير بأن إيران ألغت المحادثات مع أمريكا"],
  ["fa", "شبکه خبر داد مذاکرات ایران و آمریکا لغو شد"],
];

it.each(TOLD)("[%s] takes what is only reported for told: %s", (...news) => {
  expect(claimIn(news)).toContain("cancelled");
});

it("tells nothing of what is neither confirmed nor denied", () => {
  expect(
    claimIn([
      "en",
      "Iran neither confirmed nor denied reports that talks with the US were cancelled",
    ]),
  ).toBe("none");
});
