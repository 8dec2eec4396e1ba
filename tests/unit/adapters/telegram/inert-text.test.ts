import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inertText } from "../../../../adapters/telegram/inert-text.ts";
import { hostileWords } from "../../../support/hostile.ts";
import { foundByTelegram } from "../../../support/telegram-problems.ts";

const PRESSABLE = [
  "@parley",
  "write to a.b@evil.example today",
  "#iran #مذاکرات",
  "$USD",
  "/start and /stop@other_bot",
  "https://evil.example/x?y=1",
  "tg://resolve?domain=x",
  "evil.example, t.me/abc, state.gov",
  "10.0.0.1",
  "+98 21 1234 5678",
  "4242 4242 4242 4242",
  "4242424242424242",
];

describe("words of others in a classic message", () => {
  it.each(PRESSABLE)("hold nothing to press: %s", (words) => {
    expect(foundByTelegram(words)).not.toEqual([]);
    expect(foundByTelegram(inertText(words))).toEqual([]);
  });

  it("hold nothing to press, whatever they are", () => {
    const pieces = fc.array(fc.constantFrom(...PRESSABLE, ".", "/", "@", " ", "(", "ا"), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(pieces, hostileWords, (some, words) => {
        expect(foundByTelegram(inertText(some.join("") + words))).toEqual([]);
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  it.each([
    "The U.S. and Iran met at 10:00 on 6 February 2026.",
    "3.5 per cent and/or 1,200 people",
    "2026-02-06, 09:30–10:00",
    "گفت‌وگوی غیرمستقیم، ساعت ۱۰:۳۰",
    "Dr. Smith said no. Yes.",
  ])("stay as they are otherwise: %s", (words) => {
    expect(inertText(words).replaceAll("\u2060", "")).toBe(words);
    expect([...inertText(words).matchAll(/\u2060/g)].length).toBeLessThanOrEqual(1);
  });

  it("are made so in a moment, however long", () => {
    const started = performance.now();
    for (const odd of ["@", ".a", "1", "1 ", "/a", ":/", "#\u0301"]) inertText(odd.repeat(200_000));
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});
