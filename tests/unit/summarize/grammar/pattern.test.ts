import { describe, expect, it } from "vitest";
import { parsePattern } from "../../../../src/summarize/grammar/pattern.ts";

const word = (...choices: string[]) => expect.objectContaining({ kind: "word", choices });
const sequence = (...parts: unknown[]) => ({ kind: "sequence", parts });

describe("a wording", () => {
  it("is read as words, choices, options and slots", () => {
    expect(parsePattern("the talks|negotiations [in {place}] , *")).toEqual(
      sequence(
        word("the"),
        word("talks", "negotiations"),
        {
          kind: "optional",
          part: sequence(word("in"), {
            kind: "slot",
            name: "place",
            isList: false,
            isSubject: false,
          }),
        },
        { kind: "mark", text: "," },
        { kind: "sides" },
      ),
    );
  });

  it("tells subjects and lists from other slots, and phrases from words", () => {
    expect(parsePattern("{@speaker} on {topic+} <again>")).toEqual(
      sequence(
        { kind: "slot", name: "speaker", isList: false, isSubject: true },
        word("on"),
        { kind: "slot", name: "topic", isList: true, isSubject: false },
        { kind: "phrase", name: "again" },
      ),
    );
  });

  it("has ways to choose from in brackets", () => {
    expect(parsePattern("( called off | cancelled )")).toEqual(
      sequence({
        kind: "choice",
        options: [sequence(word("called"), word("off")), sequence(word("cancelled"))],
      }),
    );
  });

  it.each(["the talks [in Muscat", "the talks ) go on", "the ( ) talks", "a ( b | ) c"])(
    "is refused where brackets do not fit: %s",
    (text) => {
      expect(() => parsePattern(text)).toThrow(SyntaxError);
    },
  );
});
