import { expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import { extractFrom } from "../../../support/extract-news.ts";

type Case = readonly [lang: Language, sentence: string, stance: string];

const CASES: readonly Case[] = [
  [
    "en",
    "Araghchi said the Americans did not demand zero enrichment in the talks with Iran.",
    "denies",
  ],
  [
    "en",
    "Araghchi said the latest sanctions show a lack of seriousness about talks with Iran.",
    "accuses",
  ],
  ["en", "Witkoff said all options are on the table if the talks with Iran fail.", "threatens"],
  ["ar", "قال عراقجي إن واشنطن لم تطالب بوقف التخصيب في المفاوضات مع إيران.", "denies"],
  ["ar", "قال عراقجي إن العقوبات دليل على انعدام الجدية في المفاوضات مع إيران.", "accuses"],
  ["fa", "عراقچی گفت تحریم‌های تازه نشانه عدم جدیت آمریکا در مذاکرات با ایران است.", "accuses"],
];

it.each(CASES)("[%s] tells what is said from its opposite: %s", (lang, title, stance) => {
  expect(extractFrom({ lang, title }).statements.map((one) => one.stance)).toEqual([stance]);
});
