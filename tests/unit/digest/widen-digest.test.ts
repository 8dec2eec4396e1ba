import { describe, expect, it } from "vitest";
import { widenDigest, type Wanted } from "../../../src/digest/widen-digest.ts";
import type { Event, Statement } from "../../../src/facts/fact.ts";
import { EMPTY_DIGEST, RICH_DIGEST } from "../../support/digests.ts";
import { reportOf } from "../../support/reports.ts";

const said = (statement: Partial<Statement>): Statement => ({
  speaker: "Abbas Araghchi",
  party: "IRN",
  direct: true,
  topic: null,
  stance: "neutral",
  text: "We will see.",
  evidence: [0, 5],
  ...statement,
});

const done = (event: Partial<Event>): Event => ({
  type: "SANCTION",
  mode: null,
  source: "USA",
  target: "IRN",
  date: null,
  intensity: -5,
  modality: "asserted",
  background: false,
  topics: ["sanctions"],
  evidence: [0, 5],
  ...event,
});

const wanted = (asked: Partial<Wanted["about"]>, words: readonly string[] = []): Wanted => ({
  about: { names: new Set(), actors: new Set(), topics: new Set(), ...asked },
  hits: (text) => words.filter((word) => text.includes(word)).length,
  days: { spans: [], today: "2026-02-10", timeZone: "Asia/Muscat" },
});

const textsOf = (digest: ReturnType<typeof widenDigest>): string[] =>
  digest.positions.flatMap(({ statements }) => statements.map(({ text }) => text));

const report = (id: string, at: string, ...statements: Statement[]) =>
  reportOf({ id, at, says: { statements } });

describe("what bears on a question", () => {
  it("is what the person asked about said, then what was said on the topic", () => {
    const reports = [
      report("a", "2026-02-01T00:00Z", said({ text: "On sanctions.", topic: "sanctions" })),
      report("b", "2026-02-02T00:00Z", said({ speaker: "Marco Rubio", party: "USA", text: "No." })),
      report(
        "c",
        "2026-02-03T00:00Z",
        said({ text: "Nothing near.", speaker: null, party: "OMN" }),
      ),
    ];
    const about = { names: new Set(["Marco Rubio"]), topics: new Set(["sanctions"]) };
    expect(textsOf(widenDigest(EMPTY_DIGEST, reports, wanted(about)))).toEqual([
      "No.",
      "On sanctions.",
    ]);
  });

  it("is found by the reader's own words, too; of equals the newest comes first", () => {
    const reports = [
      report("a", "2026-02-01T00:00Z", said({ text: "The uranium stays." })),
      report("b", "2026-02-02T00:00Z", said({ text: "The uranium goes." })),
      report("c", "2026-02-03T00:00Z", said({ text: "The weather is fair." })),
    ];
    expect(textsOf(widenDigest(EMPTY_DIGEST, reports, wanted({}, ["uranium"])))).toEqual([
      "The uranium goes.",
      "The uranium stays.",
    ]);
  });

  it("is told once, however many carry it, and never out of what is not about the talks", () => {
    const words = said({ topic: "sanctions", text: "Lift them." });
    const reports = [
      report("a", "2026-02-01T00:00Z", words),
      reportOf({ id: "b", at: "2026-02-02T00:00Z", storyId: "a", says: { statements: [words] } }),
      report("c", "2026-02-03T00:00Z", words),
      reportOf({
        id: "d",
        at: "2026-02-03T00:00Z",
        says: { relevant: false, statements: [{ ...words, text: "Others." }] },
      }),
    ];
    const about = { topics: new Set(["sanctions"]) };
    expect(textsOf(widenDigest(EMPTY_DIGEST, reports, wanted(about)))).toEqual(["Lift them."]);
  });

  it("are deeds on the topic or between the two asked about, but no history", () => {
    const reports = [
      reportOf({
        id: "a",
        at: "2026-02-01T00:00Z",
        says: {
          events: [
            done({}),
            done({ type: "AID", source: "QAT", topics: [] }),
            done({ type: "ASSAULT", background: true }),
          ],
        },
      }),
    ];
    const about = { topics: new Set(["sanctions"]), actors: new Set(["IRN"]) };
    const { events } = widenDigest(EMPTY_DIGEST, reports, wanted(about));
    expect(events.map(({ type }) => type)).toEqual(["SANCTION"]);
  });

  it("keeps the digest's sources under their numbers, and numbers the others after them", () => {
    const reports = [report("a", "2026-02-01T00:00Z", said({ topic: "sanctions" }))];
    const about = { topics: new Set(["sanctions"]) };
    const widened = widenDigest(RICH_DIGEST, reports, wanted(about));
    const n = RICH_DIGEST.sources.length + 1;
    expect(widened.sources.slice(0, -1)).toEqual(RICH_DIGEST.sources);
    expect(widened.sources.at(-1)).toMatchObject({
      n,
      url: "https://a.example/a",
      evidence: [{ span: [0, 5], text: "words of a" }],
    });
    expect(widened.positions[0]?.statements[0]?.citations).toEqual([n]);
    expect(widened.phase).toBe(RICH_DIGEST.phase);
  });
});
