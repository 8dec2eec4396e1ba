import { isSameStory } from "../src/articles/same-story.ts";
import { createStoryIndex } from "../src/articles/story-index.ts";
import { type Planted, plantedReports } from "./support/near-duplicates/planted-reports.ts";
import { cpuMs, peakMemoryMb, printMetrics, rounded } from "./support/print-metrics.ts";

const ARTICLES = Number(process.argv[2] ?? 1_000_000);
/** A million a year: whatever number is read, copies come as soon. */
const DAYS = (365 * ARTICLES) / 1_000_000;
const SAMPLE = Math.min(3_000, ARTICLES);

/** Copies found in a stream of articles, against what was planted, and against all pairs on a sample of them. */
stream();
compareAllPairs();

function stream(): void {
  const index = createStoryIndex();
  const stories: string[] = [];
  let [copies, found, joined, right, placingMs] = [0, 0, 0, 0, 0];
  const started = cpuMs();
  for (const { features, copyOf } of plantedReports(ARTICLES, DAYS)) {
    const begun = performance.now();
    const story = index.place(features);
    placingMs += performance.now() - begun;
    stories.push(story);
    const original = copyOf === null ? null : stories[copyOf];
    if (original !== null) copies += 1;
    if (story !== features.id) joined += 1;
    if (story === original) found += 1;
    if (story !== features.id && story === original) right += 1;
  }
  printMetrics("near-duplicates", {
    articles: ARTICLES,
    days: Math.round(DAYS),
    copiesPlanted: copies,
    joined,
    recall: rounded(found / copies),
    precision: rounded(right / joined),
    falselyJoined: joined - right,
    articlesPerSecond: Math.round((ARTICLES * 1_000) / (cpuMs() - started)),
    placedPerSecondOfClock: Math.round((ARTICLES * 1_000) / placingMs),
    heapMb: Math.round(process.memoryUsage().heapUsed / 1e6),
    peakMemoryMb: peakMemoryMb(),
  });
}

/** Whether articles that a comparison of all pairs finds alike come into one story, and no others. */
function compareAllPairs(): void {
  const sample = [...plantedReports(SAMPLE, (DAYS * SAMPLE) / ARTICLES, 2)];
  const index = createStoryIndex();
  const begun = cpuMs();
  const stories = sample.map(({ features }) => index.place(features));
  const indexMs = cpuMs() - begun;
  let [alike, together, apart, apartAlike] = [0, 0, 0, 0];
  for (const [later, { features }] of sample.entries()) {
    const others = sample.slice(0, later).map((other, at) => ({ other, story: stories[at] }));
    const matches = others.filter(({ other }) => isSameStory(other.features, features));
    const isJoined = stories[later] !== features.id;
    if (matches.length > 0) alike += 1;
    if (matches.some(({ story }) => story === stories[later])) together += 1;
    if (isJoined) apart += 1;
    if (isJoined && matches.length > 0) apartAlike += 1;
  }
  printMetrics(
    "near-duplicates",
    {
      articles: SAMPLE,
      alike,
      together,
      recallOfIndex: rounded(together / alike),
      precisionOfIndex: rounded(apartAlike / apart),
      recallOfPlanted: rounded(plantedFound(sample, stories)),
      timesFaster: Math.round((cpuMs() - begun - indexMs) / indexMs),
    },
    "all pairs",
  );
}

/** The share of planted copies that lie in the story of what they were copied from. */
function plantedFound(sample: readonly Planted[], stories: readonly string[]): number {
  const copies = sample.flatMap(({ copyOf }, at) => (copyOf === null ? [] : [{ copyOf, at }]));
  return copies.filter(({ copyOf, at }) => stories[copyOf] === stories[at]).length / copies.length;
}
