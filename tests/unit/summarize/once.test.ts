import { describe, expect, it } from "vitest";
import type { Written } from "../../../src/summarize/narrate.ts";
import type { ExtractiveReason } from "../../../src/summarize/narration-event.ts";
import { createOnce } from "../../../src/summarize/once.ts";
import type { SpentOn } from "../../../src/summarize/spent-on.ts";

const WORDS: Written<string> = { kind: "written", value: "words" };
const nothing = (reason: ExtractiveReason): Written<string> => ({ kind: "nothing", reason });
const MINUTE_MS = 60_000;

/** Asks for one thing, and counts how often it is written. */
function asking(answer: Written<string>) {
  const time = { now: 0 };
  const asked: (() => SpentOn)[] = [];
  const once = createOnce<Written<string>>(() => time.now);
  const ask = (on: SpentOn = "reading") =>
    once("key", on, async (spentOn) => {
      asked.push(spentOn);
      return answer;
    }).writing;
  return { ask, asked, time };
}

describe("what was written", () => {
  it("is for whoever of those that wait for it comes first", async () => {
    const { ask, asked } = asking(WORDS);
    const all = [ask("reading"), ask("briefing"), ask("reading")];
    expect(asked.map((spentOn) => spentOn())).toEqual(["briefing"]);
    expect(await Promise.all(all)).toEqual([WORDS, WORDS, WORDS]);
  });

  it.each(["over-budget", "busy"] as const)(
    "is tried for a briefing though readings are told %s",
    async (reason) => {
      const { ask, asked } = asking(nothing(reason));
      await ask("reading");
      await ask("reading");
      expect(asked).toHaveLength(1);
      await ask("briefing");
      await ask("briefing");
      await ask("reading");
      expect(asked).toHaveLength(2);
    },
  );

  it("is not tried for a briefing at once where the server failed a reading", async () => {
    const { ask, asked } = asking(nothing("server"));
    await ask("reading");
    await ask("briefing");
    expect(asked).toHaveLength(1);
  });
});

describe("what failed is tried again", () => {
  it.each([
    ["unreachable", 1],
    ["late", 1],
    ["over-budget", 1],
    ["malformed", 30],
    ["too-little", 30],
    ["refused", 30],
  ] as const)("after %s in %i min", async (reason, minutes) => {
    const { ask, asked, time } = asking(nothing(reason));
    await ask();
    time.now = minutes * MINUTE_MS - 1;
    await ask();
    expect(asked).toHaveLength(1);
    time.now = minutes * MINUTE_MS;
    await ask();
    expect(asked).toHaveLength(2);
  });
});
