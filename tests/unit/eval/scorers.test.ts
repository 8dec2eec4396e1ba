import { describe, expect, it } from "vitest";
import type { GoldLine } from "../../eval/gold.ts";
import { scoreDelegations } from "../../eval/scorers/delegations.ts";
import { scoreDuplicates } from "../../eval/scorers/duplicates.ts";
import { scoreEvents } from "../../eval/scorers/events.ts";
import { scoreMeetings } from "../../eval/scorers/meetings.ts";
import { scorePhase } from "../../eval/scorers/phase.ts";
import { scoreRelevance } from "../../eval/scorers/relevance.ts";
import { scoreStatements } from "../../eval/scorers/statements.ts";
import type { Tally } from "../../eval/tally.ts";
import {
  labelledMeeting,
  labelledStatement,
  pairOf,
  readMeeting,
  readStatement,
} from "./fixture.ts";

const counts = ({ right, predicted, found, expected }: Tally) => [
  right,
  predicted,
  found,
  expected,
];

const meetingCounts = (
  label: Partial<GoldLine["meetings"][number]>,
  answers: ReturnType<typeof readMeeting>[],
  slot: "date" | "venue" | "format" = "date",
) =>
  counts(
    scoreMeetings(
      [pairOf({ gold: { meetings: [labelledMeeting(label)] }, got: { meetings: answers } })],
      slot,
    ),
  );

const statementCounts = (
  labels: GoldLine["statements"],
  answers: ReturnType<typeof readStatement>[],
): number[] =>
  counts(scoreStatements([pairOf({ gold: { statements: labels }, got: { statements: answers } })]));

const parties = new Set(["IRN", "USA"]);
const labelledEvent = (type: string, part: { background?: boolean; optional?: boolean } = {}) => ({
  type,
  source: "USA",
  target: "IRN",
  date: null,
  quote: "q",
  background: false,
  optional: false,
  ...part,
});
const readEvent = (
  type: string,
  part: { source?: string; target?: string; modality?: string } = {},
) => ({
  type,
  source: "USA",
  target: "IRN",
  background: false,
  modality: "asserted",
  ...part,
});
const eventCounts = (
  labels: ReturnType<typeof labelledEvent>[],
  answers: ReturnType<typeof readEvent>[],
) => counts(scoreEvents([pairOf({ gold: { events: labels }, got: { events: answers } })], parties));

it("counts a distractor that was let through against precision", () => {
  const tally = scoreRelevance([
    pairOf({}),
    pairOf({ gold: { id: "b", relevant: false } }),
    pairOf({ gold: { id: "c" }, got: { relevant: false } }),
  ]);

  expect(counts(tally)).toEqual([1, 2, 1, 2]);
  expect(tally.misses.map(({ id }) => id)).toEqual(["b", "c"]);
});

describe("duplicates", () => {
  it("takes three copies as three pairs, whichever copy is named", () => {
    const tally = scoreDuplicates([
      pairOf({ gold: { id: "a" } }),
      pairOf({ gold: { id: "b", duplicateOf: "a" }, got: { duplicateOf: "a" } }),
      pairOf({ gold: { id: "c", duplicateOf: "a" }, got: { duplicateOf: "b" } }),
    ]);

    expect(counts(tally)).toEqual([3, 3, 3, 3]);
  });

  it("counts merged contradictions as wrong", () => {
    const tally = scoreDuplicates([
      pairOf({ gold: { id: "denies" } }),
      pairOf({ gold: { id: "confirms" }, got: { duplicateOf: "denies" } }),
    ]);

    expect(counts(tally)).toEqual([0, 1, 0, 0]);
  });

  it("survives stories that name each other", () => {
    const tally = scoreDuplicates([
      pairOf({ gold: { id: "a" }, got: { duplicateOf: "b" } }),
      pairOf({ gold: { id: "b" }, got: { duplicateOf: "a" } }),
    ]);

    expect(tally.expected).toBe(0);
  });
});

describe("meetings", () => {
  it("finds the right date", () => {
    expect(meetingCounts({}, [readMeeting()])).toEqual([1, 1, 1, 1]);
  });

  it("counts a wrong date as wrong and as missing", () => {
    expect(meetingCounts({}, [readMeeting({ date: "2026-02-05" })])).toEqual([0, 1, 0, 1]);
  });

  it("counts a meeting that nobody told", () => {
    expect(meetingCounts({}, [readMeeting(), readMeeting({ date: "2026-02-07" })])).toEqual([
      1, 2, 1, 1,
    ]);
  });

  it.each([{ background: true }, { optional: true }])("leaves out %o", (label) => {
    expect(meetingCounts(label, [readMeeting()])).toEqual([0, 0, 0, 0]);
    expect(meetingCounts(label, [])).toEqual([0, 0, 0, 0]);
  });

  it("takes the country alone as missing the city, not as wrong", () => {
    const answer = readMeeting({ venue: { city: null, country: "OMN" } });

    expect(meetingCounts({}, [answer], "venue")).toEqual([0, 0, 0, 1]);
  });

  it("takes any city where the article names only the country", () => {
    expect(
      meetingCounts({ venue: { city: null, country: "OMN" } }, [readMeeting()], "venue"),
    ).toEqual([1, 1, 1, 1]);
  });

  it("counts a format that the article does not give", () => {
    expect(meetingCounts({}, [readMeeting({ format: "direct" })], "format")).toEqual([0, 1, 0, 0]);
  });
});

