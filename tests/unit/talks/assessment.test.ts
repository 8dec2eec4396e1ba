import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assess } from "../../../src/talks/assessment.ts";
import type { Report } from "../../../src/talks/report.ts";
import { createStandingOf } from "../../../src/talks/source-standing.ts";
import { createTalksLog } from "../../../src/talks/talks-log.ts";
import { iranUs } from "../../support/real-seeds.ts";
import { claimOf, meetingOf, partyWord, reportOf, statementOf } from "../../support/reports.ts";

const MUSCAT = { city: "Muscat", country: "OMN" };
const ISTANBUL = { city: "Istanbul", country: "TUR" };
const HOST = { kind: "mediator", actor: "OMN", person: null } as const;

function at(instant: string, ...reports: Report[]) {
  const log = createTalksLog({ dossier: iranUs, standingOf: createStandingOf(iranUs) });
  for (const report of reports) log.add(report);
  const moment = new Date(instant);
  return assess(iranUs, log.stateAt(moment), moment);
}

const phaseAt = (instant: string, ...reports: Report[]) =>
  at(instant, ...reports).phase.current?.phase;

const scheduled = reportOf({
  id: "scheduled",
  at: "2026-02-04T18:00:00Z",
  says: {
    phase: claimOf("scheduled", partyWord("IRN", "Abbas Araghchi")),
    meetings: [
      meetingOf({ date: "2026-02-06", venue: MUSCAT, time: "10:00", timeZone: "Asia/Muscat" }),
    ],
  },
});

describe("the phase", () => {
  it("is unknown before anything is read", () => {
    expect(at("2026-02-01T00:00:00Z").phase).toMatchObject({ current: null, confidence: 0 });
  });

  it("is what the first report says, though one source is never highly trusted", () => {
    const { phase } = at("2026-02-05T00:00:00Z", scheduled);
    expect(phase.current?.phase).toBe("scheduled");
    expect(phase.confidence).toBeLessThanOrEqual(0.6);
  });

  it("is not moved to cancelled by one outlet, but becomes contested", () => {
    const rumour = reportOf({
      id: "rumour",
      at: "2026-02-05T06:00:00Z",
      tier: "outlet",
      says: { phase: claimOf("cancelled") },
    });
    const { phase } = at("2026-02-05T07:00:00Z", scheduled, rumour);
    expect(phase.current?.phase).toBe("scheduled");
    expect(phase.contested).toBe(true);
    expect(phase.rivals[0]?.phase).toBe("cancelled");
  });

  it("is settled again once a party answers the rumour", () => {
    const rumour = reportOf({
      id: "rumour",
      at: "2026-02-05T06:00:00Z",
      tier: "outlet",
      says: { phase: claimOf("cancelled") },
    });
    const answer = reportOf({
      id: "answer",
      at: "2026-02-05T08:00:00Z",
      says: {
        phase: claimOf("scheduled", partyWord("USA")),
        meetings: [meetingOf({ date: "2026-02-06" })],
      },
    });
    expect(at("2026-02-05T09:00:00Z", scheduled, rumour, answer).phase.contested).toBe(false);
  });

  it("counts ten outlets that quote one official as that official", () => {
    const copies = Array.from({ length: 10 }, (_, n) =>
      reportOf({
        id: `copy${n}`,
        at: `2026-02-05T06:0${n}:00Z`,
        tier: "outlet",
        says: { phase: claimOf("collapsed", { kind: "anonymous", actor: "USA" }) },
      }),
    );
    expect(phaseAt("2026-02-05T07:00:00Z", scheduled, ...copies)).toBe("scheduled");
  });

  it("counts the copies of one report as one source", () => {
    const copies = Array.from({ length: 10 }, (_, n) =>
      reportOf({
        id: `copy${n}`,
        at: `2026-02-05T06:0${n}:00Z`,
        tier: "outlet",
        storyId: "copy0",
        origin: "copy0",
        says: { phase: claimOf("cancelled") },
      }),
    );
    expect(phaseAt("2026-02-05T07:00:00Z", scheduled, ...copies)).toBe("scheduled");
  });

  it("is not moved to cancelled by a party's word that only an unknown site carries", () => {
    const rumour = reportOf({
      id: "rumour",
      at: "2026-02-05T06:00:00Z",
      tier: "outlet",
      known: false,
      says: { phase: claimOf("cancelled", partyWord("IRN")) },
    });
    const { phase } = at("2026-02-05T07:00:00Z", scheduled, rumour);
    expect(phase.current?.phase).toBe("scheduled");
    expect(phase.contested).toBe(true);
  });

  it("moves to cancelled when the host says so", () => {
    const word = reportOf({
      id: "host",
      at: "2026-02-05T06:00:00Z",
      says: { phase: claimOf("cancelled", HOST) },
    });
    expect(phaseAt("2026-02-05T07:00:00Z", scheduled, word)).toBe("cancelled");
  });

  it("does not become scheduled on a vague date that one leader alone gives", () => {
    const adjourned = reportOf({
      id: "adjourned",
      at: "2026-02-06T15:00:00Z",
      says: { phase: claimOf("adjourned", HOST) },
    });
    const leader = reportOf({
      id: "leader",
      at: "2026-02-06T22:00:00Z",
      says: {
        phase: claimOf("scheduled", partyWord("USA", "Donald Trump")),
        meetings: [meetingOf({ status: "proposed" })],
      },
    });
    expect(phaseAt("2026-02-07T00:00:00Z", scheduled, adjourned, leader)).toBe("adjourned");
  });

  it("is not moved back by a stale report of a date that has passed", () => {
    const adjourned = reportOf({
      id: "adjourned",
      at: "2026-02-06T15:00:00Z",
      says: { phase: claimOf("adjourned", HOST) },
    });
    const stale = reportOf({
      id: "stale",
      at: "2026-02-07T09:00:00Z",
      says: { phase: claimOf("scheduled"), meetings: [meetingOf({ date: "2026-02-06" })] },
    });
    expect(phaseAt("2026-02-07T10:00:00Z", scheduled, adjourned, stale)).toBe("adjourned");
  });

  it("can be told of any past instant", () => {
    const adjourned = reportOf({
      id: "adjourned",
      at: "2026-02-06T15:00:00Z",
      says: { phase: claimOf("adjourned", HOST) },
    });
    expect(phaseAt("2026-02-05T12:00:00Z", scheduled, adjourned)).toBe("scheduled");
    expect(phaseAt("2026-02-06T16:00:00Z", scheduled, adjourned)).toBe("adjourned");
  });
});

