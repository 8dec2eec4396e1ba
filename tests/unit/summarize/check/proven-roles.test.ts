import { describe, expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import { loadChecker } from "./load-checker.ts";
import { senseClaims } from "./sense-claims.ts";

const checker = loadChecker();

function roleFaults(language: Language, cited: string, text: string): number {
  const verdict = checker.sentence(text, senseClaims(cited, language), language);
  if (verdict.kind === "supported") return 0;
  return verdict.faults.filter(({ about }) => about === "role").length;
}

type Case = readonly [language: Language, cited: string, text: string];

const PROVEN: readonly Case[] = [
  ["en", "sanctions", "The United States sanctions Iran."],
  ["en", "sanctions", "Iran was sanctioned by the United States."],
  ["en", "sanctions", "US sanctions on Iran concern shipping."],
  ["ar", "sanctions", "فرضت الولايات المتحدة عقوبات على إيران."],
  ["fa", "sanctions", "آمریکا ایران را تحریم کرد."],
  [
    "en",
    "team",
    "Steve Witkoff, the special envoy, heads the American delegation with Jared Kushner.",
  ],
  ["ar", "team", "يرأس المبعوث الخاص ستيف ويتكوف وفد الولايات المتحدة."],
  ["fa", "team", "استیو ویتکاف رئیس هیئت آمریکاست و جرد کوشنر، داماد رئیس‌جمهور، عضو آن است."],
  [
    "en",
    "tried",
    "US Central Command said Iranian gunboats tried to stop an American merchant ship.",
  ],
  [
    "en",
    "tried only",
    "US Central Command accuses Iran, and Araghchi rejects all but the nuclear file.",
  ],
];

const UNPROVEN: readonly Case[] = [
  ["en", "sanctions", "Iran sanctions the United States."],
  ["en", "sanctions", "The United States was sanctioned by Iran."],
  ["en", "sanctions", "Iran's sanctions on the United States concern shipping."],
  ["en", "sanctions", "There were sanctions by Iran."],
  ["en", "sanctions", "The United States threatens Iran."],
  ["ar", "sanctions", "فرضت إيران عقوبات على الولايات المتحدة."],
  ["ar", "sanctions", "هاجمت إيران الولايات المتحدة."],
  ["fa", "sanctions", "ایران آمریکا را تحریم کرد."],
  ["fa", "sanctions", "تحریم از سوی ایران بود."],
  ["en", "team", "Jared Kushner heads the American delegation."],
  ["en", "team", "Steve Witkoff, the president's son-in-law, heads the American delegation."],
  ["en", "team", "Steve Witkoff, the former special envoy, heads the American delegation."],
  ["ar", "team", "ستيف ويتكوف صهر الرئيس يرأس وفد الولايات المتحدة."],
  ["fa", "team", "جرد کوشنر رئیس هیئت آمریکاست."],
  ["en", "tried", "US Central Command said an American ship tried to stop Iranian gunboats."],
  ["en", "tried only", "Araghchi said that Iranian gunboats tried to stop an American ship."],
];

describe("who does what, who heads whom, and whose words they are", () => {
  it.each(PROVEN)("lets stand (%s, %s): %s", (language, cited, text) => {
    expect(roleFaults(language, cited, text)).toBe(0);
  });
  it.each(UNPROVEN)("drops (%s, %s): %s", (language, cited, text) => {
    expect(roleFaults(language, cited, text)).toBeGreaterThan(0);
  });
});
