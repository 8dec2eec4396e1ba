import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Alert } from "../../../../src/digest/alert.ts";
import type { Digest } from "../../../../src/digest/digest.ts";
import { LANGUAGES, type Language } from "../../../../src/lib/language.ts";
import { composeAlert, composeCorrected } from "../../../../src/messages/alerts/compose-alert.ts";
import { composeBrief } from "../../../../src/messages/alerts/compose-brief.ts";
import { composeBroadcast } from "../../../../src/messages/alerts/compose-broadcast.ts";
import { composeCorrection } from "../../../../src/messages/alerts/compose-correction.ts";
import { composeHeld } from "../../../../src/messages/alerts/compose-held.ts";
import { composeRoundMoment } from "../../../../src/messages/alerts/compose-round-moment.ts";
import { citedIn } from "../../../../src/messages/number-citations.ts";
import { spansOf } from "../../../../src/messages/block-spans.ts";
import type { Block, Message } from "../../../../src/messages/message.ts";
import { renderHtml } from "../../../../src/messages/render-html.ts";
import { renderText } from "../../../../src/messages/render-text.ts";
import {
  digestSaying,
  EMPTY_DIGEST,
  eventOf,
  iranUsNames as names,
  ONE_MANS_WORD,
  RICH_DIGEST,
} from "../../../support/digests.ts";

const AT = new Date("2026-02-05T12:00:00Z");

/** Everything that can be told of a digest. */
function messagesOf(digest: Digest, language: Language): Message[] {
  const reader = { language, timeZone: "Asia/Tehran" };
  const { nextRound, events, delegations } = digest;
  const alerts: Alert[] = [
    { kind: "phase", from: "in-doubt", to: digest.phase },
    { kind: "round", from: null, to: nextRound },
    ...delegations.map(({ party, members }): Alert => {
      return { kind: "delegation", party, joined: members.map(({ person }) => person) };
    }),
    ...events.map((event): Alert => ({ kind: "event", event })),
  ];
  const round = nextRound ?? RICH_DIGEST.nextRound!;
  return [
    composeAlert(names, digest, alerts, reader),
    composeCorrected(names, digest, alerts, reader),
    composeHeld(names, digest, { since: AT, alerts }, reader),
    ...alerts.map((alert) => composeCorrection(names, digest, { alert, at: AT }, reader)),
    ...(["day-before", "hour-before", "start", "end"] as const).flatMap((moment) =>
      (["brief", "full"] as const).map((form) =>
        composeRoundMoment(names, digest, { moment, round, form }, reader),
      ),
    ),
    composeBrief(names, digest, reader),
  ];
}

/** Digests that tell some of what a full one does. */
const partsOfDigest: fc.Arbitrary<Digest> = fc
  .tuple(
    fc.subarray([...RICH_DIGEST.events]),
    fc.subarray([...RICH_DIGEST.disputes]),
    fc.subarray([...RICH_DIGEST.changes]),
    fc.subarray([...RICH_DIGEST.positions]),
    fc.subarray([...RICH_DIGEST.phaseCitations]),
  )
  .map(([events, disputes, changes, positions, phaseCitations]) => ({
    ...RICH_DIGEST,
    events,
    disputes,
    changes,
    positions,
    phaseCitations,
  }));

const citationsIn = (block: Block) =>
  spansOf(block).flatMap((span) => (span.kind === "citation" ? [span] : []));

/** The list of sources: what stands behind each number. */
const sourceLines = (block: Block): [number, string][] =>
  block.kind !== "details"
    ? []
    : block.blocks.flatMap((list) =>
        list.kind !== "list"
          ? []
          : list.items.flatMap(([first, second]): [number, string][] =>
              first?.kind === "citation" && second?.kind === "text" ? [[first.n, second.text]] : [],
            ),
      );

