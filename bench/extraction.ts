import { textOf } from "../src/articles/article.ts";
import { loadCore } from "../src/app/core.ts";
import { type Language, LANGUAGES } from "../src/lib/language.ts";
import { entitiesByCompromise } from "./support/entities/by-compromise.ts";
import { entitiesByWink } from "./support/entities/by-wink.ts";
import { longArticles } from "./support/long-articles.ts";
import { cpuMs, medianOf, peakMemoryMb, printMetrics, rounded } from "./support/print-metrics.ts";
import { wordsBySegmenter } from "./support/words-by-segmenter.ts";

const ARTICLES = Number(process.argv[2] ?? 400);
const ROUNDS = 5;

/** What is done with an article; gives how much was found. */
type Read = (text: string, at: number) => number;

/**
 * Articles of 600 words read on one core, in each language; the median of several rounds after one that warms up. The
 * same texts are read by what else there is for Node: names and dates by compromise and wink-nlp, which read English
 * alone, and words and sentences by `Intl.Segmenter`, below which nobody gets who divides a text with it.
 */
const core = loadCore("iran-us");
for (const language of LANGUAGES) {
  const articles = longArticles(language, ARTICLES);
  const texts = articles.map(textOf);
  const byParley: Read = (_, at) => {
    const article = articles[at];
    return article !== undefined && core.extract(article).extraction.relevant ? 1 : 0;
  };
  for (const [system, read] of [
    ["parley", byParley],
    ["Intl.Segmenter", wordsBySegmenter(language)],
    ...peersIn(language),
  ] as const)
    measure(system, language, texts, read);
}

function peersIn(language: Language): (readonly [system: string, read: Read])[] {
  if (language !== "en") return [];
  return [
    ["compromise", (text) => entitiesByCompromise(text).length],
    ["wink-nlp", (text) => entitiesByWink(text).length],
  ];
}

function measure(system: string, language: Language, texts: readonly string[], read: Read): void {
  const pass = (): number => texts.reduce((sum, text, at) => sum + read(text, at), 0);
  const found = pass();
  const perSecond = Array.from({ length: ROUNDS }, () => {
    const started = cpuMs();
    pass();
    return (texts.length * 1_000) / (cpuMs() - started);
  });
  const metrics = {
    language,
    articlesPerSecond: Math.round(medianOf(perSecond)),
    best: Math.round(Math.max(...perSecond)),
    msAnArticle: rounded(1_000 / medianOf(perSecond)),
    articles: texts.length,
    ...(system === "parley" ? { relevant: found } : { found }),
    peakMemoryMb: peakMemoryMb(),
  };
  printMetrics("extraction", metrics, system);
}
