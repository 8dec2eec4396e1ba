import { array, assert, constantFrom, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { foldWord } from "../../../src/articles/word-forms.ts";
import { isSameName } from "../../../src/summarize/same-name.ts";

const wordsOf = (name: string) => name.split(/[\s-]+/u).map(foldWord);
const isSame = (one: string, other: string) => [
  isSameName(wordsOf(one), wordsOf(other)),
  isSameName(wordsOf(other), wordsOf(one)),
];

describe("a name in another script", () => {
  it.each([
    ["سالم الكرمي", "Salem al-Karmi"],
    ["سالم الكرمي", "سالم الکرمی"],
    ["يوسف عبد الله", "Youssef Abdullah"],
    ["محمدرضا چگینی", "Mohammad-Reza Chegini"],
    ["پژمان گلزار", "بجمان غلزار"],
    ["اسماعیل رضایی", "إسماعيل رضائي"],
    ["رضایی", "Rezaei"],
    ["رضایی", "Rezaee"],
    ["فاطمة الزهراني", "Fatima Al Zahrani"],
    ["جون هولواي", "John Holloway"],
    ["Vance Cooper", "فانس كوبر"],
    ["George Stone", "جورج ستون"],
  ])("%s is %s", (one, other) => {
    expect(isSame(one, other)).toEqual([true, true]);
  });

  it.each([
    ["سالم الكرمي", "Salem al-Karam"],
    ["سالم الكرم", "Salem al-Karmi"],
    ["سالم الكرم", "سالم الکرمی"],
    ["ناصر", "Nasiri"],
    ["سلیمی", "Salami"],
    ["سلیمی", "سلامی"],
    ["كريم", "Karami"],
    ["حسن", "Hossein"],
    ["حسن", "Mohsen"],
    ["بهروز", "Bahram"],
    ["سلمان", "Soleiman"],
    ["Salem", "Salim"],
    ["", ""],
  ])("%s is not %s", (one, other) => {
    expect(isSame(one, other)).toEqual([false, false]);
  });

  it("is read in time, whatever it is", () => {
    const letters = constantFrom("\u0627", "\u064a", "\u0648", "a", "e", "i", "y", "-");
    const words = array(string({ unit: letters, maxLength: 60 }), { maxLength: 4 });
    assert(
      property(words, words, (one, other) => {
        expect(isSameName(one, other)).toBe(isSameName(other, one));
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});