describe.each(LANGUAGES)("in %s", (language) => {
  it("every message counts its sources from 1, and each number leads to the source that has it", () => {
    fc.assert(
      fc.property(partsOfDigest, (digest) => {
        for (const { blocks } of messagesOf(digest, language)) {
          const numbers = [...new Set(blocks.flatMap(citedIn))].toSorted((a, b) => a - b);
          expect(numbers).toEqual(numbers.map((_, at) => at + 1));
          const listed = new Map(blocks.flatMap(sourceLines));
          for (const { n, url } of blocks.flatMap(citationsIn)) {
            const source = digest.sources.find((known) => known.url === url);
            expect(listed.get(n)).toContain(source?.title.slice(0, 40));
          }
        }
      }),
      { seed: 3, numRuns: 30 },
    );
  });

  it("no message shows a code, an id or a gap", () => {
    const digest: Digest = {
      ...RICH_DIGEST,
      events: [eventOf({ source: "XQZ", target: "XQY" })],
      delegations: [{ ...RICH_DIGEST.delegations[0]!, party: "XQZ" }],
    };
    for (const told of [digest, EMPTY_DIGEST, ONE_MANS_WORD])
      for (const message of messagesOf(told, language))
        expect(renderText(message)).not.toMatch(/XQ[ZY]|undefined|null|NaN|\[object|\(\)/);
  });

  it("what articles say injects no markup and turns no direction", () => {
    const hostile = digestSaying('<b onclick="x">\u202eevil\u2066 *bold* [a](javascript:x)</b>');
    for (const message of messagesOf(hostile, language)) {
      const html = renderHtml(message);
      expect(html).not.toContain("<b onclick");
      expect(html).not.toMatch(/href="javascript/);
      expect(renderText(message)).not.toContain("\u202e");
    }
  });

  it("stands with a way to ask why, where things stand, and to change what is sent", () => {
    const [alert] = messagesOf(RICH_DIGEST, language);
    const calls = alert?.controls?.flat().map((one) => (one.kind === "button" ? one.call : null));
    expect(calls).toEqual([
      { command: "why", options: { talks: "iran-us" } },
      { command: "status", options: { talks: "iran-us" } },
      { command: "settings", options: {} },
    ]);
  });

  it("a brief fits a phone: a third of the digest's blocks at most", () => {
    const brief = composeBrief(names, RICH_DIGEST, { language, timeZone: "Asia/Tehran" });
    const shown = { ...brief, blocks: brief.blocks.filter(({ kind }) => kind !== "details") };
    expect(
      renderText({ ...shown, blocks: [brief.blocks[0], ...shown.blocks.slice(1)] }).length,
    ).toBeLessThan(1_700);
  });
});

describe("what one leader alone says", () => {
  it("is told as his word in an alert", () => {
    const alert: Alert = { kind: "round", from: null, to: ONE_MANS_WORD.nextRound };
    const reader = { language: "en", timeZone: "UTC" } as const;
    const text = renderText(composeAlert(names, ONE_MANS_WORD, [alert], reader));
    expect(text.replace(/\n\s*/g, " ")).toContain("on the word of Donald Trump alone");
  });
});

describe("an operator's words", () => {
  it.each([
    ["ar", { ar: "مرحبا", en: "Hello" }, "ar", "مرحبا"],
    ["fa", { ar: "مرحبا", en: "Hello" }, "en", "Hello"],
    ["en", { fa: "سلام" }, "fa", "سلام"],
  ] as const)("reach readers of %s", (wanted, words, language, expected) => {
    const message = composeBroadcast(words, wanted);
    expect(message.language).toBe(language);
    expect(renderText(message)).toContain(expected);
  });

  it("keep their lines", () => {
    const { blocks } = composeBroadcast({ en: "One.\n\nTwo.\u202e" }, "en");
    expect(blocks.slice(1)).toEqual([
      { kind: "paragraph", spans: [{ kind: "text", text: "One." }] },
      { kind: "paragraph", spans: [{ kind: "text", text: "Two." }] },
    ]);
  });
});
