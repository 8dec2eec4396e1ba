import { expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import { extractFrom } from "../../../support/extract-news.ts";

type Case = readonly [lang: Language, title: string];

const wordIn = ([lang, title]: Case) =>
  extractFrom({ lang, title }).phase?.attribution.kind ?? "none";

const JOINT: readonly Case[] = [
  ["en", "Iran and the US say in a joint statement that the next round opens on Friday in Geneva"],
  ["en", "Joint Iran-US communique: talks to resume in Oslo on Friday"],
  ["en", "Iran-US talks will resume on Friday, the two sides said in a joint statement"],
  ["en", "Oman read out a joint statement of Iran and the US: talks will be held on Friday"],
  ["ar", "إيران والولايات المتحدة في بيان مشترك: الجولة المقبلة في جنيف الجمعة"],
  ["ar", "قال الجانبان في بيان مشترك إن محادثات إيران وأمريكا ستستأنف الجمعة"],
  ["fa", "بیانیه مشترک ایران و آمریکا: مذاکرات جمعه در ژنو از سر گرفته می‌شود"],
  ["fa", "دو طرف در بیانیه‌ای مشترک اعلام کردند مذاکرات ایران و آمریکا جمعه برگزار می‌شود"],
];

it.each(JOINT)("[%s] is the word of both: %s", (...news) => {
  expect(wordIn(news)).toBe("joint");
});

const OTHERS: readonly Case[] = [
  ["en", "France and Germany in a joint statement urged Iran and the US to resume talks on Friday"],
  ["en", "Iran and Oman said in a joint statement that talks with the US will resume on Friday"],
  ["en", "Oman and Qatar said in a joint statement that Iran and the US will meet on Friday"],
  ["en", "Iran and the US will issue a joint statement after they meet on Friday"],
  ["en", "Iran and the US ended their talks without a joint statement"],
  ["ar", "إيران وعمان في بيان مشترك: المحادثات مع أمريكا ستستأنف الجمعة"],
  ["ar", "انتهت محادثات إيران والولايات المتحدة دون بيان مشترك"],
  ["fa", "ایران و عمان در بیانیه مشترک گفتند مذاکرات با آمریکا جمعه برگزار می‌شود"],
];

it.each(OTHERS)("[%s] is not the word of both: %s", (...news) => {
  expect(wordIn(news)).not.toBe("joint");
});
