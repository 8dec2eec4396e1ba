import lexrank from "lexrank.js";
import textrank from "textrank";
import type { Sentence } from "./summary.ts";

/** Puts sentences in the order in which they are worth telling. */
export type Choose = (sentences: readonly Sentence[]) => readonly Sentence[];

/** The first three sentences of each article, those of the newest article first. */
export const leadThree: Choose = (sentences) =>
  sentences
    .filter(({ place }) => place < 3)
    .toSorted((a, b) => b.written.getTime() - a.written.getTime() || a.place - b.place);

/** By `textrank`, on the sentences and words given. */
export const byTextRank: Choose = (sentences) => {
  if (sentences.length < 3) return sentences;
  const { TextRank } = textrank;
  const ranked = new TextRank(sentences.map(({ text }) => text).join(" "), {
    tokens: sentences.map(({ text }) => text),
    split: sentences.map(({ words }) => [...words]),
    extractAmount: sentences.length,
    summaryType: "array",
  });
  const scores = new Map(Object.values(ranked.graph.V).map(({ id, score }) => [id, score]));
  return [...sentences.entries()]
    .toSorted(([a], [b]) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0))
    .map(([, sentence]) => sentence);
};

/** By `lexrank.js`, each sentence given as a paragraph's own line, whatever it makes of it. */
export const byLexRank: Choose = (sentences) => {
  const ranked = lexrank(sentences.map(({ text }) => text.replaceAll(/\s+/gu, " ")).join("\n\n"));
  const weights = ranked.map((paragraph) => Math.max(0, ...paragraph.map(({ weight }) => weight)));
  return [...sentences.entries()]
    .toSorted(([a], [b]) => (weights[b] ?? 0) - (weights[a] ?? 0))
    .map(([, sentence]) => sentence);
};
