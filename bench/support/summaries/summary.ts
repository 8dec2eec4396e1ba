import type { Article } from "../../../src/articles/article.ts";
import type { Core } from "../../../src/app/core.ts";

/** A piece of a summary, and the instant that its "today" is counted from. */
export type Piece = { readonly text: string; readonly written: Date };

/** A sentence of an article. */
export type Sentence = Piece & {
  readonly article: Article;
  /** From 0, in its article, the title not counted. */
  readonly place: number;
  readonly words: readonly string[];
};

/** The sentences of articles, titles left out, as Parley divides them; all who choose get the same. */
export const sentencesOf = (core: Core, articles: readonly Article[]): readonly Sentence[] =>
  articles.flatMap((article) => {
    const { sentences, visible, tokens } = core.read(article);
    return sentences
      .filter(({ part }) => part !== "title")
      .map(({ span: [start, end], from, to }, place) => ({
        article,
        place,
        written: article.published,
        text: visible.slice(start, end).trim(),
        words: tokens
          .slice(from, to)
          .filter(({ kind }) => kind !== "mark")
          .map(({ text }) => text),
      }))
      .filter(({ text, words }) => text !== "" && words.length > 1);
  });

/** As many of the pieces as fit into so many characters, the last cut short. */
export function cutTo(length: number, pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  let left = length;
  for (const { text, written } of pieces) {
    if (left <= 0) break;
    kept.push({ text: text.slice(0, left), written });
    left -= text.length + 1;
  }
  return kept;
}
