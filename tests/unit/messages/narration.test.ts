import { describe, expect, it } from "vitest";
import type { Narration } from "../../../src/digest/narration.ts";
import type { Language } from "../../../src/lib/language.ts";
import { composeBrief } from "../../../src/messages/alerts/compose-brief.ts";
import { composeDigest } from "../../../src/messages/compose-digest.ts";
import { renderText } from "../../../src/messages/render-text.ts";
import { iranUsNames, RICH_DIGEST } from "../../support/digests.ts";

const ORIGINAL = "با حسن نیت به مسقط می‌رویم";

const narration = (changed: Partial<Narration> = {}): Narration => ({
  language: "en",
  lead: [
    { text: "The talks are scheduled for Friday 6 February 2026.", citations: [1, 2] },
    { text: "Sources contradict each other on this.", citations: [5] },
  ],
  positions: [
    { party: "IRN", sentences: [{ text: "Iran seeks agreement.", citations: [3] }] },
    { party: "TUR", sentences: [{ text: "Turkey says nothing.", citations: [3] }] },
  ],
  changes: [{ text: "The round has a date now.", citations: [2] }],
  translations: [{ original: ORIGINAL, lang: "fa", text: "We go to Muscat in good faith" }],
  by: { model: "small-model", prompts: "v1" },
  ...changed,
});

const told = (
  by: Narration | null,
  {
    language = "en",
    compose = composeDigest,
  }: { language?: Language; compose?: typeof composeDigest } = {},
): string => {
  const digest = { ...RICH_DIGEST, narration: by };
  const message = compose(iranUsNames, digest, { language, timeZone: "Asia/Muscat" });
  return renderText(message).replace(/\s+/g, " ");
};

describe("a digest that a model wrote of", () => {
  it("opens with the lead, each sentence with its sources", () => {
    const text = told(narration());
    const lead =
      "The talks are scheduled for Friday 6 February 2026. [1][2] Sources contradict each other on this. [5]";
    expect(text).toContain(lead);
    expect(text.indexOf(lead)).toBeLessThan(text.indexOf("Phase: Scheduled"));
  });

  it("tells of each party before its words, and of no party that said nothing", () => {
    const text = told(narration());
    expect(text).toMatch(/Iran Iran seeks agreement\. \[3\] - Abbas Araghchi/);
    expect(text).not.toContain("Turkey says nothing");
  });

  it("gives a translation under the words as published, and calls it one", () => {
    expect(told(narration())).toMatch(
      new RegExp(`می‌رویم».{0,3} \\[3\\] Translation: We go to Muscat in good faith`),
    );
  });

  it("says what a model wrote, and which", () => {
    expect(told(narration())).toContain("written by a language model (small-model)");
  });

  it("has lead, translation and note in the brief form, too", () => {
    const text = told(narration(), { compose: composeBrief });
    expect(text).toContain("The talks are scheduled for Friday 6 February 2026. [1][2]");
    expect(text).toContain("Translation: We go to Muscat in good faith");
    expect(text).toContain("written by a language model");
  });

  it.each([
    ["ar", "من كتابة نموذج لغوي"],
    ["fa", "را یک مدل زبانی"],
  ] as const)("says so in %s", (language, words) => {
    expect(told(narration({ language }), { language })).toContain(words);
  });

  it("is the digest without one where it was written in another language", () => {
    expect(told(narration(), { language: "ar" })).toBe(told(null, { language: "ar" }));
  });

  it("shows a model's name and words as plain text, whatever they hold", () => {
    const text = told(
      narration({
        lead: [{ text: "Talks\u202e are\n\n**on**", citations: [1] }],
        by: { model: "evil\u0000\u202emodel", prompts: "v1" },
      }),
    );
    expect(text).toContain("Talks are **on** [1]");
    expect(text).toContain("(evilmodel)");
  });
});
