import { loadCore } from "../src/app/core.ts";
import { LANGUAGES } from "../src/lib/language.ts";
import { longArticles } from "./support/long-articles.ts";
import { cpuMs, medianOf, peakMemoryMb, printMetrics, rounded } from "./support/print-metrics.ts";

const ARTICLES = 400;
const ROUNDS = 5;

/** Articles of 600 words read on one core, in each language; the median of several rounds. */
const core = loadCore("iran-us");
for (const language of LANGUAGES) {
  const articles = longArticles(language, ARTICLES);
  for (const article of articles) core.extract(article);
  let relevant = 0;
  const perSecond = Array.from({ length: ROUNDS }, () => {
    const started = cpuMs();
    relevant = articles.filter((article) => core.extract(article).extraction.relevant).length;
    return (articles.length * 1_000) / (cpuMs() - started);
  });
  printMetrics("extraction", {
    language,
    articlesPerSecond: Math.round(medianOf(perSecond)),
    best: Math.round(Math.max(...perSecond)),
    msAnArticle: rounded(1_000 / medianOf(perSecond)),
    articles: articles.length,
    relevant,
    peakMemoryMb: peakMemoryMb(),
  });
}
