import { type Check, faultsIn } from "./check.ts";
import { isQuoted } from "./quoted.ts";
import { textOfTokens } from "./reading.ts";

/** Days counted from today, which are wrong tomorrow; what someone said in so many words may count so. */
export const relativeDateCheck: Check = (sentence) =>
  faultsIn(
    "relative-date",
    sentence.dates
      .filter(({ form, from }) => form === "relative" && !isQuoted(sentence, from))
      .map(({ from, to }) => textOfTokens(sentence, from, to)),
  );
