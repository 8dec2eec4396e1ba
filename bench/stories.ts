import { createStoryIndex } from "../src/articles/story-index.ts";
import { loadCore } from "../src/app/core.ts";
import { storyFeatures } from "../src/app/story-features.ts";
import { LANGUAGES } from "../src/lib/language.ts";
import { longArticles } from "./support/long-articles.ts";
import { cpuMs, peakMemoryMb, printMetrics, rounded } from "./support/print-metrics.ts";

const ARTICLES = 1_500;
const HOUR_MS = 3_600_000;

/** Near-duplicates looked for: features made of read articles, and articles placed in an index. */
const core = loadCore("iran-us");
for (const language of LANGUAGES) {
  const read = longArticles(language, ARTICLES).map((article) => ({
    article,
    reading: core.extract(article),
  }));
  const started = cpuMs();
  const features = read.map(({ article, reading }, n) => ({
    ...storyFeatures(article, [reading]),
    published: Date.UTC(2026, 1, 1) + (n * 72 * HOUR_MS) / ARTICLES,
  }));
  const made = cpuMs();
  const index = createStoryIndex();
  const stories = new Set(features.map((each) => index.place(each)));
  const placed = cpuMs();
  printMetrics("stories", {
    language,
    placedPerSecond: Math.round((ARTICLES * 1_000) / (placed - made)),
    withFeaturesPerSecond: Math.round((ARTICLES * 1_000) / (placed - started)),
    msAnArticle: rounded((placed - started) / ARTICLES),
    articles: ARTICLES,
    stories: stories.size,
    peakMemoryMb: peakMemoryMb(),
  });
}
