import { describe, expect, it } from "vitest";
import type { ReadSentence } from "../../../../src/facts/read-article.ts";
import { pairsIn, withoutPairs } from "../../../../src/summarize/check/no-pairs.ts";
import type { SenseWord } from "../../../../src/summarize/check/sense-reading.ts";

const word = (at: number, ...keys: string[]): SenseWord => ({
  at,
  text: "",
  stems: [],
  keys: new Set(keys),
  plain: false,
});

describe("pairs of Arabic words that mean something together", () => {
  it("are two words of one meaning", () => {
    const words = [word(0), word(1, "meaning 7"), word(2, "meaning 7", "meaning 8"), word(3)];
    expect([...pairsIn("ar", words)]).toEqual([1]);
  });

  it.each([
    [
      "three words",
      [word(0, "meaning 7"), word(1, "meaning 7"), word(2, "meaning 7"), word(3)],
      [1],
    ],
    ["words apart", [word(0, "meaning 7"), word(2, "meaning 7")], []],
    ["words of one topic", [word(0, "topic oil"), word(1, "topic oil")], []],
  ] as const)("are not %s", (_, words, pairs) => {
    expect([...pairsIn("ar", words)]).toEqual(pairs);
  });

  it("are not looked for in other languages", () => {
    expect(pairsIn("fa", [word(0, "meaning 7"), word(1, "meaning 7")]).size).toBe(0);
  });
});

const cue = (name: "modality.absence" | "modality.negation", from: number) =>
  ({ sense: { kind: "cue", cue: name }, from, to: from + 1, span: [0, 0] }) as const;

const sentence = (...mentions: ReadSentence["mentions"]): ReadSentence => ({
  index: 0,
  paragraph: 0,
  span: [0, 0],
  from: 0,
  to: 9,
  mentions,
  part: "body",
});

describe("a sentence without the denials in pairs", () => {
  it.each([
    ["keeps a denial outside of pairs", cue("modality.negation", 4), 5, 1],
    ["loses an absence for every word", cue("modality.absence", 1), 5, 0],
    ["loses a denied verb for that verb", cue("modality.negation", 1), 2, 0],
    ["keeps a denied verb for what follows it", cue("modality.negation", 1), 5, 1],
  ] as const)("%s", (_, mention, at, left) => {
    expect(withoutPairs(sentence(mention), new Set([1]), at).mentions).toHaveLength(left);
  });
});