const nextDayTold = (id: string, tier: "outlet" | "wire") =>
  reportOf({
    id,
    at: "2026-02-07T12:00:00Z",
    tier,
    says: { meetings: [meetingOf({ date: "2026-02-11" })] },
  });

describe("the next round", () => {
  it("has the best supported date, place and hour", () => {
    expect(at("2026-02-05T00:00:00Z", scheduled).nextRound).toMatchObject({
      date: "2026-02-06",
      venue: MUSCAT,
      time: "10:00",
      timeZone: "Asia/Muscat",
    });
  });

  it("follows a move to another place", () => {
    const before = reportOf({
      id: "before",
      at: "2026-02-02T10:00:00Z",
      says: { meetings: [meetingOf({ date: "2026-02-06", venue: ISTANBUL })] },
    });
    const { nextRound } = at("2026-02-05T00:00:00Z", before, scheduled);
    expect(nextRound?.venue).toEqual(MUSCAT);
  });

  it("is gone once the talks are called off", () => {
    const off = reportOf({
      id: "off",
      at: "2026-02-05T06:00:00Z",
      says: { phase: claimOf("cancelled", HOST) },
    });
    expect(at("2026-02-05T07:00:00Z", scheduled, off).nextRound).toBeNull();
  });

  it("becomes the last round once it was held", () => {
    const held = reportOf({
      id: "held",
      at: "2026-02-06T16:00:00Z",
      says: {
        phase: claimOf("adjourned", HOST),
        meetings: [
          meetingOf({ date: "2026-02-06", venue: MUSCAT, status: "held", outcome: "to-resume" }),
        ],
      },
    });
    const { nextRound, lastRound } = at("2026-02-06T18:00:00Z", scheduled, held);
    expect(nextRound).toBeNull();
    expect(lastRound).toMatchObject({ date: "2026-02-06", venue: MUSCAT, outcome: "to-resume" });
  });

  it("was not held on a day that one outlet gives while others still await it", () => {
    const early = reportOf({
      id: "early",
      at: "2026-02-05T06:00:00Z",
      tier: "outlet",
      says: {
        phase: claimOf("underway"),
        meetings: [meetingOf({ date: "2026-02-05", venue: MUSCAT, status: "underway" })],
      },
    });
    const eve = reportOf({
      id: "eve",
      at: "2026-02-05T12:00:00Z",
      says: {
        phase: claimOf("scheduled"),
        meetings: [meetingOf({ date: "2026-02-06", venue: MUSCAT })],
      },
    });
    const { phase, nextRound, lastRound } = at("2026-02-05T18:00:00Z", scheduled, early, eve);
    expect(phase.current?.phase).toBe("scheduled");
    expect(nextRound?.date).toBe("2026-02-06");
    expect(lastRound).toBeNull();
  });

  it("after a round takes more than one outlet's word for its day", () => {
    const held = reportOf({
      id: "held",
      at: "2026-02-06T16:00:00Z",
      says: {
        phase: claimOf("adjourned", HOST),
        meetings: [meetingOf({ date: "2026-02-06", venue: MUSCAT, status: "held" })],
      },
    });
    const day = (...reports: Report[]) =>
      at("2026-02-07T18:00:00Z", scheduled, held, ...reports).nextRound?.date;
    expect(day(nextDayTold("one", "outlet"))).toBeUndefined();
    expect(day(nextDayTold("one", "outlet"), nextDayTold("two", "outlet"))).toBe("2026-02-11");
    expect(day(nextDayTold("agency", "wire"))).toBe("2026-02-11");
  });

  it("stays on its day when a host offers another", () => {
    const offers = ["one", "two", "three"].map((id) =>
      reportOf({
        id,
        at: "2026-02-05T06:00:00Z",
        says: {
          phase: claimOf("proposed", HOST),
          meetings: [meetingOf({ date: "2026-02-09", status: "proposed", attribution: HOST })],
        },
      }),
    );
    expect(at("2026-02-05T12:00:00Z", scheduled, ...offers).nextRound?.date).toBe("2026-02-06");
    expect(at("2026-02-05T12:00:00Z", ...offers).nextRound?.status).toBe("proposed");
  });

  it("is not made of the rounds of a year ago", () => {
    const history = reportOf({
      id: "history",
      at: "2026-02-05T06:00:00Z",
      says: {
        meetings: [
          meetingOf({ date: "2025-04-12", venue: MUSCAT, status: "held", background: true }),
        ],
      },
    });
    expect(at("2026-02-05T07:00:00Z", history)).toMatchObject({ nextRound: null, lastRound: null });
  });
});

