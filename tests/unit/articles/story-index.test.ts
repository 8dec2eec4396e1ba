import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ArticleId } from "../../../src/articles/article.ts";
import { fingerprintOf, numbersOf } from "../../../src/articles/fingerprint.ts";
import type { StoryFeatures } from "../../../src/articles/same-story.ts";
import { createStoryIndex } from "../../../src/articles/story-index.ts";
import { tokenize } from "../../../src/articles/tokens.ts";

const REPORT =
  "The foreign minister of Oman received the two delegations separately on Friday and carried their proposals between the rooms for six hours before both sides agreed to consult their capitals";
const REWRITE =
  "Oman's foreign minister received the two delegations separately on Friday and carried their proposals between the rooms for six hours before both sides agreed to go home and consult their capitals";
const OTHER =
  "A storm closed the port of Salalah on Friday and fishermen were told to stay ashore while the coast guard searched for a missing dhow";

type Given = {
  id: string;
  denies?: boolean;
  text: string;
  hour?: number;
  claims?: [string, string][];
  lang?: "en" | "ar";
};

const features = ({
  id,
  text,
  hour = 0,
  claims = [],
  lang = "en",
  denies = false,
}: Given): StoryFeatures => ({
  id: id as ArticleId,
  lang,
  published: Date.UTC(2026, 1, 6, hour),
  fingerprint: fingerprintOf(tokenize(text, { next: new Set(), previous: new Set() })),
  headline: { words: numbersOf([1, 2, 3, 4, 5]), denies },
  claims: new Map(claims),
});

describe("a story", () => {
  it("takes in a light rewrite of the same report", () => {
    const index = createStoryIndex();
    const first = index.place(features({ id: "a", text: REPORT }));

    expect(index.place(features({ id: "b", text: REWRITE, hour: 2 }))).toBe(first);
  });

  it("leaves another report alone", () => {
    const index = createStoryIndex();
    index.place(features({ id: "a", text: REPORT }));

    expect(index.place(features({ id: "b", text: OTHER }))).toBe("b");
  });

  it("never takes in a report that contradicts one of its own", () => {
    const index = createStoryIndex();
    index.place(features({ id: "a", text: REPORT, claims: [["place", "Muscat"]] }));
    index.place(features({ id: "b", text: REWRITE, hour: 1 }));

    const denial = features({ id: "c", text: REWRITE, hour: 2, claims: [["place", "Geneva"]] });
    expect(index.place(denial)).toBe("c");
  });

  it("does not take in the denial of its headline", () => {
    const index = createStoryIndex();
    index.place(features({ id: "a", text: REPORT }));

    expect(index.place(features({ id: "b", text: REWRITE, denies: true }))).toBe("b");
  });

  it("does not take in the same words a month later", () => {
    const index = createStoryIndex();
    index.place(features({ id: "a", text: REPORT }));

    expect(index.place(features({ id: "b", text: REPORT, hour: 24 * 30 }))).toBe("b");
  });

  it("does not take in a text of another language", () => {
    const index = createStoryIndex();
    index.place(features({ id: "a", text: REPORT }));

    expect(index.place(features({ id: "b", text: REPORT, lang: "ar" }))).toBe("b");
  });

  it("gathers the same articles in whatever order they arrive", () => {
    const given = [
      features({ id: "a", text: REPORT, hour: 1 }),
      features({ id: "b", text: REWRITE, hour: 2 }),
      features({ id: "c", text: REPORT, hour: 3 }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(given, { minLength: 3 }), (order) => {
        const index = createStoryIndex();
        const stories = order.map((article) => index.place(article));
        expect(new Set(stories).size).toBe(1);
      }),
      { seed: 3 },
    );
  });

  it("places an article that comes again where it was", () => {
    const index = createStoryIndex();
    index.place(features({ id: "a", text: REPORT }));

    expect(index.place(features({ id: "a", text: REPORT }))).toBe("a");
  });

  it("is forgotten with its day, whoever carried it, and goes on where another day has it", () => {
    const index = createStoryIndex();
    for (let copy = 0; copy < 60; copy += 1)
      index.place(features({ id: `a${copy}`, text: REPORT }));
    index.place(features({ id: "next day", text: REWRITE, hour: 30 }));
    const day = Math.floor(Date.UTC(2026, 1, 6) / 86_400_000);
    index.forget(day);

    expect(index.place(features({ id: "b", text: REPORT, hour: 31 }))).toBe("a0");
    index.forget(day + 1);
    expect(index.place(features({ id: "a59", text: REPORT }))).toBe("a59");
  });
});
