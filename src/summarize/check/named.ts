import { foldWord } from "../../articles/word-forms.ts";
import type { Mention, Sense } from "../../facts/mention.ts";
import { LANGUAGES } from "../../lib/language.ts";
import type { Passage } from "./reading.ts";
import type { SurfaceLexicons } from "./surface-words.ts";

/** Words of a passage with everything that they may stand for: Tehran is a city and a party. */
export type NamedThing = {
  readonly from: number;
  readonly to: number;
  readonly senses: readonly Sense[];
};

/** The names of a passage in their order; cues, topics and the names of languages are none. */
export type NamedFinder = (passage: Passage) => readonly NamedThing[];

/** Makes the finder; each passage is looked through once. */
export function createNamedFinder(lexicons: SurfaceLexicons): NamedFinder {
  const known = new WeakMap<Passage, readonly NamedThing[]>();
  const languages = new Set(
    LANGUAGES.flatMap((language) => lexicons[language].languageNames.map(foldWord)),
  );
  return (passage) => {
    const found =
      known.get(passage) ??
      findNamed(passage).filter(
        ({ from, to }) => to > from + 1 || !languages.has(passage.read.tokens[from]?.text ?? ""),
      );
    known.set(passage, found);
    return found;
  };
}

function findNamed(passage: Passage): readonly NamedThing[] {
  const groups = new Map<string, Mention[]>();
  for (const mention of passage.mentions) {
    if (!NAMES.has(mention.sense.kind)) continue;
    const key = `${mention.from}-${mention.to}`;
    groups.set(key, [...(groups.get(key) ?? []), mention]);
  }
  return [...groups.values()].map((mentions) => ({
    from: mentions[0]?.from ?? 0,
    to: mentions[0]?.to ?? 0,
    senses: mentions.map(({ sense }) => sense),
  }));
}

const NAMES: ReadonlySet<Sense["kind"]> = new Set([
  "person",
  "institution",
  "actor",
  "city",
  "country",
  "milestone",
  "other-talks",
]);