describe("a round that nobody announced, told of after one that ended", () => {
  const held = meetingOf({ date: "2026-02-06", venue: MUSCAT, status: "held" });
  const over = reportOf({
    id: "over",
    at: "2026-02-06T16:00:00Z",
    says: { phase: claimOf("adjourned", HOST), meetings: [held] },
  });
  const again = (id: string, instant: string) =>
    reportOf({
      id,
      at: instant,
      tier: "outlet",
      says: {
        phase: claimOf("underway"),
        meetings: [meetingOf({ date: "2026-02-12", venue: MUSCAT, status: "underway" })],
      },
    });
  const one = again("one", "2026-02-12T08:00:00Z");

  it("is not entered on one outlet's word, and is no next round", () => {
    const { phase, nextRound } = at("2026-02-12T09:00:00Z", scheduled, over, one);
    expect(phase.current?.phase).toBe("adjourned");
    expect(nextRound).toBeNull();
  });

  it("is entered once a second outlet tells of it", () => {
    const two = again("two", "2026-02-12T08:30:00Z");
    expect(phaseAt("2026-02-12T09:00:00Z", scheduled, over, one, two)).toBe("underway");
  });
});

describe("a report that the talks had begun before their day", () => {
  const early = reportOf({
    id: "early",
    at: "2026-02-05T10:00:00Z",
    tier: "outlet",
    says: { phase: claimOf("underway") },
  });
  const begun = reportOf({
    id: "begun",
    at: "2026-02-06T07:00:00Z",
    says: { phase: claimOf("underway") },
  });

  it("bears the beginning out neither by its words nor by its number", () => {
    const { phase } = at("2026-02-06T08:00:00Z", scheduled, early, begun);
    expect(phase.current?.phase).toBe("underway");
    expect(phase.current?.votes.map(({ citation }) => citation.report.articleId)).toEqual([
      "begun",
    ]);
  });

  it("is no witness of the round that was held", () => {
    const held = reportOf({
      id: "held",
      at: "2026-02-06T16:00:00Z",
      says: { meetings: [meetingOf({ date: "2026-02-06", venue: MUSCAT, status: "held" })] },
    });
    const { lastRound } = at("2026-02-06T18:00:00Z", scheduled, early, held);
    expect(lastRound?.votes.map(({ citation }) => citation.report.articleId)).toEqual(["held"]);
  });
});

