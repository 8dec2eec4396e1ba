import { beforeAll, expect, it } from "vitest";
import { soak, type SoakedDay } from "../soak/soak.ts";
import { slopeOf } from "../soak/slope.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const folder = temporaryFolder();
/** Two days take some seconds; a loaded machine may take longer. */
const PLAY_MS = 120_000;
const ARTICLES = 40;

/** A small sample of `npm run soak`. */
const days: SoakedDay[] = [];
beforeAll(async () => {
  const options = { from: "2026-03-04T00:00:00Z", days: 2, subscribers: 60, feeds: 80, seed: 1 };
  const store = { databaseUrl: `file:${folder()}/parley.db`, folder: folder() };
  const kept = { articles: ARTICLES, keepTextsDays: 7, answersAtOnce: true, minutes: 15 };
  await soak({ ...options, ...store, ...kept }, (day) => days.push(day));
}, PLAY_MS);

it("takes all that is printed in, and brings each reader what falls due within a minute", () => {
  expect(days.map(({ articles }) => articles)).toEqual([ARTICLES, 2 * ARTICLES]);
  for (const { sent, unsent, briefingMs, complaints } of days) {
    expect(sent).toBeGreaterThan(40);
    expect(unsent).toBe(0);
    expect(briefingMs[1]).toBeLessThan(60_000);
    expect(complaints).toEqual([]);
  }
});

it("fits the slope of what is measured", () => {
  expect(slopeOf([1, 3, 5, 7])).toBe(2);
  expect(slopeOf([4, 4, 4])).toBe(0);
  expect(slopeOf([4])).toBe(0);
});
