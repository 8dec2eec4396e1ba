import type { Dossier } from "../../config/dossier.ts";
import type { Digest } from "../../digest/digest.ts";
import type { Venue } from "../../facts/fact.ts";
import { catalogOf } from "../../i18n/catalog.ts";
import { embed } from "../../i18n/direction.ts";
import type { Catalog } from "../../i18n/en.ts";
import { commaOf, semicolonOf } from "../../i18n/locale.ts";
import type { Language } from "../../lib/language.ts";
import type { Places } from "../../config/places.ts";
import type { Span } from "../message.ts";

/** Says what a digest holds in a reader's language: names from the dossier, phrases from the catalogue. */
export type Wording = {
  readonly language: Language;
  readonly phrases: Catalog;
  /** IANA zone that instants are told in. */
  readonly timeZone: string;
  /** Marks between the parts of a line, in the language's own form. */
  readonly comma: string;
  readonly semicolon: string;
  readonly actor: (code: string) => string;
  readonly person: (name: string) => string;
  readonly role: (name: string) => string | null;
  readonly topic: (id: string) => string;
  readonly milestone: (id: string) => string;
  readonly venue: (venue: Venue) => string;
  readonly citations: (numbers: readonly number[]) => Span[];
};

/** What wording needs of the seeds. */
export type Names = { readonly dossier: Dossier; readonly places: Places };

/** Prepares the names and phrases for one digest in one language. */
export function createWording(
  { dossier, places }: Names,
  digest: Digest,
  language: Language,
  timeZone: string,
): Wording {
  const safe = (name: string) => embed(name, language);
  const personOf = (name: string) => dossier.people.find((person) => person.name === name);
  const actor = (code: string) => safe(actorName(code, { dossier, places }, language));
  return {
    language,
    phrases: catalogOf(language),
    timeZone,
    comma: commaOf(language),
    semicolon: semicolonOf(language),
    actor,
    person: (name) =>
      safe(language === "en" ? name : (speakerName(name, dossier, language) ?? name)),
    role: (name) => personOf(name)?.role[language] ?? null,
    topic: (id) => dossier.topics.find((topic) => topic.id === id)?.names[language] ?? id,
    milestone: (id) => dossier.chronology.find((entry) => entry.id === id)?.names[language] ?? id,
    venue: (venue) => venueName(venue, { dossier, places }, { language, actor, safe }),
    citations: (numbers) =>
      numbers.flatMap((n): Span[] => {
        const source = digest.sources.find((known) => known.n === n);
        return source === undefined ? [] : [{ kind: "citation", n, url: source.url }];
      }),
  };
}

function speakerName(name: string, { people, institutions }: Dossier, language: "ar" | "fa") {
  const known =
    people.find((person) => person.name === name) ??
    institutions.find((institution) => institution.name === name);
  return known?.names[language];
}

function actorName(code: string, { dossier, places }: Names, language: Language): string {
  return (
    dossier.actors.find((actor) => actor.code === code)?.names[language] ??
    places.countries.find((country) => country.code === code)?.names[language] ??
    code
  );
}

type Naming = Pick<Wording, "language" | "actor"> & { readonly safe: (name: string) => string };

function venueName(
  { city, country }: Venue,
  { dossier, places }: Names,
  { language, actor, safe }: Naming,
): string {
  const state = country === null ? null : actor(country);
  if (city === null) return state ?? "";
  const venue = dossier.venues.find((known) => known.city === city);
  const place = places.cities.find((known) => known.city === city);
  const names = venue?.names ?? (place === undefined ? undefined : { en: city, ...place.names });
  const name = safe(names?.[language] ?? city);
  return state === null ? name : `${name}${commaOf(language)}${state}`;
}
