import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadCore } from "../../../src/app/core.ts";
import { readItemsFile } from "../../../src/app/items-file.ts";
import { createLogMemory } from "../../../src/app/log-memory.ts";
import { storedReports } from "../../../src/app/stored-reports.ts";
import { createTakeIn } from "../../../src/app/take-in.ts";
import { digestAt, NO_FEEDS } from "../../../src/app/tell.ts";
import type { Article, ArticleId } from "../../../src/articles/article.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { Store } from "../../../src/store/store.ts";
import type { Report } from "../../../src/talks/report.ts";
import type { TalksLog } from "../../../src/talks/talks-log.ts";

const core = loadCore("iran-us");
const HOUR_MS = 3_600_000;
const BEGUN = Date.parse("2026-02-06T00:00:00Z");

/** In three languages, what is about the talks and what is not. */
const POOL: readonly Article[] = (["en", "ar", "fa"] as const).flatMap((language) =>
  readItemsFile(`seeds/corpus/items.${language}.json`).articles.filter((_, n) => n % 2 === 0),
);

/** What may happen between two looks; `which` chooses an article, `hours` an age or a time that passes. */
type Step = {
  readonly kind: (typeof KINDS)[number];
  readonly which: number;
  readonly hours: number;
};
const KINDS = ["news", "news", "reprint", "reprint", "edit", "redate", "others'", "time"] as const;

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    which: fc.nat(1_000),
    // Late within the day, within copies' reach, beside the edge of what counts, and too late.
    hours: fc.oneof(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: 44 * 24, max: 47 * 24 }),
    ),
  }),
  { minLength: 8, maxLength: 14 },
);

const SOURCES = ["Reuters", "IRNA", "Al Jazeera", "Times of Oman", "A blog"] as const;

function articleIn(step: Step, known: readonly Article[], now: number): Article {
  const { kind, which, hours } = step;
  const published = new Date(now - hours * HOUR_MS);
  const before = known[which % Math.max(known.length, 1)];
  const fresh = POOL[which % POOL.length];
  if (fresh === undefined) throw new Error("no articles");
  if (kind === "news" || kind === "others'" || before === undefined)
    return { ...fresh, id: idOf(`news-${which}-${known.length}`), published };
  if (kind === "edit") return { ...before, title: `${before.title} (${fresh.title})` };
  if (kind === "redate")
    return { ...before, published: new Date(before.published.getTime() - hours * HOUR_MS) };
  const source = SOURCES[which % SOURCES.length] ?? "A blog";
  // A reprint may be dated before what it was seen after.
  const apart = ((hours % 41) - 20) * HOUR_MS;
  return {
    ...before,
    id: idOf(`reprint-${which}-${known.length}`),
    source,
    summary: `${before.summary ?? ""} (${SOURCES[(which + 1) % SOURCES.length]})`,
    published: new Date(Math.min(before.published.getTime() + apart, now)),
  };
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- numbered here
const idOf = (id: string): ArticleId => id as ArticleId;

const shapeOf = ({ articleId, storyId, origin, title, published, extraction }: Report) => ({
  articleId,
  storyId,
  origin,
  title,
  published,
  extraction,
});

const seenIn = (log: TalksLog, now: Date) => ({
  reports: log
    .reports()
    .filter(({ published }) => published <= now)
    .map(shapeOf),
  digest: digestAt(core, log, now, {
    since: new Date(now.getTime() - 24 * HOUR_MS),
    feeds: NO_FEEDS,
  }),
});

async function anew(store: Store, now: Date): Promise<TalksLog> {
  const { reports, heardBefore } = await storedReports(core, store, now);
  const log = core.openLog(heardBefore);
  for (const report of reports) log.add(report);
  return log;
}

/** Plays steps on one memory, and compares it with all read anew after each look. */
async function play(played: readonly Step[]): Promise<number> {
  const store = await openStore("file::memory:", () => undefined);
  const memory = createLogMemory(core, store);
  const own = createTakeIn(store, [core], (readings) => memory.hear(readings));
  const others = createTakeIn(store, [core]);
  const known: Article[] = [];
  let now = BEGUN;
  let looks = 0;
  for (const [n, step] of played.entries()) {
    if (step.kind === "time") now += step.hours * HOUR_MS;
    else {
      const article = articleIn(step, known, now);
      const takeIn = step.kind === "others'" ? others : own;
      await takeIn.articles([article], { feed: null, at: new Date(now) });
      known.push(article);
    }
    if (n % 3 === 1) continue;
    await memory.compare();
    const at = new Date(now);
    expect(seenIn(await memory.log(at), at)).toEqual(seenIn(await anew(store, at), at));
    looks += 1;
  }
  await store.close();
  return looks;
}

describe("where the talks stand by what is held in memory", () => {
  it("is as by all that is stored, read anew: late, reprinted, edited and redated, as days pass", async () => {
    let looks = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (played) => {
        looks += await play(played);
      }),
      { seed: 6, numRuns: 15 },
    );
    expect(looks).toBeGreaterThan(50);
  }, 60_000);
});
