import { type Check, faultsIn } from "./check.ts";
import type { PersonSigns, PersonWords } from "./person-words.ts";
import { type Passage, textOfTokens } from "./reading.ts";

/** Whoever speaks of themselves in the translation does so in the original. */
export const createPersonCheck =
  ({ we, our }: PersonWords): Check =>
  (translation, { claims }) => {
    const [original] = claims.flatMap(({ originals }) => originals);
    if (original === undefined) return [];
    return faultsIn("wording", [
      ...added(we, translation, original),
      ...added(we, original, translation),
      ...added(our, translation, original),
    ]);
  };

function added(signs: PersonSigns, passage: Passage, other: Passage): readonly string[] {
  const { sure, may } = signs[other.language];
  if (other.read.tokens.some(({ text }) => sure(text) || may(text))) return [];
  return passage.read.tokens.flatMap(({ text }, at) =>
    signs[passage.language].sure(text) && !isNamed(passage, at)
      ? [textOfTokens(passage, at, at + 1)]
      : [],
  );
}

/** "U.S." folds to a pronoun. */
const NAMING: ReadonlySet<string> = new Set(["city", "country", "actor", "institution"]);

const isNamed = ({ mentions }: Passage, at: number): boolean =>
  mentions.some(({ sense, from, to }) => NAMING.has(sense.kind) && from <= at && at < to);