describe("a round whose day passed in silence", () => {
  it("leaves ever less confidence that it is still to come", () => {
    const days = ["2026-02-06T18:00:00Z", "2026-02-08T18:00:00Z", "2026-02-20T18:00:00Z"];
    const [on, soon, late] = days.map((day) => at(day, scheduled));
    expect(on?.unreportedRound).toBeNull();
    expect(soon?.unreportedRound).toMatchObject({ date: "2026-02-06", venue: MUSCAT });
    expect(late).toMatchObject({ nextRound: null, lastRound: null });
    expect(soon?.phase.confidence).toBeLessThan(on?.phase.confidence ?? 0);
    expect(late?.phase.confidence).toBeLessThan(0.05);
  });

  it("is not looked for once it is told to have been held, or another is planned", () => {
    const held = reportOf({
      id: "held",
      at: "2026-02-08T16:00:00Z",
      says: { meetings: [meetingOf({ date: "2026-02-06", venue: MUSCAT, status: "held" })] },
    });
    const planned = reportOf({
      id: "planned",
      at: "2026-02-08T16:00:00Z",
      says: { phase: claimOf("scheduled"), meetings: [meetingOf({ date: "2026-02-17" })] },
    });
    expect(at("2026-02-10T18:00:00Z", scheduled, held).unreportedRound).toBeNull();
    expect(at("2026-02-10T18:00:00Z", scheduled, planned).unreportedRound).toBeNull();
  });
});

const site = (id: string, known = false) =>
  reportOf({
    id,
    at: "2026-02-06T16:00:00Z",
    tier: "outlet",
    known,
    says: {
      phase: claimOf("adjourned"),
      meetings: [meetingOf({ date: "2026-02-06", venue: MUSCAT, status: "held" })],
    },
  });

const plan = (id: string) =>
  reportOf({
    id,
    at: "2026-02-04T18:00:00Z",
    tier: "outlet",
    known: false,
    says: { phase: claimOf("scheduled"), meetings: [meetingOf({ date: "2026-02-06" })] },
  });

describe("what only unknown sites tell", () => {
  it("makes no round held, and is not told with confidence", () => {
    const { lastRound, phase } = at("2026-02-06T18:00:00Z", scheduled, site("one"), site("two"));
    expect(lastRound).toBeNull();
    expect(phase.confidence).toBeLessThan(0.5);
  });

  it("counts once a known source tells it too, or many do", () => {
    const known = at("2026-02-06T18:00:00Z", scheduled, site("one"), site("known", true));
    const many = ["one", "two", "three", "four"].map((id) => site(id));
    expect(known.lastRound?.date).toBe("2026-02-06");
    expect(at("2026-02-06T18:00:00Z", scheduled, ...many).lastRound?.date).toBe("2026-02-06");
  });

  it("counts where two tell that a round was held on the day that others had given it", () => {
    const told = at("2026-02-06T18:00:00Z", plan("five"), plan("six"), site("one"), site("two"));
    expect(told.lastRound?.date).toBe("2026-02-06");
    const lone = at("2026-02-06T18:00:00Z", plan("five"), plan("six"), plan("seven"), site("one"));
    expect(lone.lastRound).toBeNull();
  });
});

describe("a denial that the talks collapsed", () => {
  it("adjourns no round that is still to come", () => {
    const denial = reportOf({
      id: "denial",
      at: "2026-02-04T20:00:00Z",
      says: { phase: claimOf("adjourned", partyWord("USA")) },
    });
    expect(phaseAt("2026-02-04T21:00:00Z", scheduled, denial)).toBe("scheduled");
  });
});

