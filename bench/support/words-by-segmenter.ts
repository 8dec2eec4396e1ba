import type { Language } from "../../src/lib/language.ts";

/** Divides a text into sentences and words with what Node itself brings; gives how many words there are. */
export function wordsBySegmenter(language: Language): (text: string) => number {
  const sentences = new Intl.Segmenter(language, { granularity: "sentence" });
  const words = new Intl.Segmenter(language, { granularity: "word" });
  return (text) => {
    let count = 0;
    for (const { segment } of sentences.segment(text))
      for (const { isWordLike } of words.segment(segment)) if (isWordLike === true) count += 1;
    return count;
  };
}
