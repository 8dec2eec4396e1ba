import { foldWord } from "../../articles/word-forms.ts";
import type { Fault } from "../verdict.ts";
import { type Check, faultsIn } from "./check.ts";
import { dateFaults } from "./date-pairs.ts";
import { quotedIn } from "./quoted.ts";
import { type Passage, textOfTokens } from "./reading.ts";
import type { SurfaceLexicons } from "./surface-words.ts";
import type { NumberReader, TextNumber } from "./text-numbers.ts";

/** What figures are read with. */
export type PairTools = { readonly numbers: NumberReader; readonly surfaceWords: SurfaceLexicons };

/**
 * A translation has the numbers and days of the original, no more and no fewer, is about as long, and
 * quotes only where the original does.
 */
export function createPairCheck({ numbers, surfaceWords }: PairTools): Check {
  return (translation, { claims }) => {
    const [original] = claims.flatMap(({ originals }) => originals);
    if (original === undefined) return [{ about: "claim", words: [] }];
    const dual = surfaceWords[original.language].dualEndings.map(foldWord);
    return [
      ...numberFaults(numbers, { translation, original }, dual),
      ...dateFaults(numbers, { translation, original }),
      ...(isAsLong({ translation, original }) ? [] : [{ about: "form" as const, words: [] }]),
      ...(quotedIn(translation).length > 0 && quotedIn(original).length === 0
        ? [{ about: "quotation" as const, words: [] }]
        : []),
    ];
  };
}

type Pair = { readonly translation: Passage; readonly original: Passage };

function numberFaults(
  numbers: NumberReader,
  { translation, original }: Pair,
  dual: readonly string[],
): readonly Fault[] {
  const hasDual = original.read.tokens.some(({ text }) => dual.some((end) => text.endsWith(end)));
  const without = (passage: Passage, other: Passage): string[] =>
    numbers(passage)
      .filter((one) => !isFree(one) && !numbers(other).some((number) => isSame(one, number)))
      .filter((one) => !(passage === translation && hasDual && one.values.includes(2)))
      .map(({ from, to }) => textOfTokens(passage, from, to));
  return faultsIn("number", [...without(translation, original), ...without(original, translation)]);
}

/** "One" and "first" come and go between languages, and so does "both" for two. */
const isFree = ({ doubtful, values, kind }: TextNumber): boolean =>
  doubtful || values.some((value) => value === 1 || (kind === "count" && value === 2));

const isSame = (a: TextNumber, b: TextNumber): boolean =>
  a.kind === b.kind && a.values.some((value) => b.values.includes(value));

/** Short texts may grow by much, and shrink by little. */
const MORE = 25;
const LESS = 10;
const LEAST = 0.5;
const MOST = 2.5;

function isAsLong({ translation, original }: Pair): boolean {
  const [length, other] = [translation.text.length, original.text.length];
  return length >= other * LEAST - LESS && length <= other * MOST + MORE;
}