describe("delegations", () => {
  it("put the head first and forget who came to an older round", () => {
    const older = reportOf({
      id: "older",
      at: "2026-01-05T00:00:00Z",
      says: {
        delegations: [
          { party: "IRN", members: [{ person: "Someone Else", head: true }], evidence: [0, 5] },
        ],
      },
    });
    const now = reportOf({
      id: "now",
      at: "2026-02-05T00:00:00Z",
      says: {
        delegations: [
          {
            party: "IRN",
            members: [
              { person: "Majid Takht-Ravanchi", head: false },
              { person: "Abbas Araghchi", head: true },
            ],
            evidence: [0, 5],
          },
        ],
      },
    });
    expect(at("2026-02-05T12:00:00Z", older, now).delegations[0]?.members).toEqual([
      { person: "Abbas Araghchi", head: true },
      { person: "Majid Takht-Ravanchi", head: false },
    ]);
  });
});

describe("the order of arrival", () => {
  const reports = [
    scheduled,
    ...Array.from({ length: 150 }, (_, n) =>
      reportOf({
        id: `r${n}`,
        at: new Date(Date.UTC(2026, 1, 4, 19) + n * 1_800_000).toISOString(),
        tier: n % 3 === 0 ? "outlet" : "wire",
        says: {
          phase: n % 7 === 0 ? claimOf(n % 2 === 0 ? "in-doubt" : "scheduled") : null,
          meetings: n % 5 === 0 ? [meetingOf({ date: "2026-02-17", venue: ISTANBUL })] : [],
          statements: [statementOf({ text: `Words number ${n}` })],
        },
      }),
    ),
  ];

  it("changes nothing in what is known at the end or on the way", () => {
    const inOrder = [
      at("2026-02-06T00:00:00Z", ...reports),
      at("2026-02-20T00:00:00Z", ...reports),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(reports, { minLength: reports.length }), (shuffled) => {
        expect(at("2026-02-06T00:00:00Z", ...shuffled)).toEqual(inOrder[0]);
        expect(at("2026-02-20T00:00:00Z", ...shuffled)).toEqual(inOrder[1]);
      }),
      { seed: 11, numRuns: 8 },
    );
  });
});

const heldOn = (date: "2026-02-06" | "2026-02-07" | "2026-02-17", id: string) =>
  reportOf({
    id,
    at: `${date}T15:00:00Z`,
    says: {
      phase: claimOf("adjourned", HOST),
      meetings: [meetingOf({ date, venue: MUSCAT, status: "held", attribution: HOST })],
    },
  });

describe("the rounds that took place", () => {
  const threatening = reportOf({
    id: "threatening",
    at: "2026-02-01T09:00:00Z",
    says: {
      events: [
        {
          type: "THREATEN",
          mode: null,
          source: "USA",
          target: "IRN",
          date: null,
          intensity: -6,
          modality: "asserted",
          background: false,
          topics: [],
          evidence: [0, 5],
        },
      ],
    },
  });

  it("are told of each, two days next to each other as one", () => {
    const { tension } = at(
      "2026-02-18T12:00:00Z",
      threatening,
      scheduled,
      heldOn("2026-02-06", "first"),
      heldOn("2026-02-07", "first-goes-on"),
      heldOn("2026-02-17", "second"),
    );
    expect(tension.rounds).toEqual(["2026-02-06", "2026-02-17"]);
  });
});

const stopped = (phase: "cancelled" | "suspended" | "collapsed") =>
  reportOf({
    id: phase,
    at: "2026-02-05T09:00:00Z",
    says: { phase: claimOf(phase, HOST) },
  });

describe("a round that was called off", () => {
  it.each(["cancelled", "suspended", "collapsed"] as const)(
    "is still known while the talks are %s",
    (phase) => {
      const { calledOffRound } = at("2026-02-08T18:00:00Z", scheduled, stopped(phase));
      expect(calledOffRound).toMatchObject({
        date: "2026-02-06",
        venue: MUSCAT,
        status: "cancelled",
      });
    },
  );

  it("is none that was first named afterwards, nor one that is ahead", () => {
    const later = reportOf({
      id: "later",
      at: "2026-02-06T09:00:00Z",
      says: { meetings: [meetingOf({ date: "2026-02-20", venue: ISTANBUL })] },
    });
    const seen = at("2026-02-07T18:00:00Z", stopped("cancelled"), later);
    expect(seen.calledOffRound).toBeNull();
    expect(at("2026-02-05T08:00:00Z", scheduled).calledOffRound).toBeNull();
  });
});
