import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOpml } from "../../../src/app/opml/read-opml.ts";
import { writeOpml } from "../../../src/app/opml/write-opml.ts";
import { TIERS } from "../../../src/config/dossier.ts";
import { LANGUAGES } from "../../../src/lib/language.ts";
import { dossierFeed } from "../../support/feeds.ts";

/** What a name is once it has been a line of text: single spaces, whole characters, no controls. */
const name = fc
  .string({ unit: "binary", minLength: 1, maxLength: 60 })
  .map((text) =>
    text
      .toWellFormed()
      .replace(/[\p{Cc}\p{Cs}\ufffe\uffff|]/gu, "")
      .replace(/\s+/g, " ")
      .trim(),
  )
  .filter((text) => text !== "");

const feed = fc
  .record({
    name,
    owner: name,
    lang: fc.constantFrom(...LANGUAGES),
    tier: fc.constantFrom(...TIERS),
    also: fc.array(name, { maxLength: 3 }),
    labels: fc.array(name, { maxLength: 3 }),
    pollEveryMs: fc.integer({ min: 60_000, max: 86_400_000 }),
    url: fc.webUrl({ withQueryParameters: true }).map((url) => new URL(url).href),
  })
  .map((given) => dossierFeed(given));

describe("OPML", () => {
  it("gives back the feeds that were written, whatever they are called", () => {
    fc.assert(
      fc.property(fc.array(feed, { maxLength: 5 }), (feeds) => {
        expect(readOpml(writeOpml("Feeds", feeds))).toEqual({ kind: "read", feeds, problems: [] });
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it("reads any text without throwing", () => {
    const tags = fc.constantFrom(
      "<opml>",
      "<body>",
      "<outline xmlUrl='x'",
      "/>",
      "</opml>",
      "<!DOCTYPE",
      "]]>",
      "&a;",
      "<",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(tags, fc.string({ unit: "binary" })), { maxLength: 30 }),
        (parts) => {
          expect(["read", "failed"]).toContain(readOpml(parts.join("")).kind);
        },
      ),
      { seed: 6, numRuns: 500 },
    );
  });

  it("refuses outlines nested too deep, in no time", () => {
    const deep = `<opml><body>${"<outline>".repeat(100_000)}`;
    expect(readOpml(deep)).toMatchObject({ kind: "failed" });
  });
});
