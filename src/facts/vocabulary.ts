import { type PhraseLanguage, properName } from "../articles/phrases.ts";
import type { Dossier } from "../config/dossier.ts";
import type { Lexicon } from "../config/lexicon.ts";
import type { Lexicons } from "../config/load-lexicon.ts";
import type { Places } from "../config/places.ts";
import { ConfigError } from "../config/env.ts";
import { createNameForms, createWordForms, foldWord, joinsOf } from "../articles/word-forms.ts";
import { isCueName } from "./cues.ts";
import type { Language } from "../lib/language.ts";
import type { Sense } from "./mention.ts";

type Entry = readonly [pattern: string, sense: Sense];

/** What a phrase compiler needs of a language's lexicon. */
export function phraseLanguageOf({ orthography }: Lexicon): PhraseLanguage {
  return {
    joins: joinsOf(orthography),
    forms: createWordForms(orthography),
    nameForms: createNameForms(orthography),
    article: orthography.article === null ? null : foldWord(orthography.article),
    shortestStem: orthography.shortestStem,
  };
}

/**
 * Every phrase that stands for something in texts of one language. Latin names are read in every
 * language, since Arabic and Persian texts carry them too.
 */
export function vocabularyOf(dossier: Dossier, places: Places, lexicon: Lexicon): Entry[] {
  const { language } = lexicon;
  return [
    ...peopleEntries(dossier, language),
    ...actorEntries(dossier, language),
    ...placeEntries(dossier, places, language),
    ...subjectEntries(dossier, language),
    ...cueEntries(lexicon),
  ];
}

type Written = { readonly [L in Language]: readonly string[] };

function inLanguage(aliases: Written, language: Language): string[] {
  return [...new Set([...aliases[language], ...(language === "en" ? [] : aliases.en)])];
}

function peopleEntries({ people, institutions }: Dossier, language: Language): Entry[] {
  return [
    ...people.flatMap((person): Entry[] => {
      const names = [person.name, language === "en" ? person.name : person.names[language]];
      return [
        ...[...names, ...inLanguage(person.aliases, language)].map((name): Entry => [
          properName(name),
          { kind: "person", person, by: "name" },
        ]),
        ...person.titles[language].map((title): Entry => [
          title,
          { kind: "person", person, by: "title" },
        ]),
      ];
    }),
    ...institutions.flatMap((institution): Entry[] => {
      const name = language === "en" ? institution.name : institution.names[language];
      return [name, ...inLanguage(institution.aliases, language)].map((alias): Entry => [
        alias,
        { kind: "institution", institution },
      ]);
    }),
  ];
}

function actorEntries({ actors }: Dossier, language: Language): Entry[] {
  return actors.flatMap(({ code, names, aliases }) =>
    [properName(names[language]), ...inLanguage(aliases, language)].map((alias): Entry => [
      alias,
      { kind: "actor", code },
    ]),
  );
}

function placeEntries(dossier: Dossier, places: Places, language: Language): Entry[] {
  const known = new Set(dossier.actors.map((actor) => actor.code));
  const venueNames = new Set(dossier.venues.map(({ city, country }) => `${city}, ${country}`));
  const cities = [
    ...dossier.venues.map((venue) => ({
      ...venue,
      written: [venue.names[language], ...inLanguage(venue.aliases, language)],
    })),
    ...places.cities
      .filter(({ city, country }) => !venueNames.has(`${city}, ${country}`))
      .map((place) => ({
        ...place,
        written: [
          language === "en" ? place.city : place.names[language],
          ...inLanguage(place.aliases, language),
        ],
      })),
  ];
  return [
    ...cities.flatMap(({ city, country, timeZone, written }) =>
      written.map((name): Entry => [properName(name), { kind: "city", city, country, timeZone }]),
    ),
    ...places.countries
      .filter(({ code }) => !known.has(code))
      .flatMap(({ code, names, aliases, adjectives }) =>
        [
          ...[names[language], ...inLanguage(aliases, language)].map(properName),
          ...inLanguage(adjectives, language),
        ].map((name): Entry => [name, { kind: "country", code }]),
      ),
  ];
}

function subjectEntries(dossier: Dossier, language: Language): Entry[] {
  return [
    ...dossier.topics.flatMap(({ id, keywords }) =>
      inLanguage(keywords, language).map((word): Entry => [word, { kind: "topic", id }]),
    ),
    ...dossier.otherTalks.flatMap(({ id, keywords }) =>
      inLanguage(keywords, language).map((word): Entry => [word, { kind: "other-talks", id }]),
    ),
    ...dossier.chronology.flatMap(({ id, aliases }) =>
      inLanguage(aliases, language).map((word): Entry => [word, { kind: "milestone", id }]),
    ),
  ];
}

/** @throws {ConfigError} when a lexicon has a cue that no finder reads. */
export function checkCues(lexicons: Lexicons): void {
  const problems = Object.values(lexicons).flatMap(({ language, cues }) =>
    Object.keys(cues)
      .filter((cue) => !isCueName(cue))
      .map((cue) => `seeds/lexicon: ${language} has ${cue}, which nothing reads`),
  );
  if (problems.length > 0) throw new ConfigError(problems);
}

const cueEntries = ({ cues }: Lexicon): Entry[] =>
  Object.entries(cues).flatMap(([cue, patterns]) =>
    isCueName(cue) ? patterns.map((pattern): Entry => [pattern, { kind: "cue", cue }]) : [],
  );
