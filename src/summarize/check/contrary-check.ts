import { type Check, faultsIn } from "./check.ts";
import { type Polarity, type PolarityReader, sidesOf } from "./polarity.ts";
import { textOfTokens } from "./reading.ts";

/** "Satisfied" of who is not, "the least" of what is the most. */
export const createContraryCheck =
  (polarities: PolarityReader): Check =>
  (sentence, evidence) => {
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
