import type { TokenRange } from "../../articles/token-range.ts";
import { cuesOf } from "../../facts/mention.ts";
import type { Passage } from "./reading.ts";
import type { SenseReader } from "./sense-reading.ts";

/** Every word of a passage that says no, once; "not only" says none. */
export function noesIn(passage: Passage, senses: SenseReader): readonly TokenRange[] {
  const { mentions, language, read } = passage;
  const affirmed = cuesOf(mentions, "modality.affirmation");
  const verbs =
    language === "fa"
      ? read.tokens.flatMap(({ text }, at) =>
          PERSIAN_NO.test(text) ? [{ from: at, to: at + 1 }] : [],
        )
      : [];
  const found = [
    ...cuesOf(mentions, "modality.negation", "modality.absence"),
    ...senses(passage).marks.none,
    ...senses(passage).marks.lack,
    ...verbs,
  ].filter(({ from, to }) => !affirmed.some((one) => one.from < to && from < one.to));
  return found
    .filter(({ from, to }) => to - from > 1 || !isOrNot(passage, from))
    .filter(
      (one, at) => !found.slice(0, at).some((other) => other.from < one.to && one.from < other.to),
    );
}

/** Folded: a verb of Persian that is denied. */
const PERSIAN_NO =
  /^\u0646(?:\u0645\u064a|\u064a\u0633\u062a|\u062e\u0648\u0627\u0647|\u0634\u062f|\u0643\u0631\u062f|\u062f\u0627\u0631|\u062f\u0627\u0634\u062a|\u062f\u0627\u062f|\u0631\u0633\u064a|\u0628\u0627\u064a\u062f|\u0628\u0627\u0634|\u0628\u0648\u062f|\u0634\u0648|\u0643\u0646|\u06a9)/;

/** Folded "or" before a "not" that only asks: "whether or not". */
const OR: ReadonlySet<string> = new Set(["or", "\u0627\u0645", "\u064a\u0627"]);

const isOrNot = ({ read: { tokens } }: Passage, at: number): boolean =>
  OR.has(tokens[at - 1]?.text ?? "");
