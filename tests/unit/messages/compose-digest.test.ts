import { describe, expect, it } from "vitest";
import type { Digest } from "../../../src/digest/digest.ts";
import { LANGUAGES, type Language } from "../../../src/lib/language.ts";
import { composeDigest } from "../../../src/messages/compose-digest.ts";
import type { Block, Span } from "../../../src/messages/message.ts";
import { renderText } from "../../../src/messages/render-text.ts";
import {
  EMPTY_DIGEST,
  eventOf,
  iranUsNames,
  ONE_MANS_WORD,
  quoteOf,
  RICH_DIGEST,
} from "../../support/digests.ts";

const compose = (digest: Digest, language: Language = "en", timeZone = "Asia/Muscat") =>
  composeDigest(iranUsNames, digest, { language, timeZone });
const textOf = (digest: Digest, language: Language = "en", timeZone = "Asia/Muscat") =>
  renderText(compose(digest, language, timeZone)).replace(/\n {2}/g, " ");

describe("every claim", () => {
  const spansOf = (block: Block): readonly Span[] => {
    switch (block.kind) {
      case "title":
      case "heading":
        return [];
      case "paragraph":
        return block.spans;
      case "list":
        return block.items.flat();
      case "quote":
        return block.citations;
      case "table":
        return block.rows.flat(2);
      case "details":
        return block.blocks.flatMap(spansOf);
    }
  };

  it.each(LANGUAGES)("cites sources that are listed, by their address, in %s", (language) => {
    const spans = compose(RICH_DIGEST, language).blocks.flatMap(spansOf);
    const cited = spans.flatMap((span) => (span.kind === "citation" ? [span] : []));
    expect(cited.length).toBeGreaterThan(30);
    for (const { n, url } of cited)
      expect(RICH_DIGEST.sources.find((source) => source.n === n)?.url).toBe(url);
  });

  it.each(LANGUAGES)("has a source, but for tension and manner, in %s", (language) => {
    const blocks = compose(RICH_DIGEST, language).blocks;
    const items = blocks.flatMap((block) => (block.kind === "list" ? block.items : []));
    const bare = items.filter((item) => !item.some(({ kind }) => kind === "citation"));
    expect(bare).toHaveLength(3);
    const quotes = blocks.flatMap((block) => (block.kind === "quote" ? [block.citations] : []));
    expect(Math.min(...quotes.map(({ length }) => length))).toBe(1);
  });
});

describe("no code or id is ever told", () => {
  const digest: Digest = {
    ...RICH_DIGEST,
    nextRound: {
      ...RICH_DIGEST.nextRound!,
      venue: { city: null, country: "XQZ" },
      mediator: "XQZ",
    },
    milestones: [{ since: "no-such-war", citations: [1] }],
    positions: [{ party: "XQZ", statements: [quoteOf({ topic: "no-such-topic" })] }],
    events: [eventOf({ source: "XQZ", target: "XQY", topics: ["no-such-topic"] })],
    coverage: { ...RICH_DIGEST.coverage, bySide: { XQZ: 2 } },
  };

  it.each([
    ["en", "a party not identified"],
    ["ar", "طرف غير محدد"],
    ["fa", "طرفی نامشخص"],
  ] as const)("in %s", (language, unknown) => {
    const text = textOf(digest, language);
    expect(text).not.toMatch(/XQ[ZY]|no-such|\(\)|undefined|null/);
    expect(text).toContain(unknown);
  });
});

describe("what one leader alone says", () => {
  it.each([
    ["en", "on the word of Donald Trump alone; nobody else has confirmed it"],
    ["ar", "استناداً فقط إلى ما صدر عن دونالد ترامب، من دون تأكيد من أي طرف آخر"],
    ["fa", "تنها به گفته دونالد ترامپ و بدون تأیید هیچ طرف دیگری"],
  ] as const)("is told as that leader's word in %s", (language, words) => {
    expect(textOf(ONE_MANS_WORD, language).replaceAll("\n\u200f  ", " ")).toContain(words);
  });
});

