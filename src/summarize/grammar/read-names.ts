import { compilePhrases, findPhrases, type Phrases, properName } from "../../articles/phrases.ts";
import type { Token } from "../../articles/tokens.ts";
import type { Dossier } from "../../config/dossier.ts";
import type { Places } from "../../config/places.ts";
import type { Sense } from "../../facts/mention.ts";
import type { Reader } from "../../facts/read-article.ts";
import { vocabularyOf } from "../../facts/vocabulary.ts";
import { LANGUAGES, type Language } from "../../lib/language.ts";

/** Ends of the names that begin at each token, by whom or what they name (as `Value` has it in `of`). */
export type NamesAt = ReadonlyMap<number, ReadonlyMap<string, readonly number[]>>;

/** Finds every name of the dossier and the seeds in a run of tokens. */
export type NameReader = (tokens: readonly Token[], language: Language) => NamesAt;

/** Makes a reader of names; words that name two people name nobody. */
export function createNameReader(
  { dossier, lexicons, languages }: Reader,
  places: Places,
): NameReader {
  const compiled = new Map<Language, Phrases<Sense>>();
  for (const language of LANGUAGES) {
    const { cues: _, ...lexicon } = lexicons[language];
    const entries = vocabularyOf(dossier, places, { ...lexicon, cues: {} });
    const known = new Set(entries.map(([pattern]) => pattern));
    const families = familyNames(dossier, language).filter(([name]) => !known.has(name));
    entries.push(...families);
    compiled.set(language, compilePhrases(entries, languages[language]));
  }
  return (tokens, language) => {
    const phrases = compiled.get(language);
    const found = phrases === undefined ? [] : findPhrases(phrases, tokens, 0, tokens.length);
    const names = found.flatMap(({ value, from, to }) => {
      return namesOf(value).map((name) => ({ name, from, to }));
    });
    return indexed(names.filter((one) => !names.some((other) => isRival(one, other))));
  };
}

/** The last word of each name, which names a person where it names nobody else. */
const familyNames = (
  { people }: Dossier,
  language: Language,
): readonly (readonly [string, Sense])[] =>
  people.flatMap((person) => {
    const name = language === "en" ? person.name : person.names[language];
    const last = name.split(" ").at(-1) ?? name;
    return [[properName(last), { kind: "person", person, by: "name" }] as const];
  });

type Named = { readonly name: string; readonly from: number; readonly to: number };

/** The same words for two of one kind: one is named, and nobody knows which. */
const isRival = (one: Named, other: Named): boolean =>
  one.from === other.from &&
  one.to === other.to &&
  one.name !== other.name &&
  kindOf(one) === kindOf(other);

const kindOf = ({ name }: Named): string => name.slice(0, name.indexOf(":"));

function indexed(names: readonly Named[]): NamesAt {
  const index = new Map<number, Map<string, number[]>>();
  for (const { name, from, to } of names) {
    const here = index.get(from) ?? new Map<string, number[]>();
    index.set(from, here);
    here.set(name, [...(here.get(name) ?? []), to]);
  }
  return index;
}

/** Whom or what it names, and whose side that is. */
function namesOf(sense: Sense): readonly string[] {
  switch (sense.kind) {
    case "person":
      return [`person:${sense.person.name}`, `side:${sense.person.actor}`];
    case "institution":
      return [`person:${sense.institution.name}`, `side:${sense.institution.actor}`];
    case "actor":
    case "country":
      return [`place:${sense.code}`, `side:${sense.code}`];
    case "city":
      return [`city:${sense.city}`];
    case "milestone":
      return [`milestone:${sense.id}`];
    case "topic":
    case "other-talks":
    case "cue":
      return [];
  }
}
