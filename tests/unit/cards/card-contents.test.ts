import { describe, expect, it } from "vitest";
import { tellCard } from "../../../src/cards/card-contents.ts";
import { describeCard } from "../../../src/cards/describe-card.ts";
import { digestRounds } from "../../../src/cards/digest-rounds.ts";
import type { Digest, DigestRound } from "../../../src/digest/digest.ts";
import { catalogOf } from "../../../src/i18n/catalog.ts";
import { formatDay } from "../../../src/i18n/dates.ts";
import { LANGUAGES } from "../../../src/lib/language.ts";
import { CARD_DIGESTS } from "../../support/cards.ts";
import { EMPTY_DIGEST, iranUsNames, ONE_MANS_WORD, RICH_DIGEST } from "../../support/digests.ts";

const told = (digest: Digest) =>
  tellCard(iranUsNames, digest, { language: "en", timeZone: "Asia/Muscat" });

const withRound = (round: Partial<DigestRound>): Digest => ({
  ...RICH_DIGEST,
  nextRound: { ...RICH_DIGEST.nextRound!, ...round },
});

describe("a card is never surer than the digest", () => {
  it("gives a day as one leader's word where only he gave it", () => {
    expect(told(ONE_MANS_WORD).round?.caution).toBe(
      "Status: proposed; on the word of Donald Trump alone",
    );
  });

  it("warns of a round that only one outlet reports", () => {
    expect(told(withRound({ confirmation: "one-outlet" })).round?.caution).toBe(
      "reported by one outlet alone",
    );
  });

  it.each(["proposed", "in-doubt", "postponed", "cancelled"] as const)(
    "counts down to no round that is %s",
    (status) => {
      const { round } = told(withRound({ status }));
      expect(round?.countdown).toBe("");
      expect(round?.caution).toContain("Status:");
    },
  );

  it.each([{ attributedTo: "Donald Trump" }, { confirmation: "one-outlet" }] as const)(
    "counts down to no hour on %j alone",
    (round) => {
      const digest = { ...withRound(round), confirmation: "one-outlet" } as const;
      expect(told(digest).round?.countdown).toBe("");
    },
  );

  it("names the versions that sources give of the phase", () => {
    expect(told(RICH_DIGEST).status?.dispute).toContain("Scheduled; Cancelled");
    expect(told({ ...RICH_DIGEST, disputes: [] }).status?.dispute).toBe(
      "Sources contradict each other on this.",
    );
  });

  it.each(LANGUAGES)("tells in %s that nobody told of a round whose day has passed", (language) => {
    const unreportedRound = { date: "2026-02-03", citations: [1] } as const;
    const digest: Digest = { ...RICH_DIGEST, unreportedRound };
    const card = tellCard(iranUsNames, digest, { language, timeZone: "Asia/Muscat" });
    const date = formatDay(language, unreportedRound.date);
    const words = catalogOf(language)["round.unreported"]({ date });
    expect(card.status?.unreported).toBe(words);
    expect(describeCard(card)).toContain(words);
    expect(card.rounds).toContainEqual({ date: "2026-02-03", kind: "doubtful" });
  });

  it("says that one source stands behind it, or none, and that nothing was read", () => {
    expect(told(ONE_MANS_WORD)).toMatchObject({ sources: "One source alone", isThin: true });
    expect(told(EMPTY_DIGEST)).toMatchObject({ sources: "No source", isThin: true });
    expect(told(EMPTY_DIGEST).unread).toContain("silence here is not calm");
    expect(told(RICH_DIGEST)).toMatchObject({ sources: "14 sources", isThin: false, unread: null });
  });

  it("makes nobody a head of delegation who was not called one", () => {
    const digest: Digest = {
      ...RICH_DIGEST,
      delegations: [
        {
          party: "IRN",
          members: [{ person: "Abbas Araghchi", role: null, head: false }],
          citations: [1],
        },
      ],
    };
    expect(told(digest)).toMatchObject({
      delegationsHeading: "Delegations",
      delegations: [{ party: "Iran: ", people: ["Abbas Araghchi"] }],
    });
  });
});

describe("what a card tells of rounds", () => {
  it("counts down to one that is planned to the hour", () => {
    expect(told(RICH_DIGEST).round).toMatchObject({
      heading: "Next round",
      when: "Friday 6 February 2026 (tomorrow)",
      where: "Muscat, Oman, 10:00 local time",
      countdown: "in 12 hours",
    });
  });

  it("tells the last one where talks are over and none is ahead", () => {
    const { round } = told({ ...RICH_DIGEST, phase: "collapsed", nextRound: null });
    expect(round).toMatchObject({ heading: "Last round", countdown: "" });
    expect(round?.when).toContain("Rome, Italy, ended without an agreement");
  });

  it("says that no date is known while one is awaited", () => {
    expect(told({ ...RICH_DIGEST, nextRound: null }).round?.when).toBe("No date is known.");
  });

  it.each([
    [{}, "expected"],
    [{ confirmation: "one-outlet" }, "doubtful"],
    [{ attributedTo: "Donald Trump" }, "doubtful"],
    [{ status: "in-doubt" }, "doubtful"],
    [{ status: "underway" }, "underway"],
  ] as const)("marks %j on the chart as %s", (round, kind) => {
    expect(digestRounds(withRound(round))).toContainEqual({ date: "2026-02-06", kind });
  });

  it.each(["postponed", "cancelled"] as const)("marks no day of a round that is %s", (status) => {
    expect(digestRounds(withRound({ status })).map(({ date }) => date)).toEqual(["2025-05-23"]);
  });

  it("marks every round that took place while tension was read, each once", () => {
    const rounds = ["2026-01-18", "2026-02-02"] as const;
    const digest: Digest = {
      ...RICH_DIGEST,
      lastRound: { ...RICH_DIGEST.lastRound!, date: "2026-02-02" },
      nextRound: null,
      tension: { ...RICH_DIGEST.tension, rounds },
    };
    expect(digestRounds(digest)).toEqual(rounds.map((date) => ({ date, kind: "held" })));
  });

  it.each(LANGUAGES)("tells in %s which round was called off, and warns", (language) => {
    const digest = CARD_DIGESTS["cancelled"]!;
    const card = tellCard(iranUsNames, digest, { language, timeZone: "Asia/Muscat" });
    expect(card.status?.tone).toBe("warning");
    expect(card.round?.when).toBe(formatDay(language, "2026-02-06"));
    expect(card.round?.caution).toContain(catalogOf(language)["round.status"].cancelled);
  });

  it("marks a round once that is both the last and the present one", () => {
    const digest = {
      ...withRound({ status: "underway" }),
      lastRound: { ...RICH_DIGEST.lastRound!, date: "2026-02-06" },
    } as const;
    expect(digestRounds(digest)).toEqual([{ date: "2026-02-06", kind: "underway" }]);
  });
});

describe.each(LANGUAGES)("a card in words, in %s", (language) => {
  it.each(Object.entries(CARD_DIGESTS))("says all that it shows: %s", (_, digest) => {
    const contents = tellCard(iranUsNames, digest, { language, timeZone: "Asia/Tehran" });
    const words = describeCard(contents);
    for (const part of [contents.talks, contents.asOf, contents.phase, contents.sources])
      expect(words).toContain(part);
    const { heading = "", when = "", where = "", caution = "" } = contents.round ?? {};
    for (const part of [heading, when, where, caution]) expect(words).toContain(part);
    for (const { people } of contents.delegations)
      for (const person of people) expect(words).toContain(person);
    expect(words).not.toMatch(/undefined|null|NaN/);
  });
});
