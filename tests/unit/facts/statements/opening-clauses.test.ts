import { describe, expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import { QUOTED, REPORTED, type Said, told } from "./told.ts";

const CASES: readonly (readonly [lang: Language, body: string, expected: readonly Said[]])[] = [
  [
    "en",
    "Two days after Marco Rubio said a deal was within reach, his envoy flew home without comment.",
    [["Marco Rubio", "USA", REPORTED, "a deal was within reach"]],
  ],
  [
    "en",
    'A week after Baghaei said that no letter had "ever been sent," his deputy would not say more.',
    [["Esmail Baghaei", "IRN", REPORTED, 'no letter had "ever been sent,"']],
  ],
  [
    "en",
    "While Araghchi said the sides had narrowed their differences, Witkoff insisted that enrichment must end.",
    [
      ["Abbas Araghchi", "IRN", REPORTED, "the sides had narrowed their differences"],
      ["Steve Witkoff", "USA", REPORTED, "enrichment must end"],
    ],
  ],
  [
    "en",
    "Although Rubio said that the tankers, the banks and the ports would be spared, Gharibabadi insisted that nothing had changed.",
    [["Kazem Gharibabadi", "IRN", REPORTED, "nothing had changed"]],
  ],
  [
    "ar",
    "وفيما قال ويتكوف إن المحادثات كانت بناءة، غادر عراقجي جنيف من دون تعليق.",
    [["Steve Witkoff", "USA", REPORTED, "المحادثات كانت بناءة"]],
  ],
  [
    "ar",
    "بعد أن أعلن روبيو أن المهلة انتهت، رفض غريب آبادي التعليق على الموعد.",
    [["Marco Rubio", "USA", REPORTED, "المهلة انتهت"]],
  ],
  [
    "ar",
    "وبعدما أكدت ليفيت أن الوفد سيعود، قال بقائي إن بلاده لم تتلق أي دعوة.",
    [
      ["Karoline Leavitt", "USA", REPORTED, "الوفد سيعود"],
      ["Esmail Baghaei", "IRN", REPORTED, "بلاده لم تتلق أي دعوة"],
    ],
  ],
  [
    "fa",
    "در حالی که روبیو گفته بود توافق نزدیک است، قیمت نفت کاهش یافت.",
    [["Marco Rubio", "USA", REPORTED, "توافق نزدیک است"]],
  ],
  [
    "fa",
    "پس از آنکه ونس گفت هیئت به ژنو بازمی‌گردد، بقائی تأکید کرد که دعوتی نرسیده است.",
    [
      ["J.D. Vance", "USA", REPORTED, "هیئت به ژنو بازمی‌گردد"],
      ["Esmail Baghaei", "IRN", REPORTED, "دعوتی نرسیده است"],
    ],
  ],
  [
    "fa",
    "با آنکه روبیو گفت پیشنهاد تازه جدی است، غریب‌آبادی آن را «تله‌ای آراسته» خواند.",
    [
      ["Marco Rubio", "USA", REPORTED, "پیشنهاد تازه جدی است"],
      ["Kazem Gharibabadi", "IRN", QUOTED, "تله‌ای آراسته"],
    ],
  ],
];

describe("a sentence that opens with what another said", () => {
  it.each(CASES)("ends those words before its main clause (%s): %s", (lang, body, expected) => {
    expect(told({ lang, body })).toEqual(expected);
  });
});
