import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tidy, visibleText } from "../../../src/articles/visible-text.ts";
import { splitSentences } from "../../../src/articles/sentences.ts";
import { type Joins, tokenize } from "../../../src/articles/tokens.ts";

const NONE: Joins = { next: new Set(), previous: new Set() };
const PERSIAN: Joins = { next: new Set(["مي", "نمي"]), previous: new Set(["ها", "هاي"]) };
const words = (text: string, joins = NONE) => tokenize(text, joins).map((token) => token.text);

describe("words", () => {
  it.each([
    ["a hyphen divides a word and leaves no mark", "Takht-Ravanchi", ["takht", "ravanchi"]],
    [
      "letters and digits part",
      "F-35, 10am and الـ12",
      ["f", "-", "35", ",", "10", "am", "and", "ال", "12"],
    ],
    ["initials are one word", "the U.S. said", ["the", "us", "said"]],
    ["an apostrophe inside stays", "Iran\u2019s plan", ["iran's", "plan"]],
    ["case and accents fold", "Türkiye Ankara", ["turkiye", "ankara"]],
    ["Arabic letter forms meet Persian ones", "عراقچی إيران أمة", ["عراقچي", "ايران", "امه"]],
    ["tashkeel and tatweel are not spelled", "عُمـان", ["عمان"]],
    ["digits of every script are ASCII", "٦ ۱۷ 5", ["6", "17", "5"]],
    ["a zero-width non-joiner joins", "مذاکره\u200cکننده", ["مذاكرهكننده"]],
  ])("%s", (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it("takes in the Persian particles that are written apart", () => {
    expect(words("می گوید مذاکره ها", PERSIAN)).toEqual(["ميگويد", "مذاكرهها"]);
  });

  it("gives every word the place where it stands, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        let last = 0;
        for (const token of tokenize(text, NONE)) {
          expect(token.start).toBeGreaterThanOrEqual(last);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.end).toBeLessThanOrEqual(text.length);
          last = token.end;
        }
      }),
      { seed: 7 },
    );
  });
});

const sentences = (text: string, abbreviations: string[] = []) =>
  splitSentences(text, tokenize(text, NONE), new Set(abbreviations)).map(({ span }) =>
    text.slice(...span),
  );

describe("sentences", () => {
  it.each([
    ["end at a full stop", "He left. She stayed.", ["He left.", "She stayed."]],
    ["end at an Arabic question mark", "متى؟ غداً.", ["متى؟", "غداً."]],
    [
      "do not end at a decimal",
      "It rose 3.5 percent. Then fell.",
      ["It rose 3.5 percent.", "Then fell."],
    ],
    [
      "do not end after an initial",
      "J. D. Vance spoke. He left.",
      ["J. D. Vance spoke.", "He left."],
    ],
    [
      "keep a quotation whole",
      "\u201cWe came. We saw,\u201d he said. He left.",
      ["\u201cWe came. We saw,\u201d he said.", "He left."],
    ],
    [
      "end with the quotation that ends them",
      "«وصلنا.» وغادر الوفد.",
      ["«وصلنا.»", "وغادر الوفد."],
    ],
    ["end at a line break", "Headline\n\nThe story.", ["Headline", "The story."]],
    ["go on over a wrapped line", "The talks will\nresume soon.", ["The talks will\nresume soon."]],
  ])("%s", (_, text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it("do not end after a known abbreviation", () => {
    expect(sentences("Gen. Caine spoke.", ["gen"])).toEqual(["Gen. Caine spoke."]);
  });

  it("do not let an open quotation mark swallow the article", () => {
    const text = `\u201c${"word ".repeat(400)}. End.`;
    expect(sentences(text).length).toBeGreaterThan(2);
  });

  it("hold every word once, in order, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const tokens = tokenize(text, NONE);
        const found = splitSentences(text, tokens, new Set());
        expect(found.flatMap(({ from, to }) => tokens.slice(from, to))).toEqual(tokens);
      }),
      { seed: 8 },
    );
  });
});

describe("markup", () => {
  it.each([
    ["tags become room", "<b>Talks</b> on", "   Talks     on"],
    [
      "a quotation mark stays in its place",
      "He said &quot;yes&quot;",
      `He said "${"\u2060".repeat(5)}yes"${"\u2060".repeat(5)}`,
    ],
    ["a script is not read", "a<script>alert(1)</script>b", `a${" ".repeat(25)}b`],
    ["a stray sign is itself", "3 < 4 & 5", "3 < 4 & 5"],
    ["an unknown entity is itself", "&nosuchthing;", "&nosuchthing;"],
  ])("%s", (_, raw, visible) => {
    expect(visibleText(raw)).toBe(visible);
  });

  it("never moves a character, whatever the text", () => {
    const piece = fc.constantFrom(
      "<p>",
      "</p>",
      "&amp;",
      "&#1575;",
      "<",
      "&",
      ">",
      "<!--",
      "-->",
      "نص",
      "text",
      "<script>",
      "\ud800",
      '"',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const raw = pieces.join("");
        expect(visibleText(raw)).toHaveLength(raw.length);
      }),
      { seed: 9 },
    );
  });

  it("is gone from what a reader is shown", () => {
    expect(tidy(visibleText("He  said &quot;yes&quot;<br/>today"))).toBe('He said "yes" today');
  });
});
