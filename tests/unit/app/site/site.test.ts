import { describe, expect, it, vi } from "vitest";
import { createSite } from "../../../../src/app/site/site.ts";
import type { Past, SiteTalks } from "../../../../src/app/site/site-talks.ts";
import { rememberCards } from "../../../../src/cards/remember-cards.ts";
import type { Digest } from "../../../../src/digest/digest.ts";
import { EMPTY_DIGEST } from "../../../support/digests.ts";
import { seaTalks } from "../../../support/other-desk.ts";

const NOON = Date.parse("2026-02-05T12:00:00Z");
const at = (seconds: number): Date => new Date(NOON + seconds * 1_000);

/** Talks of which more becomes known, and which count how often they are asked. */
function smallTalks() {
  let known: Partial<Digest> = {};
  const tell = vi.fn<(now: Date) => Promise<Digest>>((now) =>
    Promise.resolve({ ...EMPTY_DIGEST, ...known, talks: "sea-talks", at: now.toISOString() }),
  );
  const past: Past = {
    countUntil: () => 0,
    digest: (instant) => ({ ...EMPTY_DIGEST, talks: "sea-talks", at: instant.toISOString() }),
  };
  const talks: SiteTalks = {
    desk: { ...seaTalks(), digest: tell },
    past: () => Promise.resolve(past),
    addresses: () => [],
  };
  const paint = vi.fn<() => Promise<Uint8Array>>(() => Promise.resolve(new Uint8Array([1])));
  return {
    site: createSite([talks], rememberCards(paint)),
    tell,
    paint,
    learn: (more: Partial<Digest>) => (known = more),
  };
}

describe("a site", () => {
  it("writes once for all who ask in one moment", async () => {
    const { site, tell } = smallTalks();
    const pages = await Promise.all(
      Array.from({ length: 100 }, () => site.page("sea-talks", "en", at(0))),
    );
    await site.page("sea-talks", "ar", at(0.5));
    await site.document("sea-talks", "digest.json", "en", at(0.9));
    expect(new Set(pages).size).toBe(1);
    // The last day's changes, and today's.
    expect(tell).toHaveBeenCalledTimes(2);
  });

  it("gives the same page for as long as it says the same", async () => {
    const { site, learn } = smallTalks();
    const first = await site.page("sea-talks", "fa", at(0));
    expect(await site.page("sea-talks", "fa", at(30))).toBe(first);
    learn({ contested: true, phase: "scheduled", phaseSince: at(-60).toISOString() });
    const second = await site.page("sea-talks", "fa", at(40));
    expect(second?.version).not.toBe(first?.version);
    expect(second?.standing).not.toBe(first?.standing);
  });

  it("tells who listens what changed, once, and no more when they stop", async () => {
    const { site, learn } = smallTalks();
    const heard: string[] = [];
    const stop = site.onChange("sea-talks", (standing) => heard.push(standing));
    await site.changed(at(0));
    await site.changed(at(10));
    learn({ phase: "scheduled", phaseSince: at(0).toISOString() });
    await site.changed(at(11));
    expect(heard).toHaveLength(2);
    expect(heard.at(-1)).toBe(await site.standing("sea-talks", at(11)));
    stop();
    learn({ phase: "cancelled", phaseSince: at(0).toISOString() });
    await site.changed(at(12));
    expect(heard).toHaveLength(2);
  });

  it("says the standing is the same while only time passes and nothing is told anew", async () => {
    const { site } = smallTalks();
    const first = await site.standing("sea-talks", at(0));
    expect(await site.standing("sea-talks", at(3_600))).toBe(first);
  });

  it("goes on with what it knew while the store fails", async () => {
    const { site, tell } = smallTalks();
    const page = await site.page("sea-talks", "en", at(0));
    tell.mockRejectedValueOnce(new Error("the store is busy"));
    expect(await site.page("sea-talks", "en", at(90))).toBe(page);
  });

  it("fails where nothing was known before, and tries again", async () => {
    const { site, tell } = smallTalks();
    tell.mockRejectedValueOnce(new Error("the store is busy"));
    await expect(site.page("sea-talks", "en", at(0))).rejects.toThrow("busy");
    expect(await site.page("sea-talks", "en", at(0.1))).not.toBeNull();
  });

  it("paints a card again only when it would say something else", async () => {
    const { site, paint, learn } = smallTalks();
    await site.document("sea-talks", "card.png", "en", at(0));
    await site.document("sea-talks", "card.png", "en", at(1));
    expect(paint).toHaveBeenCalledTimes(1);
    learn({ phase: "scheduled", phaseSince: at(0).toISOString() });
    await site.document("sea-talks", "card.png", "en", at(2));
    expect(paint).toHaveBeenCalledTimes(2);
  });

  it("knows nothing of other talks and documents", async () => {
    const { site } = smallTalks();
    expect(await site.page("none", "en", at(0))).toBeNull();
    expect(await site.entries("none", "en", at(0))).toBeNull();
    expect(await site.document("sea-talks", "toString", "en", at(0))).toBeNull();
  });
});
