import type { DigestRound } from "../digest/digest.ts";
import { catalogOf } from "../i18n/catalog.ts";
import { embed } from "../i18n/direction.ts";
import { commaOf, semicolonOf } from "../i18n/locale.ts";
import { actorName, cityName, type Names, personName, zoneName } from "../i18n/names.ts";
import type { Language } from "../lib/language.ts";
import { shortLine } from "./svg-text.ts";

/** Says names in a reader's language; each is one plain line that turns nothing around it. */
export type CardNames = {
  readonly comma: string;
  readonly semicolon: string;
  readonly label: (name: string) => string;
  readonly actor: (code: string) => string;
  readonly person: (name: string) => string;
  readonly city: (name: string) => string;
  readonly venue: (venue: NonNullable<DigestRound["venue"]>) => string;
  readonly zone: (timeZone: string, at: Date) => string;
  /** On whose word something rests. */
  readonly ground: (ground: Pick<DigestRound, "confirmation" | "attributedTo">) => string;
};

/** Prepares names for one card. */
export function createCardNames(
  names: Names,
  { language }: { readonly language: Language },
): CardNames {
  const phrases = catalogOf(language);
  const safe = (name: string) => embed(shortLine(name), language);
  const actor = (code: string) =>
    safe(actorName(names, code, language) ?? phrases["actor.unknown"]);
  const person = (name: string) => safe(personName(names, name, language) ?? name);
  const city = (name: string) => safe(cityName(names, name, language) ?? name);
  return {
    comma: commaOf(language),
    semicolon: semicolonOf(language),
    label: (name) => phrases.label({ name }),
    actor,
    person,
    city,
    venue: ({ city: name, country }) =>
      [
        name === null ? null : city(name),
        country === null ? null : actorName(names, country, language),
      ]
        .filter((part) => part !== null)
        .join(commaOf(language)),
    zone: (zone, at) => zoneName(names, zone, at, language),
    ground: ({ confirmation, attributedTo }) => {
      if (attributedTo === null) return phrases.confirmation[confirmation];
      const known = CODE.test(attributedTo) ? actorName(names, attributedTo, language) : null;
      const who = known === null ? person(attributedTo) : safe(phrases["actor.inSentence"](known));
      return phrases["confirmation.alone"]({ who });
    },
  };
}

const CODE = /^[A-Z0-9]+$/;