describe("the next round", () => {
  const round = RICH_DIGEST.nextRound!;

  it("tells the hour there, and the reader's where it is another", () => {
    expect(textOf(RICH_DIGEST)).toContain("Muscat, Oman, 10:00 local time [1][2]");
    expect(textOf(RICH_DIGEST, "en", "Asia/Tehran")).toContain(
      "10:00 local time (09:30 Tehran time)",
    );
    expect(textOf(RICH_DIGEST, "en", "Asia/Qatar")).toContain("(09:00 Doha time)");
  });

  it("names the day where the reader's is another", () => {
    const late = { ...RICH_DIGEST, nextRound: { ...round, time: "23:30" } };
    expect(textOf(late, "en", "Asia/Tokyo")).toMatch(/\(7 February 2026, 04:30 [^)]+\)/);
  });

  it("does not guess the zone of an hour", () => {
    const open = { ...RICH_DIGEST, nextRound: { ...round, timeZone: null } };
    expect(textOf(open)).toContain("10:00 (time zone not stated)");
  });

  it("is told as unknown while one is awaited, and not at all once the talks are off", () => {
    const awaited: Digest = { ...RICH_DIGEST, nextRound: null, phase: "adjourned" };
    expect(textOf(awaited)).toContain("No date is known.");
    expect(textOf({ ...awaited, phase: "cancelled" })).not.toContain("No date is known.");
  });

  it("says which round was called off", () => {
    const calledOffRound = {
      date: "2026-02-06",
      venue: { city: "Muscat", country: "OMN" },
      status: "cancelled",
      citations: [1],
    } as const;
    const told = textOf({ ...RICH_DIGEST, phase: "cancelled", nextRound: null, calledOffRound });
    expect(told).toContain("Friday 6 February 2026, Muscat, Oman; Status: cancelled [1]");
  });

  it("that was held is told as held, not as dropped", () => {
    const held: Digest = {
      ...RICH_DIGEST,
      nextRound: null,
      lastRound: { ...RICH_DIGEST.lastRound!, date: "2026-02-06" },
      changes: [{ kind: "round", from: { date: "2026-02-06" }, to: null, citations: [1] }],
    };
    expect(textOf(held)).toContain("Round held: Friday 6 February 2026 [1]");
    expect(textOf({ ...held, lastRound: null })).toContain("Next round: no longer planned [1]");
  });
});

const eventsTold = (...events: Parameters<typeof eventOf>[0][]) =>
  textOf({ ...RICH_DIGEST, events: events.map(eventOf), tension: EMPTY_DIGEST.tension });

describe("events", () => {
  it("done to several in one way are one line", () => {
    const text = eventsTold({ type: "ACCUSE", target: "IRN" }, { type: "ACCUSE", target: "OMN" });
    expect(text).toContain("United States: accusation against Iran and Oman [1]");
  });

  it("say what pressure aims at, without repeating what it is", () => {
    expect(eventsTold({ topics: ["military-build-up", "missiles"] })).toContain(
      "military build-up against Iran, aimed at: missiles [1]",
    );
  });

  it.each([
    ["future", "announced, not yet done"],
    ["hypothetical", "only raised as a possibility"],
    ["negated", "denied"],
  ] as const)("that are %s are not told as done", (modality, words) => {
    expect(eventsTold({ type: "ASSAULT", modality })).toContain(`attack on Iran (${words})`);
  });

  it("are never dated after the digest", () => {
    expect(eventsTold({ type: "ASSAULT", date: "2026-02-09" })).toContain("attack on Iran [1]");
  });
});

const tensionTold = (now: number, weekAgo: number | null) =>
  textOf({ ...EMPTY_DIGEST, tension: { now, weekAgo, series: [] } });

describe("tension", () => {
  it.each([
    [-7, -3, "very high and rising"],
    [-4, -4.2, "high and steady"],
    [-2, -6, "moderate and easing"],
    [1.5, 1, "low and easing"],
    [0, null, "low (score"],
  ])("%d after %s is %s", (now, weekAgo, words) => {
    expect(tensionTold(now, weekAgo)).toContain(`Tension between the parties: ${words}`);
  });
});

const quoteTold = (text: string, lang: Language = "en") =>
  textOf({
    ...EMPTY_DIGEST,
    positions: [{ party: "IRN", statements: [quoteOf({ text, lang })] }],
  });

describe("quotations", () => {
  it("turn marks inside into the inner ones", () => {
    expect(quoteTold("we want \u201cpeace\u201d")).toContain(
      "\u201cwe want \u2018peace\u2019\u201d",
    );
    expect(quoteTold("نريد «السلام»", "ar")).toContain("«نريد \u201cالسلام\u201d»");
  });

  it("end between words when they are long", () => {
    const quoted = quoteTold("word ".repeat(100)).match(/\u201c[^\u201d]*\u201d/)?.[0] ?? "";
    expect(quoted.length).toBeLessThanOrEqual(282);
    expect(quoted.endsWith("word\u2026\u201d")).toBe(true);
  });
});

describe("a digest on one source", () => {
  it.each([
    ["en", "One source alone stands behind this digest."],
    ["ar", "يستند هذا الموجز إلى مصدر واحد فقط."],
    ["fa", "این گزارش تنها بر پایه یک منبع است."],
  ] as const)("says so in %s", (language, words) => {
    expect(textOf(ONE_MANS_WORD, language).replace(/\n\u200f?/g, " ")).toContain(words);
  });
});