it("asks of a delegation who leads it", () => {
  const members = [
    { person: "Steve Witkoff", head: true },
    { person: "Jared Kushner", head: false },
  ];
  const tally = scoreDelegations([
    pairOf({
      gold: { delegations: [{ quote: "q", optional: false, party: "USA", members }] },
      got: {
        delegations: [
          { party: "USA", members: [{ person: "steve witkoff", head: true }] },
          { party: "USA", members: [{ person: "Jared Kushner", head: true }] },
        ],
      },
    }),
  ]);

  expect(counts(tally)).toEqual([1, 2, 1, 2]);
});

const ledByWitkoff = <Head>(head: Head) => [
  { party: "USA", members: [{ person: "Steve Witkoff", head }] },
];

it.each([
  [null, true, 1],
  [null, false, 1],
  [true, false, 0],
  [false, true, 0],
])("labelled as head %s, read as head %s: %d right", (labelled, read, right) => {
  const labels = ledByWitkoff<boolean | null>(labelled).map((delegation) => ({
    ...delegation,
    quote: "q",
    optional: false,
  }));
  const tally = scoreDelegations([
    pairOf({ gold: { delegations: labels }, got: { delegations: ledByWitkoff(read) } }),
  ]);

  expect(counts(tally)).toEqual([right, 1, right, 1]);
});

describe("statements", () => {
  it("finds a quote under its speaker", () => {
    expect(statementCounts([labelledStatement()], [readStatement()])).toEqual([1, 1, 1, 1]);
  });

  it("is content with half of the words", () => {
    expect(
      statementCounts([labelledStatement()], [readStatement({ text: "a good start" })]),
    ).toEqual([1, 1, 1, 1]);
  });

  it("counts a quote under another name as wrong and as missing", () => {
    expect(
      statementCounts([labelledStatement()], [readStatement({ speaker: "Marco Rubio" })]),
    ).toEqual([0, 1, 0, 1]);
  });

  it("counts a misattributed quote even where the label is optional", () => {
    const label = labelledStatement({ optional: true });

    expect(statementCounts([label], [readStatement({ speaker: "Marco Rubio" })])).toEqual([
      0, 1, 0, 0,
    ]);
    expect(statementCounts([label], [readStatement()])).toEqual([0, 0, 0, 0]);
  });

  it("counts a quotation that nobody made, but not unlabelled reported speech", () => {
    const text = "they would wait and see";

    expect(statementCounts([], [readStatement({ text })])).toEqual([0, 1, 0, 0]);
    expect(statementCounts([], [readStatement({ text, direct: false })])).toEqual([0, 0, 0, 0]);
  });

  it("asks an unnamed official for the party", () => {
    const label = labelledStatement({ speaker: null });

    expect(statementCounts([label], [readStatement({ speaker: null })])).toEqual([1, 1, 1, 1]);
    expect(statementCounts([label], [readStatement({ speaker: null, party: "USA" })])).toEqual([
      0, 1, 0, 1,
    ]);
  });

  it("takes any of several right names", () => {
    const label = labelledStatement({ speaker: ["White House", null] });

    expect(statementCounts([label], [readStatement({ speaker: "the White House" })])).toEqual([
      0, 1, 0, 1,
    ]);
    expect(statementCounts([label], [readStatement({ speaker: "White House" })])).toEqual([
      1, 1, 1, 1,
    ]);
  });
});

describe("events", () => {
  it("finds an event by type and direction", () => {
    expect(eventCounts([labelledEvent("SANCTION")], [readEvent("SANCTION")])).toEqual([1, 1, 1, 1]);
    expect(
      eventCounts(
        [labelledEvent("SANCTION")],
        [readEvent("SANCTION", { source: "IRN", target: "USA" })],
      ),
    ).toEqual([0, 1, 0, 1]);
  });

  it("takes a meeting from either side", () => {
    expect(
      eventCounts(
        [labelledEvent("CONSULT")],
        [readEvent("CONSULT", { source: "IRN", target: "USA" })],
      ),
    ).toEqual([1, 1, 1, 1]);
  });

  it("counts history told as news", () => {
    expect(
      eventCounts([labelledEvent("ASSAULT", { background: true })], [readEvent("ASSAULT")]),
    ).toEqual([0, 1, 0, 0]);
  });

  it("leaves out what may or may not be found, what is not asserted, and others' affairs", () => {
    expect(
      eventCounts(
        [labelledEvent("AGREE", { optional: true })],
        [
          readEvent("AGREE"),
          readEvent("ASSAULT", { modality: "hypothetical" }),
          readEvent("AID", { source: "QAT", target: "EGY" }),
        ],
      ),
    ).toEqual([0, 0, 0, 0]);
  });
});

it("takes silence as the right answer where an article asserts no phase", () => {
  const tally = scorePhase([
    pairOf({}),
    pairOf({ gold: { id: "b", phase: ["cancelled", "in-doubt"] }, got: { phase: "in-doubt" } }),
    pairOf({ gold: { id: "c", phase: "scheduled" } }),
  ]);

  expect(counts(tally)).toEqual([2, 3, 2, 3]);
  expect(tally.misses).toEqual([{ id: "c", expected: "scheduled", got: "none" }]);
});
