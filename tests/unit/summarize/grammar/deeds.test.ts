import { describe, expect, it } from "vitest";
import type { PloverType } from "../../../../src/facts/plover.ts";
import type { ClaimFact } from "../../../../src/summarize/claim.ts";
import { judgeOn } from "./made-claims.ts";

const did = (source: string, type: PloverType, target: string): ClaimFact => ({
  kind: "event",
  event: {
    type,
    mode: null,
    intensity: 0,
    source,
    target,
    topics: [],
    date: null,
    modality: "asserted",
    citations: [1],
  },
});

const DEMANDS = [did("OMN", "REQUEST", "IRN"), did("OMN", "REQUEST", "USA")];
const OTHERS = [did("OMN", "REQUEST", "IRN"), did("OMN", "THREATEN", "USA")];

describe("what somebody did to several", () => {
  it.each([
    ["en", "Oman made a demand on Iran and the United States."],
    ["en", "Oman made a demand on Iran and on the United States."],
    ["ar", "وجّهت سلطنة عُمان مطالبة إلى إيران والولايات المتحدة."],
    ["fa", "عمان از ایران و آمریکا درخواستی کرد."],
  ] as const)("is told at once where it is the same deed (%s): %s", (language, text) => {
    expect(judgeOn(DEMANDS, language, text)).toBe("supported");
    expect(judgeOn(OTHERS, language, text)).toBe("unsupported");
    expect(judgeOn(DEMANDS.slice(0, 1), language, text)).toBe("unsupported");
  });

  it("is not another's deed who did something else", () => {
    const facts = [did("OMN", "REQUEST", "IRN"), did("QAT", "THREATEN", "IRN")];
    expect(judgeOn(facts, "en", "Oman and Qatar made a demand on Iran.")).toBe("unsupported");
    const same = [did("OMN", "THREATEN", "IRN"), did("QAT", "THREATEN", "IRN")];
    expect(judgeOn(same, "en", "Oman and Qatar threatened Iran.")).toBe("supported");
  });

  it("is not done by those to whom it was done", () => {
    expect(judgeOn(DEMANDS, "en", "Iran and the United States made a demand on Oman.")).toBe(
      "unsupported",
    );
  });
});
