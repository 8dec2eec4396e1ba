import type { Digest } from "../../digest/digest.ts";
import type { Venue } from "../../facts/fact.ts";
import { catalogOf } from "../../i18n/catalog.ts";
import { embed } from "../../i18n/direction.ts";
import type { Catalog } from "../../i18n/en.ts";
import { commaOf, semicolonOf } from "../../i18n/locale.ts";
import { actorName, cityName, type Names, personName, zoneName } from "../../i18n/names.ts";
import type { Language } from "../../lib/language.ts";
import type { Span } from "../message.ts";
import { shorten } from "../quotation.ts";

/** Says what a digest holds in a reader's language: names from the dossier, phrases from the catalogue. */
export type Wording = {
  readonly language: Language;
  readonly phrases: Catalog;
  /** IANA zone that instants are told in. */
  readonly timeZone: string;
  /** Marks between the parts of a line, in the language's own form. */
  readonly comma: string;
  readonly semicolon: string;
  /** An actor's name to stand alone; one that nobody knows is told as such, never by its code. */
  readonly actor: (code: string) => string;
  /** An actor's name to stand in a sentence, or null where nobody knows it. */
  readonly actorInSentence: (code: string) => string | null;
  readonly person: (name: string) => string;
  readonly role: (name: string) => string | null;
  /** Null for what the dossier does not name, as for milestones. */
  readonly topic: (id: string) => string | null;
  /** The topic's English name, which sorts topics alike in every language. */
  readonly englishTopic: (id: string) => string | null;
  readonly milestone: (id: string) => string | null;
  /** City and country as far as they are known; empty where neither is. */
  readonly venue: (venue: Venue) => string;
  /** The name of a city that the seeds know by its English name, or null. */
  readonly city: (name: string) => string | null;
  /** Whose clock an IANA zone is: "Muscat time", or its distance from Greenwich. */
  readonly zone: (timeZone: string, at: Date) => string;
  readonly citations: (numbers: readonly number[]) => Span[];
  /** How many sources the digest rests on; a message that tells a part of it cites fewer. */
  readonly sourcesBehind: number;
};

export type { Names };

/** Prepares the names and phrases for one digest in one language. */
export function createWording(
  names: Names,
  digest: Pick<Digest, "sources">,
  language: Language,
  timeZone: string,
): Wording {
  const phrases = catalogOf(language);
  const safe = (name: string) => embed(shorten(name, LONGEST_NAME), language);
  const { people, topics, chronology } = names.dossier;
  const actor = (code: string) => actorName(names, code, language);
  const city = (name: string) => cityName(names, name, language);
  return {
    language,
    phrases,
    timeZone,
    comma: commaOf(language),
    semicolon: semicolonOf(language),
    actor: (code) => safe(actor(code) ?? phrases["actor.unknown"]),
    actorInSentence: (code) => sentenceName(actor(code), phrases, safe),
    person: (name) => safe(personName(names, name, language) ?? name),
    role: (name) => people.find((person) => person.name === name)?.role[language] ?? null,
    topic: (id) => topics.find((topic) => topic.id === id)?.names[language] ?? null,
    englishTopic: (id) => topics.find((topic) => topic.id === id)?.names.en ?? null,
    milestone: (id) => chronology.find((entry) => entry.id === id)?.names[language] ?? null,
    venue: (venue) =>
      [
        venue.city === null ? null : safe(city(venue.city) ?? venue.city),
        venue.country === null ? null : actor(venue.country),
      ]
        .filter((part) => part !== null)
        .join(commaOf(language)),
    city,
    zone: (zone, at) => zoneName(names, zone, at, language),
    citations: (numbers) => citationsOf(numbers, digest),
    sourcesBehind: digest.sources.length,
  };
}

/** A line that also tells on whose clock the times beneath it are: "Iran–US talks, Muscat time". */
export const onWhoseClock = (line: string, at: Date, { comma, zone, timeZone }: Wording): string =>
  `${line}${comma}${zone(timeZone, at)}`;

const LONGEST_NAME = 80;

const citationsOf = (numbers: readonly number[], { sources }: Pick<Digest, "sources">): Span[] =>
  numbers.flatMap((n): Span[] => {
    const source = sources.find((known) => known.n === n);
    return source === undefined ? [] : [{ kind: "citation", n, url: source.url }];
  });

const sentenceName = (
  name: string | null,
  phrases: Catalog,
  safe: (name: string) => string,
): string | null => (name === null ? null : safe(phrases["actor.inSentence"](name)));
