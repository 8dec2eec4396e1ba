import type { Aliases } from "../../config/seed-fields.ts";
import { type Language, LANGUAGES } from "../../lib/language.ts";
import type { Completion } from "../../platform/conversation.ts";
import { comparable } from "../arguments/option-value.ts";
import type { TalksDesk } from "../desk.ts";

/** Something of a dossier that people call by many names. */
type Named = {
  readonly value: string;
  readonly labels: Readonly<Record<Language, string>>;
  readonly aliases: readonly Aliases[];
};

/** Finds what a name means, whichever language it is in. */
export type KnownNames = {
  readonly find: (name: string) => string | null;
  /** What may be meant by the beginning of a name, labelled in the reader's language. */
  readonly complete: (typed: string, language: Language) => readonly Completion[];
};

/** People and institutions, by their canonical English names. */
export const speakersIn = (desks: readonly TalksDesk[]): KnownNames =>
  knownNames(
    desks.flatMap(({ names: { dossier } }) => [
      ...dossier.people.map(({ name, names, aliases, titles }) => ({
        value: name,
        labels: { en: name, ...names },
        aliases: [aliases, titles],
      })),
      ...dossier.institutions.map(({ name, names, aliases }) => ({
        value: name,
        labels: { en: name, ...names },
        aliases: [aliases],
      })),
    ]),
  );

/** Actors, by their codes. */
export const partiesIn = (desks: readonly TalksDesk[]): KnownNames =>
  knownNames(
    desks.flatMap(({ names: { dossier } }) =>
      dossier.actors.map(({ code, names, aliases }) => ({
        value: code,
        labels: names,
        aliases: [aliases],
      })),
    ),
  );

/** Topics, by their ids. */
export const topicsIn = (desks: readonly TalksDesk[]): KnownNames =>
  knownNames(
    desks.flatMap(({ names: { dossier } }) =>
      dossier.topics.map(({ id, names, keywords }) => ({
        value: id,
        labels: names,
        aliases: [keywords],
      })),
    ),
  );

function knownNames(all: readonly Named[]): KnownNames {
  const values = new Map<string, string>();
  const add = (name: string, value: string) => {
    const key = comparable(name);
    if (key !== "" && !values.has(key)) values.set(key, value);
  };
  for (const { value, labels } of all)
    for (const name of [value, ...LANGUAGES.map((language) => labels[language])]) add(name, value);
  for (const { value, aliases } of all)
    for (const name of aliases.flatMap(plainAliases)) add(name, value);
  const first = new Map(all.map((named) => [named.value, named]));
  return {
    find: (name) => values.get(comparable(name)) ?? null,
    complete: (typed, language) => {
      const wanted = comparable(typed);
      const meant = [...values].filter(([name]) => name.includes(wanted)).map(([, value]) => value);
      return [...new Set(meant)].map((value) => ({
        value,
        label: first.get(value)?.labels[language] ?? value,
      }));
    },
  };
}

/** Patterns of several words are for articles; people type names. */
const plainAliases = (aliases: Aliases): string[] =>
  LANGUAGES.flatMap((language) => aliases[language])
    .filter((alias) => !alias.includes("|"))
    .map((alias) => alias.replace(/^\^/u, ""));
