import { describe, expect, it } from "vitest";
import type { Attribution } from "../../../src/facts/fact.ts";
import type { CalendarDate } from "../../../src/lib/calendar-date.ts";
import { assess } from "../../../src/talks/assessment.ts";
import type { Report } from "../../../src/talks/report.ts";
import { createStandingOf } from "../../../src/talks/source-standing.ts";
import { createTalksLog } from "../../../src/talks/talks-log.ts";
import { iranUs } from "../../support/real-seeds.ts";
import { claimOf, meetingOf, OWN_WORD, partyWord, reportOf } from "../../support/reports.ts";

const HELSINKI = { city: "Helsinki", country: "FIN" };
/** A state that the dossier does not know as a host. */
const FINLAND: Attribution = { kind: "other-actor", actor: "FIN", person: null };

function at(instant: string, ...reports: Report[]) {
  const log = createTalksLog({ dossier: iranUs, standingOf: createStandingOf(iranUs) });
  for (const report of reports) log.add(report);
  const moment = new Date(instant);
  return assess(iranUs, log.stateAt(moment), moment);
}

type Told = {
  readonly day: string;
  readonly word?: Attribution;
  readonly round?: CalendarDate;
  readonly known?: boolean;
};

const plan = (id: string, { day, word = OWN_WORD, round = "2026-04-11", known = false }: Told) =>
  reportOf({
    id,
    at: `2026-04-${day}T12:00:00Z`,
    tier: "outlet",
    known,
    says: {
      phase: claimOf("scheduled", word),
      meetings: [meetingOf({ date: round, venue: HELSINKI, attribution: word })],
    },
  });

const calledOff = (id: string, { day, word = OWN_WORD }: Told) =>
  reportOf({
    id,
    at: `2026-04-${day}T12:00:00Z`,
    tier: "outlet",
    known: false,
    says: {
      phase: claimOf("cancelled", word),
      meetings: [meetingOf({ date: "2026-04-11", status: "cancelled", attribution: word })],
    },
  });

const over = (id: string) =>
  reportOf({
    id,
    at: "2026-04-18T19:00:00Z",
    tier: "outlet",
    known: false,
    says: {
      phase: claimOf("adjourned"),
      meetings: [meetingOf({ date: "2026-04-18", venue: HELSINKI, status: "held" })],
    },
  });

const planned = plan("planned", { day: "06" });
const again = plan("again", { day: "11", word: FINLAND, round: "2026-04-18" });

describe("words that a host or party gives on record through one unknown outlet", () => {
  it.each([FINLAND, partyWord("USA")])(
    "call a round off that only such outlets planned",
    (word) => {
      const seen = at("2026-04-09T18:00:00Z", planned, calledOff("off", { day: "09", word }));
      expect(seen.phase.current?.phase).toBe("cancelled");
      expect(seen.phase.confidence).toBeLessThan(0.5);
      expect(seen.calledOffRound).toMatchObject({ date: "2026-04-11", venue: HELSINKI });
    },
  );

  it("are told beside a plan that a known source gave", () => {
    const known = plan("known", { day: "06", known: true });
    const off = calledOff("off", { day: "09", word: FINLAND });
    const seen = at("2026-04-09T18:00:00Z", known, off);
    expect(seen.phase).toMatchObject({ contested: true, current: { phase: "scheduled" } });
    expect(seen.nextRound).toBeNull();
    expect(seen.calledOffRound).toMatchObject({ date: "2026-04-11", status: "cancelled" });
    expect(seen.calledOffRound?.votes.map(({ citation }) => citation.report.articleId)).toEqual([
      "off",
    ]);
  });

  it("stand behind a headline that gives them as the article's own", () => {
    const below = reportOf({
      id: "below",
      at: "2026-04-09T12:00:00Z",
      tier: "outlet",
      known: false,
      says: {
        phase: claimOf("cancelled"),
        meetings: [meetingOf({ date: "2026-04-11", status: "cancelled", attribution: FINLAND })],
      },
    });
    expect(at("2026-04-09T18:00:00Z", planned, below).phase.current?.phase).toBe("cancelled");
  });

  it("are more than a rumour, which calls nothing off", () => {
    const seen = at("2026-04-09T18:00:00Z", planned, calledOff("rumour", { day: "09" }));
    expect(seen.phase.current?.phase).toBe("scheduled");
    expect(seen.nextRound?.date).toBe("2026-04-11");
  });

  it("are no host's where the state has no part in the talks", () => {
    const word: Attribution = { kind: "other-actor", actor: "PRT", person: null };
    const seen = at("2026-04-09T18:00:00Z", planned, calledOff("other", { day: "09", word }));
    expect(seen.phase.current?.phase).toBe("scheduled");
  });

  it("give a new date after a round was called off", () => {
    const off = calledOff("off", { day: "09", word: FINLAND });
    const seen = at("2026-04-11T18:00:00Z", planned, off, again);
    expect(seen.phase.current?.phase).toBe("scheduled");
    expect(seen.nextRound?.date).toBe("2026-04-18");
  });

  it("make the last round of one that two unknown outlets then see end", () => {
    const seen = at("2026-04-18T22:00:00Z", planned, again, over("one"), over("two"));
    expect(seen.phase.current?.phase).toBe("adjourned");
    expect(seen.lastRound?.date).toBe("2026-04-18");
    expect(at("2026-04-18T22:00:00Z", planned, again, over("one")).lastRound).toBeNull();
  });

  it("leave a round whose day passes in silence unreported", () => {
    const seen = at("2026-04-20T12:00:00Z", planned, again);
    expect(seen.unreportedRound?.date).toBe("2026-04-18");
    expect(seen.lastRound).toBeNull();
  });
});
