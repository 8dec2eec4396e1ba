import { describe, expect, it } from "vitest";
import { extractFrom } from "../../support/extract-news.ts";

describe("what the parties disagree on", () => {
  it.each([
    ["en", "Iran, US differ over the venue of their talks", ["venue open"]],
    [
      "en",
      "Iran, US argued over place and format of talks, but finally agreed on Muscat",
      ["venue settled", "format settled"],
    ],
    [
      "en",
      "Iran insists talks with US be indirect; Washington wants face-to-face meeting",
      ["format open"],
    ],
    [
      "en",
      "Iran and the US had disagreed over the venue of the talks before they agreed on Muscat",
      ["venue settled"],
    ],
    ["en", "The dispute over the venue of Iran-US talks has not been settled", ["venue open"]],
    [
      "en",
      "US, Iran differ over agenda of talks. Both sides finally agreed to meet in Muscat",
      ["agenda open"],
    ],
    [
      "ar",
      "وكان الطرفان الإيراني والأمريكي قد اختلفا على مكان المحادثات قبل أن يتفقا على مسقط",
      ["venue settled"],
    ],
    ["ar", "الخلاف بين إيران وأمريكا على مكان المحادثات لم يحسم بعد", ["venue open"]],
    [
      "fa",
      "ایران و آمریکا پیش از آنکه بر سر مسقط توافق کنند بر سر محل مذاکرات اختلاف پیدا کرده بودند",
      ["venue settled"],
    ],
    ["fa", "اختلاف ایران و آمریکا بر سر محل مذاکرات هنوز حل نشده است", ["venue open"]],
    ["en", "US and Iran still at odds over agenda of talks", ["agenda open"]],
    ["en", "Iran and US to hold talks in Geneva on Thursday", []],
    ["ar", "خلاف بين إيران وأمريكا على مكان المحادثات", ["venue open"]],
    [
      "ar",
      "دار نقاش بين واشنطن وطهران حول مكان وشكل المحادثات لكن الجانبين اتفقا في النهاية",
      ["venue settled", "format settled"],
    ],
    ["ar", "طهران تصر على محادثات غير مباشرة وواشنطن تريد لقاء مباشرا", ["format open"]],
    ["ar", "خلاف على جدول أعمال المحادثات بين إيران وأمريكا", ["agenda open"]],
    ["fa", "اختلاف ایران و آمریکا بر سر محل مذاکرات", ["venue open"]],
    [
      "fa",
      "اختلاف ایران و آمریکا بر سر محل و قالب مذاکرات سرانجام حل شد",
      ["venue settled", "format settled"],
    ],
    ["fa", "اختلاف ایران و آمریکا بر سر دستور کار مذاکرات", ["agenda open"]],
  ] as const)("[%s] %s", (lang, title, expected) => {
    const { disagreements } = extractFrom({ lang, title });
    const told = disagreements.map(
      ({ about, settled }) => `${about} ${settled ? "settled" : "open"}`,
    );
    expect(told).toEqual(expected);
  });
});
