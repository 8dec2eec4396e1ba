import { describe, expect, it } from "vitest";
import { readArabicEvents, scoreArabicEvents } from "../../eval/public/arabic-events.ts";
import { readCsv } from "../../eval/public/csv.ts";
import { scoreDates } from "../../eval/public/date-lines.ts";
import { readParstdex } from "../../eval/public/parstdex.ts";
import { readPloverSet, scorePlover, spansOf } from "../../eval/public/plover-gsr.ts";
import { readRecognizers } from "../../eval/public/recognizers-ar.ts";

describe("PLOVER records", () => {
  it("reads the marked actors out of the sentence", () => {
    const marked = spansOf("(SRC: Ruritania) (EVT: rejected) a plan of (TAR: Freedonia).");

    expect(marked?.text).toBe("Ruritania rejected a plan of Freedonia.");
    expect(marked?.text.slice(...(marked?.source ?? []))).toBe("Ruritania");
    expect(marked?.text.slice(...(marked?.target ?? []))).toBe("Freedonia");
  });

  it("takes two mutual actors as source and target", () => {
    const marked = spansOf("(SRC/TAR: Ruritania) and (SRC/TAR: Freedonia) (EVT: met)");

    expect([marked?.source, marked?.target]).toEqual([
      [0, 9],
      [14, 23],
    ]);
  });

  it.each([
    "(SRC: Ruritania) spoke",
    "(TAR: Freedonia) fell",
    "(SRC: A) (EVT: met} (LOC:in (TAR: B))",
  ])("leaves out %s", (markup) => {
    const marked = spansOf(markup);

    expect(marked === null || !marked.text.includes("(SRC")).toBe(true);
  });

  it("maps names of older versions", () => {
    const records = [
      { id: "1", event: "DEMAND", textInfo: { markup: "(SRC: A) (EVT: asked) (TAR: B)" } },
      { id: "2", event: "YIELD", textInfo: { markup: "(SRC: A) (EVT: gave in to) (TAR: B)" } },
      { id: "3", event: "DOCUMENT" },
    ];
    const sentences = readPloverSet(JSON.stringify(records));

    expect(sentences.map(({ types }) => types)).toEqual([["REQUEST"], ["CONCEDE", "RETREAT"]]);
    const { macroF1 } = scorePlover(
      sentences,
      new Map([
        ["1", "REQUEST"],
        ["2", "RETREAT"],
      ]),
    );
    expect(macroF1).toBe(1);
  });
});

describe("Arabic events", () => {
  const csv =
    ',event_type,label,text\n0,PROTEST,yes,تظاهر العمال\n1,PROTEST,difficult no,"قال ""نعم"", ثم"\n2,PROTEST,ambiguous,س\n';

  it("reads quoted cells", () => {
    expect(readCsv(csv)[1]?.["text"]).toBe('قال "نعم", ثم');
  });

  it("counts an event told where readers found none", () => {
    const sentences = readArabicEvents(csv);
    const told = new Map(sentences.map(({ item }) => [item.id, "PROTEST"]));

    expect(scoreArabicEvents(sentences, told)).toMatchObject({
      right: 1,
      predicted: 2,
      found: 1,
      expected: 1,
    });
  });
});

describe("dates", () => {
  const [text] = readParstdex(
    JSON.stringify([{ test_input: "آبان همان سال", expected: "[[0, 13]]" }]),
  );
  const texts = text === undefined ? [] : [text];

  it("asks for the very range, or for half of it", () => {
    const found = new Map([["parstdex-0", [[0, 9] as const]]]);

    expect(scoreDates(texts, found, true)).toMatchObject({ right: 0, found: 0, expected: 1 });
    expect(scoreDates(texts, found, false)).toMatchObject({ right: 1, found: 1, expected: 1 });
  });

  it("leaves out texts about lengths of time, and mends offsets that are off by a space", () => {
    const context = { ReferenceDateTime: "2016-11-07T00:00:00" };
    const cases = [
      {
        Input: "سأعود أكتوبر/ 2",
        Context: context,
        Results: [{ Text: " أكتوبر/ 2", Start: 5, TypeName: "datetimeV2.date" }],
      },
      {
        Input: "ثلاث ساعات",
        Context: context,
        Results: [{ Text: "ثلاث ساعات", Start: 0, TypeName: "datetimeV2.duration" }],
      },
    ];

    expect(readRecognizers("x", JSON.stringify(cases)).map(({ spans }) => spans)).toEqual([
      [[6, 15]],
    ]);
  });
});
