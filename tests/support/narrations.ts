import type { Narration } from "../../src/digest/narration.ts";

/** A narration with something of everything in it. */
export const sampleNarration = (changed: Partial<Narration> = {}): Narration => ({
  language: "fa",
  lead: [{ text: "گفت‌وگوها در مسقط است.", citations: [1, 2] }],
  positions: [{ party: "IRN", sentences: [{ text: "ایران آن را رد می‌کند.", citations: [2] }] }],
  changes: [],
  translations: [{ original: "no", lang: "en", text: "نه" }],
  by: { model: "small", prompts: "v1" },
  ...changed,
});
