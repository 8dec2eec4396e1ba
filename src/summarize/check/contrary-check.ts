import { type Check, faultsIn } from "./check.ts";
import { sureNoes } from "./denials.ts";
import { type Polarity, type PolarityReader, sidesOf } from "./polarity.ts";
import { type Passage, textOfTokens } from "./reading.ts";
import type { SenseReader } from "./sense-reading.ts";

/** "Satisfied" of who is not, "the least" of what is the most. */
export const createContraryCheck =
  (polarities: PolarityReader, senses: SenseReader): Check =>
  (sentence, evidence) => {
    const [original] = evidence.claims.flatMap(({ originals }) => originals);
    // Where as much is denied, contraries are compared as they are written.
    if (original !== undefined && isDeniedAlike(original, sentence, senses))
      return faultsIn("negation", exchanged(original, sentence, senses));
    const borne = sidesOf(polarities, evidence);
    const told = polarities(sentence);
    const isContrary = ({ line, side }: Polarity): boolean => {
      const same = borne.filter((one) => one.line === line);
      return same.length > 0 && same.every((one) => one.side !== side);
    };
    const wrong = told.filter(({ line, at }) =>
      told.filter((one) => one.at === at && one.line === line).every(isContrary),
    );
    return faultsIn(
      "negation",
      wrong.map(({ at }) => textOfTokens(sentence, at, at + 1)),
    );
  };

const isDeniedAlike = (one: Passage, other: Passage, senses: SenseReader): boolean =>
  sureNoes(one, senses).size === sureNoes(other, senses).size;

/** Words of a side that the original has not, where the other side is said less often than there. */
function exchanged(original: Passage, sentence: Passage, senses: SenseReader): readonly string[] {
  const [theirs, ours] = [senses(original).contraries, senses(sentence).contraries];
  const count = (list: typeof ours, line: number, side: Polarity["side"]): number =>
    new Set(list.filter((one) => one.line === line && one.side === side).map(({ from }) => from))
      .size;
  const isExchanged = ({ line, side }: (typeof ours)[number]): boolean => {
    const other = side === "one" ? "other" : "one";
    return count(theirs, line, side) === 0 && count(theirs, line, other) > count(ours, line, other);
  };
  return ours.filter(isExchanged).map(({ from, to }) => textOfTokens(sentence, from, to));
}
