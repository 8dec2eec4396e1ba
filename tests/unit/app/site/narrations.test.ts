import { describe, expect, it } from "vitest";
import type { PageNarrator } from "../../../../src/app/site/narrations.ts";
import { createSite } from "../../../../src/app/site/site.ts";
import type { Digest } from "../../../../src/digest/digest.ts";
import type { Narration } from "../../../../src/digest/narration.ts";
import type { Language } from "../../../../src/lib/language.ts";
import type { Subject } from "../../../../src/summarize/narrator.ts";
import { iranUsNames, RICH_DIGEST } from "../../../support/digests.ts";
import { sampleNarration } from "../../../support/narrations.ts";
import { seaTalks } from "../../../support/other-desk.ts";

const NOON = Date.parse("2026-02-05T12:00:00Z");
const MINUTE = 60;
const at = (seconds: number): Date => new Date(NOON + seconds * 1_000);
const nothing = () => undefined;
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

const LEAD = "The talks are in Muscat.";
const written = (language: Language): Narration =>
  sampleNarration({ language, lead: [{ text: LEAD, citations: [1] }], positions: [] });

/** A page of rich talks, and a narrator whose writing ends when the test says so. */
function narratedPage(kept: readonly Language[] = []) {
  let known: Digest = RICH_DIGEST;
  const found: Language[] = [];
  const begun: { subject: Subject; end: (narration: Narration | null) => void }[] = [];
  const narrator: PageNarrator = {
    find: async ({ language }) => {
      found.push(language);
      return kept.includes(language) ? written(language) : null;
    },
    prepare: (subject) => new Promise((end) => begun.push({ subject, end })),
  };
  const site = createSite(
    [
      {
        desk: {
          ...seaTalks(),
          names: iranUsNames,
          digest: (now) => Promise.resolve({ ...known, at: now.toISOString() }),
        },
        past: () =>
          Promise.resolve({ countUntil: () => 0, digest: () => ({ ...RICH_DIGEST, changes: [] }) }),
        addresses: () => [],
      },
    ],
    () => Promise.resolve(new Uint8Array([1])),
    { narrator, log },
  );
  const page = async (language: Language, now: Date): Promise<string> =>
    JSON.stringify(await site.page("iran-us", language, now));
  return {
    site,
    page,
    found,
    begun,
    learn: (more: Partial<Digest>) => (known = { ...known, ...more }),
  };
}

const settle = () => new Promise((next) => setImmediate(next));

describe("a page in a language model's words", () => {
  it("has what was written before, and says who wrote", async () => {
    const { page, begun } = narratedPage(["en"]);
    const told = await page("en", at(0));
    expect(told).toContain(LEAD);
    expect(told).toContain("language model (small)");
    expect(await page("ar", at(0))).not.toContain(LEAD);
    expect(begun.map(({ subject }) => subject.language)).toEqual(["ar"]);
  });

  it("waits for nothing, and tells who follows it once something is written", async () => {
    const { site, begun } = narratedPage();
    const heard: string[] = [];
    site.onChange("iran-us", (standing) => heard.push(standing));
    const before = await site.page("iran-us", "en", at(0));
    expect(JSON.stringify(before)).not.toContain(LEAD);
    begun[0]?.end(written("en"));
    await settle();
    const after = await site.page("iran-us", "en", at(0));
    expect(JSON.stringify(after)).toContain(LEAD);
    expect(heard).toEqual([after?.standing]);
    expect(after?.standing).not.toBe(before?.standing);
    expect(await site.standing("iran-us", at(2 * MINUTE))).toBe(after?.standing);
  });

  it("asks once, however many read it and however long nothing is new", async () => {
    const { page, found, begun } = narratedPage();
    await Promise.all(Array.from({ length: 50 }, () => page("en", at(0))));
    await page("en", at(5 * MINUTE));
    expect(found).toEqual(["en"]);
    expect(begun).toHaveLength(1);
  });

  it("never tells what was written of the talks as they stood before", async () => {
    const { page, begun, learn } = narratedPage();
    await page("en", at(0));
    learn({ phase: "postponed", phaseSince: at(1).toISOString() });
    await page("en", at(2));
    begun[0]?.end(written("en"));
    await settle();
    expect(await page("en", at(2))).not.toContain(LEAD);
  });

  it("has a language written in four times an hour at most", async () => {
    const { page, begun, learn } = narratedPage();
    for (let minute = 0; minute < 60; minute += 1) {
      learn({ phaseSince: at(minute).toISOString() });
      await page("en", at(minute * MINUTE));
    }
    expect(begun).toHaveLength(4);
  });

  it("leaves digest.json without, which is of no language", async () => {
    const { site, page } = narratedPage(["en"]);
    await page("en", at(0));
    const { body } = (await site.document("iran-us", "digest.json", "en", at(0))) ?? {};
    expect(JSON.parse(String(body))).not.toHaveProperty("narration");
  });
});
