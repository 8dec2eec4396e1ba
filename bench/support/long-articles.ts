import { join } from "node:path";
import { readItemsFile } from "../../src/app/items-file.ts";
import type { Article, ArticleId } from "../../src/articles/article.ts";
import type { Language } from "../../src/lib/language.ts";
import { seededRandom } from "./random.ts";

const CORPUS = join(import.meta.dirname, "..", "..", "seeds", "corpus");
const WORDS = 600;

/**
 * Articles of about 600 words, each begun by one item of the demo corpus and filled up with sentences
 * of others in the same language; the same for the same seed.
 */
export function longArticles(language: Language, count: number, seed = 1): readonly Article[] {
  const { articles } = readItemsFile(join(CORPUS, `items.${language}.json`));
  const sentences = articles.flatMap((article) => sentencesOf(article));
  const random = seededRandom(seed);
  const anyOf = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error("the corpus is empty");
    return item;
  };
  return Array.from({ length: count }, (_, n): Article => {
    const base = anyOf(articles);
    const body = sentencesOf(base);
    let words = countWords(body.join(" "));
    while (words < WORDS) {
      const next = anyOf(sentences);
      words += countWords(next);
      body.push(next);
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- numbered here
    const id = `${language}-${n}` as ArticleId;
    const { url, source, published, title, lang } = base;
    return { id, url: `${url}?${n}`, source, published, title, lang, body: paragraphs(body) };
  });
}

const sentencesOf = ({ summary = "", body = "" }: Article): string[] =>
  `${summary}\n${body}`.split(/(?<=[.!?\u061f])\s+|\n+/).filter((sentence) => sentence.length > 3);

const countWords = (text: string): number => text.split(/\s+/).length;

function paragraphs(sentences: readonly string[]): string {
  const parts: string[] = [];
  for (let at = 0; at < sentences.length; at += 3)
    parts.push(sentences.slice(at, at + 3).join(" "));
  return parts.join("\n\n");
}
