import { foldWord } from "../../articles/word-forms.ts";
import type { Reader } from "../../facts/read-article.ts";
import { type Check, faultsIn } from "./check.ts";
import { type Passage, textOfTokens } from "./reading.ts";
import type { SurfaceLexicons } from "./surface-words.ts";
import type { NumberReader } from "./text-numbers.ts";

/** What words for two of a thing are compared with. */
export type DualTools = {
  readonly reader: Reader;
  readonly surfaceWords: SurfaceLexicons;
  readonly numbers: NumberReader;
};

/** Fewer letters may begin any word. */
const SHORTEST_STEM = 3;

/** "Two rounds" in one word, where the evidence counts another number of them: «جولتين» of «ثلاث جولات». */
export function createDualCheck(tools: DualTools): Check {
  return (sentence, { passages }) => {
    const endings = tools.surfaceWords[sentence.language].dualEndings.map(foldWord);
    if (endings.length === 0) return [];
    const others = passages.filter(({ language }) => language === sentence.language);
    const wrong = sentence.read.tokens.flatMap(({ text }, at) => {
      const ending = endings.find((one) => text.endsWith(one));
      if (ending === undefined) return [];
      const stems = tools.reader.languages[sentence.language]
        .forms(text)
        .filter((form) => form.endsWith(ending))
        .map((form) => form.slice(0, -ending.length))
        .filter((stem) => stem.length >= SHORTEST_STEM);
      const isToldAsTwo = others.some(({ read }) =>
        read.tokens.some((token) => token.text === text),
      );
      const isOther = others.some((passage) => countsOthers(tools.numbers, passage, stems));
      return isOther && !isToldAsTwo ? [textOfTokens(sentence, at, at + 1)] : [];
    });
    return faultsIn("number", wrong);
  };
}

/** Whether a number other than two stands right before a word of one of these stems. */
const countsOthers = (numbers: NumberReader, passage: Passage, stems: readonly string[]): boolean =>
  numbers(passage).some(
    ({ kind, values, to }) =>
      kind === "count" &&
      !values.includes(2) &&
      stems.some((stem) => passage.read.tokens[to]?.text.startsWith(stem)),
  );
